"""Saapuneet asiakirjat in words: what a paper is and how it came."""

from django.utils.translation import gettext_lazy as lazy

from kotopolku.web.desk.words.codes import Words

KINDS: Words = {
    "decision": lazy("decision"),
    "statement": lazy("statement"),
    "certificate": lazy("certificate"),
    "letter": lazy("letter"),
    "form": lazy("form"),
    "other": lazy("other paper"),
}
WAYS: Words = {
    "post": lazy("by post"),
    "brought": lazy("the client brought it"),
    "secure_mail": lazy("by secure mail"),
    "email": lazy("by e-mail"),
    "photographed": lazy("photographed at the client's"),
    "other": lazy("in another way"),
}

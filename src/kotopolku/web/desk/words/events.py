"""Tapahtumien lajit: the kinds by which the timeline is filtered, in the order of the path."""

from django.utils.translation import gettext_lazy as lazy

from kotopolku.web.desk.words.codes import Words

KINDS: Words = {
    "assessment": lazy("Assessment"),
    "plan": lazy("Plan"),
    "service": lazy("Services"),
    "contact": lazy("Contacts and meetings"),
    "document": lazy("Documents"),
    "note": lazy("Notes"),
    "network": lazy("Network"),
    "legal": lazy("Case"),
}

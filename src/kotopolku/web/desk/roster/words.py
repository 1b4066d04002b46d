"""Codes of the roster as words."""

from django.utils.translation import gettext_lazy as lazy

from kotopolku.web.desk.words.codes import Words

SENDERS: Words = {
    "contact_person": lazy("Contact person of a municipality"),
    "school": lazy("School or day care"),
    "association": lazy("Association"),
    "employer": lazy("Employer"),
}

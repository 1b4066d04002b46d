"""Verkosto in words: who somebody is to the client, what they may be told, how the consent was given."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.network.queries import MemberView, Telling
from kotopolku.web.desk.words.codes import Words, word
from kotopolku.web.parts.dates import day

ROLES: Words = {
    "school": lazy("school"),
    "day_care": lazy("day care"),
    "clinic": lazy("maternity or child health clinic"),
    "social_worker": lazy("social worker"),
    "health_care": lazy("health care"),
    "housing": lazy("landlord or housing adviser"),
    "employer": lazy("employer"),
    "association": lazy("association"),
    "congregation": lazy("congregation"),
    "mentor": lazy("mentor or friend"),
    "relative": lazy("relative"),
    "neighbour": lazy("neighbour"),
    "guardian": lazy("guardian"),
    "representative": lazy("representative of an unaccompanied minor (35 §)"),
    "support_person": lazy("support person"),
    "other": lazy("somebody else"),
}
TELLS: Words = {
    "is_client": lazy("that the client is with us"),
    "appointments": lazy("times, and changes of them"),
    "plan": lazy("goals and services of the plan"),
    "attendance": lazy("presence and absence"),
    "letters": lazy("what letters and decisions say"),
}
CONSENT_WAYS: Words = {
    "spoken": lazy("spoken, in a language in common"),
    "interpreted": lazy("spoken, through an interpreter"),
    "written": lazy("in writing"),
    "by_law": lazy("not needed: a guardian or representative knows by law"),
}


def telling(member: MemberView) -> str:
    """Return what may be told today, until when, and by what; what ran out is named as run out."""
    entry = member.entry
    if member.telling is Telling.NOTHING:
        return _("Nothing may be told.")
    what = ", ".join(word(TELLS, code) for code in entry.tells)
    parts = [f"{what}." if what else "", entry.tells_more]
    if entry.tells_until is not None:
        message = (
            _("Ran out on %(day)s: ask again.") if member.telling is Telling.EXPIRED else _("Until %(day)s.")
        )
        parts.append(message % {"day": day(entry.tells_until)})
    return " ".join(part for part in parts if part)


def consent(member: MemberView) -> str:
    """Return how and when the consent was given; empty where nothing may be told."""
    entry = member.entry
    if not entry.consent_how:
        return ""
    how = word(CONSENT_WAYS, entry.consent_how)
    if entry.consent_on is None:
        return _("Consent: %(how)s") % {"how": how}
    return _("Consent %(day)s: %(how)s") % {"day": day(entry.consent_on), "how": how}


def authority(member: MemberView) -> str:
    """Return what lets a guardian, representative or support person act, and its end."""
    entry = member.entry
    if not member.is_authorised or not (entry.authority or entry.authority_from or entry.authority_until):
        return ""
    parts = [entry.authority]
    if entry.authority_from is not None:
        parts.append(_("from %(day)s") % {"day": day(entry.authority_from)})
    if entry.authority_until is not None:
        message = _("ended %(day)s") if member.authority_over else _("until %(day)s")
        parts.append(message % {"day": day(entry.authority_until)})
    return ", ".join(part for part in parts if part)

"""Turvakielto ja turvallinen yhteydenotto in words: ways to reach a person, go-betweens, reasons of opening."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.people.queries import ContactRule
from kotopolku.web.desk.words.codes import Words, word
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day, time_range

WAYS: Words = {
    "phone": lazy("telephone call"),
    "sms": lazy("text message"),
    "email": lazy("e-mail"),
    "letter": lazy("letter"),
    "portal": lazy("message in the client's own pages"),
    "in_person": lazy("face to face"),
}
GO_BETWEENS: Words = {
    "spouse": lazy("the spouse"),
    "child": lazy("a child"),
    "relative": lazy("another relative"),
    "neighbour": lazy("a neighbour or landlord"),
    "employer": lazy("the employer or school"),
}
OPENING_REASONS: Words = {
    "reach": lazy("I must reach the client"),
    "arrange": lazy("I arrange a service or hand the client over"),
    "law": lazy("An authority has a right by law to the data"),
    "correct": lazy("I check or correct the data"),
    "danger": lazy("Somebody's life or health is in danger"),
    "other": lazy("Another reason"),
}


def rule_lines(rule: ContactRule) -> list[str]:
    """Return the rule as short sentences, what is forbidden first; nothing when nothing is recorded."""
    lines = [
        _("Never: %(ways)s.") % {"ways": _list(WAYS, sorted(rule.never, key=list(WAYS).index))}
        if rule.never
        else "",
        _("Not through: %(people)s.") % {"people": _list(GO_BETWEENS, rule.not_through)}
        if rule.not_through
        else "",
        _("In this order: %(ways)s. No other way.") % {"ways": _list(WAYS, rule.ways)} if rule.ways else "",
        _hours(rule),
        {
            None: "",
            True: _("A message may be left."),
            False: _("Do not leave a message."),
        }[rule.message_allowed],
        _("Say that you call from: %(name)s.") % {"name": rule.sender_name} if rule.sender_name else "",
        _("Language: %(language)s.") % {"language": language_name(rule.language)} if rule.language else "",
        rule.note,
    ]
    return [line for line in lines if line]


def _list(words: Words, codes: list[str] | tuple[str, ...]) -> str:
    return ", ".join(word(words, code) for code in codes)


def _hours(rule: ContactRule) -> str:
    hours = time_range(rule.from_time, rule.until_time) if rule.from_time and rule.until_time else ""
    if rule.weekdays_only:
        return _("On weekdays only %(hours)s.") % {"hours": hours} if hours else _("On weekdays only.")
    return _("Only at %(hours)s.") % {"hours": hours} if hours else ""


def told(rule: ContactRule) -> str:
    """Return since when the rule holds, in words."""
    return _("Since %(day)s") % {"day": day(rule.since)} if rule.since else ""

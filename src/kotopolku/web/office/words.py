"""Codes of duties as words."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.languages.texts import Texts
from kotopolku.web.parts.dates import day

GROUPS = {
    "minors": lazy("minors"),
    "trafficking": lazy("victims of trafficking"),
    "sensitive": lazy("sensitive parts of an assessment"),
}
STATES = {"now": lazy("in force"), "coming": lazy("begins later"), "past": lazy("ended")}
WHY_REVIEW = {
    "ends_soon": lazy("Ends within 30 days"),
    "not_looked_at": lazy("Not looked at for long"),
}


def listed(names: Iterable[Texts], language: str) -> str:
    """Return the names in the page's language, comma between."""
    return ", ".join(one.pick(language).text for one in names)


def period(first: date, last: date | None) -> str:
    """Return from–until; a duty without a last day says so."""
    if last is None:
        return _("from %(day)s, no last day") % {"day": day(first)}
    if last < first:
        return _("ended before it began")
    return str(day(first)) if first == last else f"{day(first)}–{day(last)}"

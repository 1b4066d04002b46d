"""The visitor's slip: to whom, where, when open, telephone, what to take along, what to say first in Finnish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Protocol

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.languages.codes import Language, by_code, is_ui_language
from kotopolku.languages.texts import Texts
from kotopolku.services.entries import Opening
from kotopolku.web.parts.dates import clock_time, weekday_day
from kotopolku.web.parts.finnish_greeting import finnish_greeting
from kotopolku.web.parts.opening import hours_of, one_line

TAKE: Mapping[str, Any] = {
    "identity": lazy("Passport or identity card"),
    "permit": lazy("Residence permit"),
    "letter": lazy("The letter or decision"),
    "bank": lazy("Bank account number"),
    "lease": lazy("Rental agreement"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Whom a visitor is guided to, as the programme's data tells it; what it does not tell is ""."""

    id: str
    name: Texts
    street: str
    phone: str
    link: str
    opening: tuple[Opening, ...]


class Guidance(Protocol):
    """What the slip needs to know of one guidance."""

    @property
    def at_once(self) -> bool: ...
    @property
    def day(self) -> date | None: ...
    @property
    def at(self) -> time | None: ...
    @property
    def take(self) -> tuple[str, ...]: ...


def slip_of(
    to: Receiver, row: Guidance, *, language: str, topics: Sequence[str], on: date
) -> dict[str, object]:
    """Return the slip in the visitor's language, or Finnish where the pages do not speak it."""
    reader: Language = by_code(language if is_ui_language(language) else "fi")
    with translation.override(reader.code):
        facts = [
            (_("Where it is"), to.street),
            (_("When it is open"), one_line(hours_of(to.opening, access="walk_in")) if to.opening else ""),
            (_("Telephone"), f"\u2066{to.phone}\u2069" if to.phone else ""),
            (_("On the internet"), f"\u2066{to.link}\u2069" if to.link else ""),
            (_("When you go"), _when(row, on=on)),
        ]
        return {
            "language": reader,
            "name": to.name.pick(reader.code),
            "facts": [{"label": label, "value": value} for label, value in facts if value],
            "take_label": _("Take with you"),
            "take": [str(TAKE[one]) for one in row.take if one in TAKE],
            "say_label": _("Say this first"),
            "say": finnish_greeting(language, topics),
        }


def _when(row: Guidance, *, on: date) -> str:
    if row.at_once:
        return _("Now")
    if row.day is None:
        return ""
    return weekday_day(row.day, on) + (f" \u2066{clock_time(row.at)}\u2069" if row.at else "")

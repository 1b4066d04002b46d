"""The conditions of a fee as words, how each stands, and where it is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.appointments.queries import AppointmentView
from kotopolku.fees import codes
from kotopolku.fees.queries import FeeView
from kotopolku.web.desk.calendar.words import KINDS, STATES
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day, euros, moment

CONDITIONS: Mapping[str, Promise] = {
    codes.KIND: lazy("The time was for guidance, an assessment, a plan or its review"),
    codes.ADULT: lazy("The client was 18 or over on the booked day"),
    codes.COST: lazy("The interpreting cost something"),
    codes.TOLD: lazy("The fee and how to cancel were told about at booking, and the client understood"),
    codes.STAYED_AWAY: lazy("The client did not come"),
    codes.NOT_CANCELLED: lazy("The time was not cancelled beforehand"),
    codes.NO_REASON: lazy("There was no acceptable reason"),
    codes.REASONABLE: lazy("A fee is not unreasonable"),
}
STANDS: Mapping[str, Promise] = {
    codes.MET: lazy("is met"),
    codes.NOT_MET: lazy("is not met"),
    codes.OPEN: lazy("not recorded"),
}
TAGS = {codes.MET: "ok", codes.NOT_MET: "bad", codes.OPEN: "warn"}
JUDGED = frozenset({codes.NO_REASON, codes.REASONABLE})
WAYS: Mapping[str, Promise] = {codes.LETTER: lazy("by a letter"), codes.CALL: lazy("by a call")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """A condition as the page shows it; `url` is where what is missing can be recorded."""

    name: str
    state: str
    kind: str
    source: str
    url: str


def condition_rows(view: AppointmentView, fee: FeeView) -> list[ConditionRow]:
    """Return every condition with its state and its source."""
    rows = []
    for code, state in fee.conditions:
        judge = code in JUDGED and state == codes.OPEN
        rows.append(
            ConditionRow(
                name=str(CONDITIONS[code]),
                state=_("to be judged") if judge else str(STANDS[state]),
                kind=TAGS[state],
                source=_source(code, view, fee),
                url=reverse("desk:interpreting", args=[view.id])
                if (code, state) == (codes.COST, codes.OPEN)
                else "",
            )
        )
    return rows


def _source(code: str, view: AppointmentView, fee: FeeView) -> str:
    if code in JUDGED:
        return _judged(fee)
    if code == codes.TOLD:
        return _told(fee)
    if code == codes.ADULT:
        born = view.client.birth_date if view.client else None
        return _("born %(day)s") % {"day": day(born)} if born else _("The birth date is not recorded.")
    if code == codes.COST:
        return str(euros(fee.cost)) if fee.cost is not None else _("Record how the interpreting went.")
    if code == codes.NOT_CANCELLED and view.cancelled_at:
        return _("cancelled %(when)s") % {"when": moment(view.cancelled_at)}
    booked = _("booked %(day)s by %(name)s") % {"day": day(view.booked_on), "name": view.booked_by}
    return f"{KINDS[view.kind]}, {booked}" if code == codes.KIND else str(STATES[view.state])


def _told(fee: FeeView) -> str:
    told = fee.told
    if told is None:
        return _("Nothing was recorded when the time was booked.")
    said = {"day": day(told.on), "name": told.by, "language": language_name(told.spoken or told.language)}
    return _("%(day)s, %(name)s, in this language: %(language)s") % said


def _judged(fee: FeeView) -> str:
    matter = fee.matter
    if matter is None or matter.judged_on is None or matter.acceptable_reason is None:
        return _("A public official judges it when the client has been heard.")
    return f"{matter.judgement} ({day(matter.judged_on)}, {matter.judged_by})"

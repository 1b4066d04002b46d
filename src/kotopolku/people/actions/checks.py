"""Checks of what was typed; each raises Invalid with the field and a sentence that says how to mend it."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.actor import Group
from kotopolku.audit.errors import Invalid
from kotopolku.people import identity_code as codes
from kotopolku.people.entries import Names, PeriodEntry
from kotopolku.people.known import Change, Known

OLDEST_YEARS = 125
NOT_GRANTED_YET = _("The day of the decision is still to come. Write the day on which it was made.")
ENDS_BEFORE = _("The period ends before it begins. Check both days.")


def day(value: date) -> str:
    """Return a day as people write it in the active language."""
    return date_format(value, "SHORT_DATE_FORMAT")


def names(entry: Names) -> Names:
    """Return the names tidied; one of given and family names is enough."""
    tidy = entry.stripped()
    if not (tidy.given_names or tidy.family_name):
        raise Invalid(field="given_names", message=_("Write at least one name. One name is enough."))
    return tidy


def own_municipality(controller_id: int) -> int:
    """Return the municipality's id when the acting duty covers it."""
    if controller_id not in acting().actor.controllers:
        raise Invalid(
            field="municipality",
            message=_("Your duty does not cover clients of this municipality. Choose one of your own."),
        )
    return controller_id


def own_area() -> str:
    """Return the area of the acting duty. Every staff duty has one; without it nobody can be registered."""
    area = acting().actor.area_id
    if area is None:
        raise Invalid(field="municipality", message=_("Choose the area first."))
    return area


def may_know(*, born: date | None = None, periods: Iterable[PeriodEntry] = ()) -> None:
    """Raise Invalid for what would hide the person from the acting duty itself (need to know, audit/walls.py)."""
    groups = acting().actor.groups
    if born is not None and Group.MINORS not in groups and _under_age(born, on=acting().on):
        raise Invalid(
            field="birth_date",
            message=_("Clients under 18 are for those named for them. Ask a colleague or the coordinator."),
        )
    if Group.TRAFFICKING not in groups and any(one.kind == "assistance_system" for one in periods):
        raise Invalid(
            field="kind",
            message=_(
                "Victims of trafficking are for those named for them. Ask the coordinator to record this."
            ),
        )


def _under_age(born: date, *, on: date) -> bool:
    return (on.year - born.year, on.month, on.day) < (18, born.month, born.day)


def identity_code(text: str) -> str:
    """Return the identity code in its written form."""
    try:
        return codes.read(text)
    except codes.NotIdentityCode as fault:
        raise Invalid(field="identity_code", message=fault.message) from None


def birth_date(typed: date | None, *, code: str = "") -> date | None:
    """Return the date of birth: the one typed, or the one in the code; they must not disagree."""
    if typed is None:
        return codes.birth_date(code) if code else None
    on = acting().on
    if typed > on:
        raise Invalid(field="birth_date", message=_("The date of birth is still to come. Check the year."))
    if typed.year < on.year - OLDEST_YEARS:
        raise Invalid(
            field="birth_date",
            message=format_lazy(_("Nobody living was born in {year}. Check the year."), year=typed.year),
        )
    if code and codes.birth_date(code) != typed:
        raise Invalid(
            field="birth_date",
            message=format_lazy(
                _(
                    "The identity code says born on {in_code}, this field {typed}. Correct the one that is wrong."
                ),
                in_code=day(codes.birth_date(code)),
                typed=day(typed),
            ),
        )
    return typed


def no_overlap(new: Sequence[PeriodEntry], existing: Iterable[PeriodEntry] = ()) -> None:
    """Refuse periods of one kind that share a day."""
    seen: list[PeriodEntry] = list(existing)
    for entry in new:
        for other in seen:
            if entry.kind == other.kind and _share_a_day(entry, other):
                raise Invalid(
                    field="first_day",
                    message=format_lazy(
                        _("There is already such a period {first}–{last}. End it or correct it first."),
                        first=day(other.first_day),
                        last=day(other.last_day) if other.last_day else "",
                    ),
                )
        seen.append(entry)


def _share_a_day(one: PeriodEntry, other: PeriodEntry) -> bool:
    return (other.last_day is None or one.first_day <= other.last_day) and (
        one.last_day is None or other.first_day <= one.last_day
    )


def may_change(known: Known, change: Change) -> None:
    """Raise Invalid for what saving the change would refuse, so that nobody looks at what cannot be."""
    for status in change.statuses:
        if status.granted_on > acting().on:
            raise Invalid(field="granted_on", message=NOT_GRANTED_YET)
    may_know(periods=change.periods)
    kept = [one for one in known.periods if one not in change.without_periods]
    for period in change.periods:
        if period.last_day is not None and period.last_day < period.first_day:
            raise Invalid(field="last_day", message=ENDS_BEFORE)
        no_overlap([period], [one for one in kept if one.kind == period.kind])

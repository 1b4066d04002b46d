"""Turvakielto ja turvallinen yhteydenotto: the order, opening what it hides, and how a person may be reached."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.languages.names import is_language
from kotopolku.people import codes
from kotopolku.people.access import hides_place, person_for, running_opening
from kotopolku.people.actions import rows
from kotopolku.people.entries import FROM_PERSON, SafeContactEntry, Source
from kotopolku.people.models import HouseholdMember, NonDisclosure, Opening, Person, SafeContact
from kotopolku.people.rows import own_order_runs

OPEN_FOR = timedelta(minutes=15)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def set_non_disclosure(
    *,
    person_id: UUID,
    in_force: bool,
    until: date | None = None,
    covers_household: bool = True,
    contact_address: str = "",
    source: Source = FROM_PERSON,
) -> None:
    """Record a non-disclosure order (turvakielto), to its last day if it has one, or its end.

    `contact_address` (yhteysosoite) is replaced outright: an old one can lead to a person too. Whoever lifts or narrows
    an order would see what it hides, so only who has opened the data with a reason may. Raises Invalid.
    """
    person = person_for(person_id, to="change")
    if _narrows(person, in_force=in_force, until=until, covers_household=covers_household):
        raise Invalid(
            field="in_force",
            message=_(
                "Open the hidden data with a reason first. Only then can the order be ended or narrowed."
            ),
        )
    if in_force and until is not None and until < acting().on:
        raise Invalid(field="until", message=_("The order has ended already. Check its last day."))
    Person.objects.filter(pk=person.pk).update(
        non_disclosure=in_force,
        non_disclosure_until=until if in_force else None,
        covers_household=covers_household,
        version=F("version") + 1,
    )
    for former in NonDisclosure.objects.filter(person=person, superseded_on__isnull=True):
        rows.supersede(former)
    NonDisclosure.objects.filter(person=person).update(contact_address="")
    if in_force:
        NonDisclosure.objects.create(
            controller_id=person.controller_id,
            person=person,
            last_day=until,
            covers_household=covers_household,
            contact_address=contact_address.strip(),
            **rows.marks(source),
        )
    touch(person.pk, *_household_of(person))


def _narrows(person: Person, *, in_force: bool, until: date | None, covers_household: bool) -> bool:
    """Whether somebody who has not opened the data would end, shorten or narrow an order in force."""
    if not own_order_runs(person, on=acting().on) or running_opening(person.pk) is not None:
        return False
    former = person.non_disclosure_until
    shorter = until is not None and (former is None or until < former)
    return not in_force or shorter or (person.covers_household and not covers_household)


def _household_of(person: Person) -> Iterable[UUID]:
    homes = HouseholdMember.objects.filter(person=person).values("household_id")
    return HouseholdMember.objects.filter(household_id__in=homes).values_list("person_id", flat=True)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def open_masked(*, person_id: UUID, reason: str, words: str) -> None:
    """Open for a quarter of an hour, to the acting worker alone, what a non-disclosure order hides. Raises Invalid."""
    person = person_for(person_id, to="change")
    actor = acting().actor
    rows.known(reason, codes.OPENING_REASONS, field="reason")
    if not words.strip():
        raise Invalid(field="words", message=_("Write why you need to see the data."))
    if actor.staff_id is None or actor.duty_id is None:
        raise Invalid(field="words", message=_("Only a worker with a duty can open hidden data."))
    if not hides_place(person):
        raise Invalid(field="reason", message=_("Nothing is hidden: no order is in force."))
    Opening.objects.create(
        controller_id=person.controller_id,
        person=person,
        staff_id=actor.staff_id,
        staff_name=actor.name,
        duty_id=actor.duty_id,
        reason=reason,
        words=words.strip(),
        closes_at=Now() + OPEN_FOR,
    )
    log.write(kind="open_masked", subject="person", subject_id=str(person.pk), persons=[person.pk], count=1)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def close_masked(*, person_id: UUID) -> None:
    """Hide the data again before the time is up; the worker's own openings only."""
    person = person_for(person_id, to="change")
    staff = acting().actor.staff_id
    if staff is not None:
        Opening.objects.filter(person=person, staff_id=staff, closed_at__isnull=True).update(closed_at=Now())


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def set_safe_contact(*, person_id: UUID, entry: SafeContactEntry, source: Source = FROM_PERSON) -> None:
    """Record how the person may be reached; an entry that says nothing takes the restrictions away. Raises Invalid."""
    person = person_for(person_id, to="change")
    values = _checked(entry)
    for former in SafeContact.objects.filter(person=person, superseded_on__isnull=True):
        rows.supersede(former)
    if any(values.values()) or values["message_allowed"] is False:
        SafeContact.objects.create(
            controller_id=person.controller_id,
            person=person,
            since=entry.since or acting().on,
            **values,
            **rows.marks(source),
        )


def _checked(entry: SafeContactEntry) -> dict[str, Any]:
    for way in (*entry.ways, *entry.never):
        rows.known(way, codes.CONTACT_WAYS, field="ways")
    for who in entry.not_through:
        rows.known(who, codes.GO_BETWEENS, field="not_through")
    ways, never = list(dict.fromkeys(entry.ways)), list(dict.fromkeys(entry.never))
    if set(ways) & set(never):
        raise Invalid(field="never", message=_("A way is both allowed and forbidden. Choose one."))
    if (entry.from_time is None) != (entry.until_time is None):
        raise Invalid(field="until_time", message=_("Write both hours, or neither."))
    if entry.from_time and entry.until_time and entry.from_time >= entry.until_time:
        raise Invalid(field="until_time", message=_("The later hour must come after the earlier one."))
    if entry.language and not is_language(entry.language):
        raise Invalid(field="language", message=_("Choose the language from the list."))
    return {
        "ways": ways,
        "never": never,
        "not_through": list(dict.fromkeys(entry.not_through)),
        "from_time": entry.from_time,
        "until_time": entry.until_time,
        "weekdays_only": entry.weekdays_only,
        "message_allowed": entry.message_allowed,
        "sender_name": entry.sender_name.strip(),
        "language": entry.language,
        "note": entry.note.strip(),
    }

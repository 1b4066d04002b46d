"""Tosiseikat: what the law reads. A newer value supersedes; nothing is overwritten, and a mistake is voided."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.people.access import person_for, same_people
from kotopolku.people.actions import checks, rows
from kotopolku.people.entries import FROM_PERSON, PeriodEntry, Source, StatusEntry
from kotopolku.people.models import Fact, Period, Person, ResidenceStatus
from kotopolku.people.vocabulary import stored


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def record_fact(
    *,
    person_id: UUID,
    key: str,
    value: object,
    since: date | None = None,
    source: Source = FROM_PERSON,
    void_reason: str = "",
) -> None:
    """Record one scalar fact (key: `vocabulary.KEPT`); None: it is not known any more.

    The former value becomes history; `void_reason` says that it was wrong from the start. Raises Invalid.
    """
    person = person_for(person_id, to="change")
    _record(person, key=key, value=value, since=since, source=source, void_reason=void_reason)
    touch(person.pk)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def record_facts(*, person_id: UUID, values: Mapping[str, object], source: Source = FROM_PERSON) -> None:
    """Record several scalar facts from one source; keys whose value is the same stay as they are."""
    person = person_for(person_id, to="change")
    for key, value in values.items():
        _record(person, key=key, value=value, since=None, source=source, void_reason="")
    touch(person.pk)


def _record(
    person: Person, *, key: str, value: object, since: date | None, source: Source, void_reason: str
) -> None:
    new = None if value is None else stored(key, value)
    same = [*Fact.objects.filter(person__in=same_people(person), key=key, superseded_on__isnull=True)]
    row = next((one for one in same if one.person_id == person.pk), next(iter(same), None))
    if row is not None:
        if row.value == new and row.since == since and row.source == source.code and not void_reason:
            return
        for one in same:
            rows.supersede(one, reason=void_reason)
    if new is not None:
        Fact.objects.create(
            controller_id=person.controller_id,
            person=person,
            key=key,
            value=new,
            since=since,
            **rows.marks(source),
        )


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def record_status(
    *,
    person_id: UUID,
    status: StatusEntry,
    source: Source = FROM_PERSON,
    replaces: int | None = None,
    reason: str = "",
) -> int:
    """Record a permit, card or registration and return its row id; `replaces` corrects a row, with a reason."""
    person = person_for(person_id, to="change")
    if replaces is not None:
        _void(ResidenceStatus, person, replaces, reason=reason)
    row = rows.status(person, status, source)
    row.save(force_insert=True)
    touch(person.pk)
    return row.pk


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def void_status(*, person_id: UUID, status_id: int, reason: str) -> None:
    """Say that a recorded status was a mistake; the row stays as history."""
    person = person_for(person_id, to="change")
    _void(ResidenceStatus, person, status_id, reason=reason)
    touch(person.pk)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def record_period(
    *,
    person_id: UUID,
    period: PeriodEntry,
    source: Source = FROM_PERSON,
    replaces: int | None = None,
    reason: str = "",
) -> int:
    """Record a period and return its row id; Invalid when it shares a day with another of its kind."""
    checks.may_know(periods=[period])
    person = person_for(person_id, to="change")
    if replaces is not None:
        _void(Period, person, replaces, reason=reason)
    row = _insert_period(person, period, source)
    touch(person.pk)
    return row.pk


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def end_period(*, person_id: UUID, period_id: int, last_day: date, source: Source = FROM_PERSON) -> None:
    """End a period on its last day (included): the open row becomes history, a closed one takes its place."""
    person = person_for(person_id, to="change")
    open_one = _current(Period, person, period_id)
    rows.supersede(open_one)
    _insert_period(
        open_one.person,
        PeriodEntry(kind=open_one.kind, first_day=open_one.first_day, last_day=last_day),
        source,
    )
    touch(person.pk)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def void_period(*, person_id: UUID, period_id: int, reason: str) -> None:
    """Say that a recorded period was a mistake; the row stays as history."""
    person = person_for(person_id, to="change")
    _void(Period, person, period_id, reason=reason)
    touch(person.pk)


def _insert_period(person: Person, entry: PeriodEntry, source: Source) -> Period:
    row = rows.period(person, entry, source)
    others = Period.objects.filter(
        person__in=same_people(person), kind=entry.kind, superseded_on__isnull=True
    )
    checks.no_overlap(
        [entry],
        [PeriodEntry(kind=o.kind, first_day=o.first_day, last_day=o.last_day) for o in others],
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        # Somebody else recorded one in the same moment; the constraint saw it, the check above could not.
        raise Invalid(
            field="first_day", message=_("Somebody has just recorded such a period. Look at it first.")
        ) from None
    return row


def _current[M: (ResidenceStatus, Period)](model: type[M], person: Person, row_id: int) -> M:
    row = model._default_manager.filter(
        person__in=same_people(person), pk=row_id, superseded_on__isnull=True
    ).first()
    if row is None:
        raise NotFound
    return row


def _void[M: (ResidenceStatus, Period)](model: type[M], person: Person, row_id: int, *, reason: str) -> None:
    if not reason.strip():
        raise Invalid(field="reason", message=_("Write why the earlier information was wrong."))
    rows.supersede(_current(model, person, row_id), reason=reason)

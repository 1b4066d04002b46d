"""Ruokakunnat: who live together, from when to when. A household moves nobody's case and shares nobody's file."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.people.access import household_for, person_for
from kotopolku.people.actions import rows
from kotopolku.people.actions.details import set_contact_details, set_languages
from kotopolku.people.actions.facts import record_fact, record_period
from kotopolku.people.codes import HOUSEHOLD_ROLES
from kotopolku.people.entries import ContactEntry, LanguageEntry, PeriodEntry, Source, TogetherEntry
from kotopolku.people.known import REGISTERED
from kotopolku.people.models import ContactDetail, Household, HouseholdMember, PersonLanguage


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def form_household(*, members: Iterable[tuple[UUID, str]], name: str = "", since: date | None = None) -> UUID:
    """Form a household of (person, role) and return its id; it is in the first member's register. Raises Invalid."""
    people = [(person_for(person_id, to="change"), role) for person_id, role in members]
    if not people:
        raise Invalid(field="members", message=_("Choose at least one person."))
    household = Household.objects.create(controller_id=people[0][0].controller_id, name=name.strip())
    for person, role in people:
        rows.known(role, HOUSEHOLD_ROLES, field="role")
        HouseholdMember.objects.create(
            controller_id=person.controller_id, person=person, household=household, role=role, first_day=since
        )
    touch(*(person.pk for person, _role in people))
    return household.pk


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def add_household_member(
    *, household_id: UUID, person_id: UUID, role: str, since: date | None = None
) -> None:
    """Add a person to a household. Raises Invalid when they are in it already."""
    household, person = household_for(household_id), person_for(person_id, to="change")
    rows.known(role, HOUSEHOLD_ROLES, field="role")
    if HouseholdMember.objects.filter(household=household, person=person, last_day__isnull=True).exists():
        raise Invalid(field="person", message=_("This person is in the household already."))
    HouseholdMember.objects.create(
        controller_id=person.controller_id, person=person, household=household, role=role, first_day=since
    )
    touch(person.pk)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def leave_household(*, household_id: UUID, person_id: UUID, last_day: date | None = None) -> None:
    """End a person's time in a household (last day included; absent: today). Nothing else moves."""
    person = person_for(person_id, to="change")
    HouseholdMember.objects.filter(household_id=household_id, person=person, last_day__isnull=True).update(
        last_day=last_day or acting().on
    )
    touch(person.pk)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def split_household(
    *, household_id: UUID, person_ids: Iterable[UUID], last_day: date, together: bool = True
) -> UUID | None:
    """Let some members leave on the same day, and form a household of their own from the next; return its id.

    Nothing but the membership is written: what follows a person is what was theirs. Raises Invalid.
    """
    home = household_for(household_id)
    leaving = [*dict.fromkeys(person_ids)]
    current = HouseholdMember.objects.filter(household=home, last_day__isnull=True)
    roles = dict(current.filter(person_id__in=leaving).values_list("person_id", "role"))
    if not leaving or set(leaving) != set(roles):
        raise Invalid(field="people", message=_("Choose those who live in the household now."))
    if last_day > acting().on:
        raise Invalid(field="last_day", message=_("The last day together is still to come. Split it then."))
    for person_id in leaving:
        leave_household(household_id=household_id, person_id=person_id, last_day=last_day)
    if not together:
        return None
    members = [(person_id, roles[person_id]) for person_id in leaving]
    return form_household(members=members, since=last_day + timedelta(days=1))


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def record_together(*, person_ids: Iterable[UUID], entry: TogetherEntry, source: Source) -> None:
    """Write what one talk told of several people: each gets facts of their own, by acts logged one by one.

    All or nothing. Raises Invalid; contact details hidden by a non-disclosure order are not overwritten.
    """
    people = [*dict.fromkeys(person_ids)]
    if not people:
        raise Invalid(field="people", message=_("Choose at least one person."))
    for person_id in people:
        if entry.address:
            kept = ContactDetail.objects.filter(person_id=person_id).exclude(kind="address").order_by("pk")
            details = [ContactEntry(kind=one.kind, value=one.value, note=one.note) for one in kept]
            address = ContactEntry(kind="address", value=entry.address)
            set_contact_details(person_id=person_id, entries=[*details, address], source=source)
        if entry.spoken:
            others = PersonLanguage.objects.filter(person_id=person_id, superseded_on__isnull=True)
            languages = [
                LanguageEntry(use=one.use, language=one.language, dialect=one.dialect, note=one.note)
                for one in others.exclude(use="spoken").order_by("pk")
            ]
            spoken = LanguageEntry(use="spoken", language=entry.spoken)
            set_languages(person_id=person_id, languages=[*languages, spoken], source=source)
        if entry.registered_on:
            record_fact(person_id=person_id, key=REGISTERED, value=entry.registered_on, source=source)
        if entry.home_care_from:
            period = PeriodEntry(kind="child_home_care_allowance", first_day=entry.home_care_from)
            record_period(person_id=person_id, period=period, source=source)
    touch(*people)

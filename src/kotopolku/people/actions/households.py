"""Ruokakunnat: who live together, from when to when. A household moves nobody's case and shares nobody's file."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.people.access import household_for, person_for
from kotopolku.people.actions import rows
from kotopolku.people.codes import HOUSEHOLD_ROLES
from kotopolku.people.models import Household, HouseholdMember


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

"""Draw up a family's shared plan: one part together, and one for each adult and child (4 §)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.law.calendar import add_years
from kotopolku.people.access import person_for
from kotopolku.people.models import HouseholdMember
from kotopolku.plans.access import family_plan_for, open_case
from kotopolku.plans.actions.roles import PREPARERS
from kotopolku.plans.models import FamilyPart, FamilyPlan

ADULT = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class PartIn:
    """One member's part as typed. Of a child: the opinion and how it was heard, or the legal reason for not hearing."""

    text: str = ""
    opinion: str = ""
    heard_how: str = ""
    not_heard_reason: str = ""


@action(*PREPARERS)
def begin_family_plan(*, case_id: UUID) -> UUID:
    """Begin the shared plan of the client's household, with a part for each member the duty sees. Raises Invalid."""
    case = open_case(case_id)
    mine = HouseholdMember.objects.filter(person=case.person, last_day__isnull=True).first()
    if mine is None:
        raise Invalid(field="", message=_("The client has no household yet. Form the household first."))
    members = [
        *HouseholdMember.objects.filter(household=mine.household_id, last_day__isnull=True).order_by("pk")
    ]
    family = FamilyPlan(
        controller_id=case.controller_id,
        household_id=mine.household_id,
        size=0,
        saved_on=acting().on,
        saved_by_name=current_actor().name,
    )
    try:
        with transaction.atomic():
            family.save(force_insert=True)
    except IntegrityError as fault:
        raise Invalid(field="", message=_("The family has a plan already.")) from fault
    _join(family, members)
    touch(*(member.person_id for member in members))
    return family.pk


def _join(family: FamilyPlan, members: Iterable[HouseholdMember]) -> None:
    """Give each member without one a part of their own: also whom the duty that began the plan did not see."""
    present = set(family.parts.values_list("person_id", flat=True))
    for member in members:
        if member.person_id in present:
            continue
        person_for(member.person_id, to="change")
        FamilyPart.objects.create(
            controller_id=member.controller_id,
            person_id=member.person_id,
            family_plan=family,
            role=member.role,
        )
        family.size += 1
    family.save(update_fields=["size"])


def _members(household_id: UUID) -> list[HouseholdMember]:
    return [*HouseholdMember.objects.filter(household_id=household_id, last_day__isnull=True).order_by("pk")]


@action(*PREPARERS)
def save_family_plan(
    *,
    family_plan_id: UUID,
    version: int,
    shared_goals: str,
    shared_measures: str,
    parts: Mapping[int, PartIn],
) -> int:
    """Keep the shared part and the parts of the members (by number) the duty sees; return the new version.

    A child's part holds the child's opinion and how it was heard, or why not (4 §). Raises Invalid (the field is
    `part-3-opinion`), Stale, NotFound.
    """
    family = family_plan_for(family_plan_id, version=version)
    rows = {row.pk: row for row in family.parts.select_related("person")}
    for number, part in parts.items():
        if number not in rows:
            raise Invalid(field="", message=_("A member of the family has changed. Open the page again."))
        _check(part, number, born=rows[number].person.birth_date)
    for number, part in parts.items():
        row = rows[number]
        row.text, row.opinion = part.text.strip(), part.opinion.strip()
        row.heard_how, row.not_heard_reason = part.heard_how.strip(), part.not_heard_reason.strip()
        row.save()
    _join(family, _members(family.household_id))
    family.shared_goals, family.shared_measures = shared_goals.strip(), shared_measures.strip()
    family.saved_on, family.saved_by_name = acting().on, current_actor().name
    family.version += 1
    family.save()
    touch(*(row.person_id for row in rows.values()))
    return family.version


def _check(part: PartIn, number: int, *, born: date | None) -> None:
    """4 §: the wishes and opinion of somebody under 18 are found out, unless the law lets that be."""
    if born is None or add_years(born, ADULT) <= acting().on or not part.text.strip():
        return
    if part.opinion.strip() and not part.heard_how.strip():
        raise Invalid(field=f"part-{number}-heard_how", message=_("Write how the child was heard."))
    if not part.opinion.strip() and not part.not_heard_reason.strip():
        raise Invalid(
            field=f"part-{number}-opinion",
            message=_("Write the child's wishes and opinion, or the legal reason for not finding them out."),
        )

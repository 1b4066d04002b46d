"""A family's shared plan as plain values: the shared part, and each member's own as far as the duty sees them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kotopolku.audit import log
from kotopolku.people.queries import rows_by_id
from kotopolku.plans.models import FamilyPart


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One member's part."""

    id: int
    person_id: UUID
    name: str
    birth_date: date | None
    role: str
    text: str
    opinion: str
    heard_how: str
    not_heard_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPlanView:
    """The family's plan; `own` is the part of the person asked about, `hidden` how many parts another wall hides."""

    id: UUID
    version: int
    shared_goals: str
    shared_measures: str
    saved_on: date
    saved_by_name: str
    own: PartView
    others: tuple[PartView, ...]
    hidden: int

    @property
    def parts(self) -> tuple[PartView, ...]:
        """Every part the duty sees, the person's own first."""
        return (self.own, *self.others)


def family_plan_of(person_id: UUID) -> FamilyPlanView | None:
    """Return the plan of the person's family; None when there is none. The others shown are logged as one list."""
    mine = (
        FamilyPart.objects.filter(person_id=person_id).select_related("family_plan").order_by("-pk").first()
    )
    if mine is None:
        return None
    family = mine.family_plan
    rows = [*family.parts.order_by("pk")]
    people = rows_by_id(row.person_id for row in rows)
    log.listed(subject="family_plan", persons=dict.fromkeys(people))
    parts = [
        PartView(
            id=row.pk,
            person_id=row.person_id,
            name=people[row.person_id].name,
            birth_date=people[row.person_id].birth_date,
            role=row.role,
            text=row.text,
            opinion=row.opinion,
            heard_how=row.heard_how,
            not_heard_reason=row.not_heard_reason,
        )
        for row in rows
        if row.person_id in people
    ]
    return FamilyPlanView(
        id=family.pk,
        version=family.version,
        shared_goals=family.shared_goals,
        shared_measures=family.shared_measures,
        saved_on=family.saved_on,
        saved_by_name=family.saved_by_name,
        own=next(part for part in parts if part.id == mine.pk),
        others=tuple(part for part in parts if part.id != mine.pk),
        hidden=max(0, family.size - len(parts)),
    )

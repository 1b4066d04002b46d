"""The only doors to plans. What the walls hide and what is not there look alike: NotFound, and a logged refusal."""

from uuid import UUID

from kotopolku.audit.doors import behind_door
from kotopolku.audit.errors import NotFound, Stale
from kotopolku.audit.log import looked, refuse
from kotopolku.cases.access import refuse_closed
from kotopolku.cases.models import Assessment, Case
from kotopolku.plans.models import FamilyPlan, Measure, NationalRecord, Obstacle, Plan, Review


def plan_for(plan_id: UUID, *, to: str = "read", version: int | None = None) -> Plan:
    """Return the plan with its case and person; `to` is "read" (logged as a look) or "change" (the row is locked).

    With `version` a plan that somebody else has saved since raises Stale. Raises NotFound.
    """
    plan = behind_door(Plan.objects.select_related("case", "case__person"), plan_id, subject="plan", to=to)
    if to == "change":
        refuse_closed(plan.case)
    if to == "read":
        looked(subject="plan", subject_id=str(plan.pk), person=plan.case.person_id)
    if version is not None and plan.version != version:
        raise Stale(f"plan {plan_id}")
    return plan


def measure_for(measure_id: int) -> Measure:
    """Return a measure to change, with its plan, case and person, both rows locked. Raises NotFound."""
    rows = Measure.objects.select_related("plan", "plan__case", "plan__case__person")
    measure = behind_door(rows, measure_id, subject="measure", to="change", lock=("self", "plan"))
    refuse_closed(measure.plan.case)
    return measure


def open_case(case_id: UUID) -> Case:
    """Return the case, which must be open, with its person, locked against a second draft. Raises NotFound, Closed."""
    case = behind_door(Case.objects.select_related("person"), case_id, subject="case", to="change")
    refuse_closed(case)
    return case


def obstacle_for(obstacle_id: int) -> Obstacle:
    """Return a time when the plan could not be carried out, to change, with its case. Raises NotFound."""
    rows = Obstacle.objects.select_related("case", "case__person").filter(void_reason="")
    row = behind_door(rows, obstacle_id, subject="obstacle", to="change")
    refuse_closed(row.case)
    return row


def subject_for(kind: str, record_id: UUID | int) -> Assessment | Plan | Review:
    """Return what is marked as recorded in the national system, with its case and person. Raises NotFound.

    A closed case too: what was made stays to be recorded.
    """
    tables: dict[str, tuple[type[Assessment | Plan | Review], str]] = {
        "assessment": (Assessment, "case"),
        "plan": (Plan, "case"),
        "review": (Review, "plan__case"),
    }
    if kind in tables:
        table, case = tables[kind]
        rows = table._default_manager.select_related(case, f"{case}__person")
        row = rows.select_for_update(of=("self",)).filter(pk=str(record_id)).first()
        if row is not None:
            return row
    refuse(kind="change", subject=kind, subject_id=str(record_id))
    raise NotFound(f"{kind} {record_id}")


def mark_for(mark_id: int) -> NationalRecord:
    """Return a mark of a record in the national system that is in force, to take back. Raises NotFound."""
    rows = NationalRecord.objects.select_related("case", "case__person").filter(voided_on__isnull=True)
    return behind_door(rows, mark_id, subject="national_record", to="change")


def family_plan_for(family_plan_id: UUID, *, version: int) -> FamilyPlan:
    """Return a family's plan to change, locked; whoever sees none of its parts does not see it. Raises as plan_for."""
    family = behind_door(FamilyPlan.objects.all(), family_plan_id, subject="family_plan", to="change")
    if family.version != version:
        raise Stale(f"family plan {family_plan_id}")
    return family

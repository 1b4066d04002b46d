"""Keep the clock rows: after every action for the persons touched, and every night for the whole area."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from kotopolku.accounts.queries import area_settings_of
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.cases.models import Case, Clock
from kotopolku.clocks.dates import case_dates
from kotopolku.clocks.rules import Wanted, clocks_of
from kotopolku.handovers.responsibility import follow
from kotopolku.people.queries import same_person
from kotopolku.plans.actions.freezing import freeze_drafts
from kotopolku.plans.facts import facts_by_person
from kotopolku.plans.refusals import others_answer

BATCH = 500  # persons at a time in the nightly run
KEPT = ("rule", "kind", "starts_on", "due_on", "state", "met_on", "provision", "harm")


def refresh(*, persons: frozenset[UUID], on: date) -> None:
    """Write the clocks of the persons' open cases as they stand on the day; AFTER_ACTION of every action.

    A constant number of queries for one person or for hundreds. Running it again changes nothing. Clocks of closed
    cases that were met stay as history, the others go. A day on which responsibility moves is followed as well (3 §).
    """
    shown_as = same_person(persons)  # what is recorded under one registration moves the clocks of all linked
    cases = [*Case.objects.filter(person_id__in={*persons, *shown_as}).order_by("pk")]
    if not cases:
        return
    opened = [case for case in cases if case.closed_on is None]
    facts = facts_by_person({case.person_id for case in opened}, on=on, shown_as=shown_as) if opened else {}
    dates = case_dates(opened)
    settings = {area: area_settings_of(area) for area in {case.area_id for case in opened}}
    freeze_drafts(
        cases=[
            case.pk
            for case in opened
            if others_answer(
                facts[case.person_id], on=on, delegated=settings[case.area_id].jobseeker_plans_delegated
            )
        ],
        on=on,
    )
    wanted = {
        case.pk: clocks_of(facts[case.person_id], case=dates[case.pk], settings=settings[case.area_id], on=on)
        for case in opened
    }
    _write(cases, wanted)
    follow(opened, facts, on=on)


def _write(cases: Iterable[Case], wanted: dict[UUID, tuple[Wanted, ...]]) -> None:
    by_id = {case.pk: case for case in cases}
    present = {(row.case_id, row.code): row for row in Clock.objects.filter(case_id__in=list(by_id))}
    rows: list[Clock] = []
    for case_id, clocks in wanted.items():
        for clock in clocks:
            row = present.pop((case_id, clock.code), None)
            values = {name: getattr(clock, name) for name in KEPT}
            if row is not None and all(getattr(row, name) == value for name, value in values.items()):
                continue
            rows.append(
                Clock(controller_id=by_id[case_id].controller_id, case_id=case_id, code=clock.code, **values)
            )
    if rows:
        Clock.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["case", "code"], update_fields=list(KEPT)
        )
    gone = [row.pk for (case_id, _), row in present.items() if case_id in wanted or row.met_on is None]
    if gone:
        Clock.objects.filter(pk__in=gone).delete()


@action(Role.SYSTEM)
def refresh_all(*, area_id: str, on: date) -> int:
    """Write the clocks of every open case of the area (the nightly run); return how many cases there were.

    Facts that begin or end by themselves (a period, a permit, an age) move clocks without anybody's act.
    """
    persons = list(
        Case.objects.filter(area_id=area_id, closed_on__isnull=True)
        .order_by("pk")
        .values_list("person_id", flat=True)
    )
    for start in range(0, len(persons), BATCH):
        refresh(persons=frozenset(persons[start : start + BATCH]), on=on)
    return len(persons)

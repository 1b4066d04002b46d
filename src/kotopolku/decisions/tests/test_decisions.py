"""A requested assessment is refused in writing, and only where the law leaves a choice."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from tests.cast import worker

from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.cases.actions import judge
from kotopolku.cases.queries import timeline
from kotopolku.decisions.actions import deliver_decision, refuse_assessment
from kotopolku.decisions.entries import DecisionEntry
from kotopolku.decisions.models import Decision
from kotopolku.decisions.queries import decision_view, decisions_of
from kotopolku.plans.tests.stories import opened

TODAY = date(2026, 11, 24)
ENTRY = DecisionEntry(
    number="RAI/123/2026",
    requested_on=date(2026, 11, 20),
    reasons="Osaaminen on arvioitu jo työnantajan luona, eikä palvelun tarvetta ole.",
    provisions=("681/2023 14.1(4)",),
    authority="Raision kaupunki, kotoutumispalvelut",
    address="PL 100, 21201 Raisio",
    contact="Aino Kettunen, 02 434 3111",
)


@pytest.fixture
def case(officer):
    """A worker with a permit, of whom no number of 14 § but the fourth can hold."""
    return opened(officer, on=TODAY, periods=[])[1]


def test_a_refusal_carries_its_number_reasons_and_provisions_and_stands_on_the_timeline(officer, case):
    with acting_as(officer, on=TODAY):
        made = refuse_assessment(case_id=case, entry=ENTRY)
        view = decision_view(made)
        assert (view.number, view.decided_by, view.provisions) == (
            "RAI/123/2026",
            officer.name,
            ("681/2023 14.1(4)",),
        )
        assert view.last_day is None
        assert "decision_made_assessment_refused" in [one.code for one in timeline(case).events]


def test_the_time_for_rectification_runs_from_the_receipt_and_the_delivery_is_recorded_once(officer, case):
    with acting_as(officer, on=TODAY):
        made = refuse_assessment(case_id=case, entry=ENTRY)
        deliver_decision(decision_id=made, way="ordinary_letter", on=TODAY)
        # sent 24.11., received on the seventh day 1.12., 30 days are over on 31.12.
        assert decision_view(made).last_day == date(2026, 12, 31)
        with pytest.raises(Stale):
            deliver_decision(decision_id=made, way="personal", on=TODAY)


def test_what_the_law_obliges_to_cannot_be_refused(officer, case):
    with acting_as(officer, on=TODAY):
        judge(case_id=case, key="assessment.judged_needed", value=True, reason="Tarve on.")
    child_at_home = opened(officer, on=TODAY)[1]
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        refuse_assessment(case_id=child_at_home, entry=ENTRY)
    assert "14 §" in str(fault.value.message)


@pytest.mark.parametrize("field", ["number", "reasons", "authority", "address", "contact"])
def test_a_decision_without_one_of_its_parts_is_not_made(officer, case, field):
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        refuse_assessment(case_id=case, entry=replace(ENTRY, **{field: " "}))
    assert fault.value.field == field


def test_a_decision_is_corrected_by_a_new_one_and_never_altered(officer, case):
    with acting_as(officer, on=TODAY):
        first = refuse_assessment(case_id=case, entry=ENTRY)
        with pytest.raises(Invalid):
            refuse_assessment(case_id=case, entry=ENTRY)
        second = refuse_assessment(
            case_id=case,
            entry=replace(ENTRY, number="RAI/124/2026", reasons="Perustelu korjattu."),
            corrects=first,
        )
        newest, older = sorted(decisions_of(case), key=lambda one: one.number, reverse=True)
        assert (newest.id, newest.corrects, older.corrected_by) == (second, "RAI/123/2026", second)
        for change in (lambda rows: rows.update(reasons="muu"), lambda rows: rows.delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                change(Decision.objects.filter(pk=first))


def test_an_adviser_does_not_decide_and_another_municipality_does_not_see(officer, neighbour, case):
    adviser = worker(
        username="aada", name="Aada Neuvoja", at="raisio", area="raisio", role=Role.ADVISER, covers=["raisio"]
    )
    with acting_as(adviser, on=TODAY), pytest.raises(NotPermitted):
        refuse_assessment(case_id=case, entry=ENTRY)
    with acting_as(officer, on=TODAY):
        made = refuse_assessment(case_id=case, entry=ENTRY)
    with acting_as(neighbour, on=TODAY), pytest.raises(NotFound):
        decision_view(made)

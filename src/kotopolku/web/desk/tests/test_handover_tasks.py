"""What goes with a hand-over, page by page: responsibility, a move, a placement, the client's own tasks."""

from datetime import date

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.cases.actions import open_case
from kotopolku.handovers.case_queries import owed_tasks, placement_of
from kotopolku.people.actions import record_period
from kotopolku.people.entries import PeriodEntry
from kotopolku.plans.entries import MeasureIn
from kotopolku.plans.queries import plans_of_case
from kotopolku.plans.tests.stories import MEASURES, accept, assessed, drafted, registered


def panel_of(desk, case):
    return desk.get(reverse("desk:case", args=[case])).content.decode().partition('id="handovers"')[2]


@pytest.mark.slow
def test_the_case_says_who_answers_from_when_and_that_nobody_has_acknowledged_it(officer, monkeypatch):
    # given a client without an e-mail address whose job search begins today, in a case opened earlier
    matter, desk = accepted(officer), client_of(officer)
    with acting_as(officer, on=TODAY):
        record_period(person_id=matter.person, period=PeriodEntry(kind="jobseeker", first_day=TODAY))
    # then the panel says so, and that somebody must call
    panel = panel_of(desk, matter.case)
    assert "Vastuu: Turun työllisyysalue 24.11. alkaen (3 §), ei kuitattu" in panel
    page = reverse("desk:responsibility", args=[matter.case])
    assert "Soita asiakkaalle" in panel
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())
    assert page in desk.get(reverse("desk:today")).content.decode()
    assert page in panel
    # when it is done
    row = desk.get(page).context["lines"][0][0]
    told = {"do": "told", "id": row.id, "way": "telephone", "on": "24.11.2026"}
    acknowledged = {"do": "acknowledged", "id": row.id, "whom": "Turun palveluvastaava", "on": "24.11.2026"}
    assert [desk.post(page, data).status_code for data in (told, acknowledged)] == [302, 302]
    # then nothing is left to do
    panel = panel_of(desk, matter.case)
    assert "Soita asiakkaalle" not in panel
    assert "kuitattu 24.11." in panel


@pytest.mark.slow
def test_a_placement_goes_from_the_proposal_to_the_first_week(officer):
    # given a client whose case was opened because of a placement
    person = registered(officer, on=TODAY)
    with acting_as(officer, on=TODAY):
        case = open_case(person_id=person, opened_because="placement")
    desk, page = client_of(officer), reverse("desk:placement", args=[case])
    assert page in panel_of(desk, case)
    steps = (
        {"proposed_on": "20.11.2026", "proposed_by": "Lounais-Suomen elinvoimakeskus"},
        {"answer": "accepted", "answered_on": "24.11.2026", "expected_on": "15.12.2026"},
        {"expected_on": "15.12.2026", "housing": "Vuokra-asunto 1.12. alkaen", "county_told_on": "24.11.2026",
         "county_told_whom": "sosiaalipäivystys", "arrived_on": "24.11.2026", "steps": ["keys_given"]},
    )  # fmt: skip
    # when the three steps are filled in
    assert [desk.post(page, data).status_code for data in steps] == [302, 302, 302]
    # then what is undone is listed, and the county has been told
    with acting_as(officer, on=TODAY):
        row = placement_of(case)
        assert (row.county_told_whom, len(row.undone)) == ("sosiaalipäivystys", 8)
    assert "Terveystarkastus" in desk.get(page).content.decode()
    # and a no without a reason is not taken
    other = registered(officer, on=TODAY)
    with acting_as(officer, on=TODAY):
        second = open_case(person_id=other, opened_because="placement")
    again = reverse("desk:placement", args=[second])
    desk.post(again, steps[0])
    assert desk.post(again, {"answer": "declined", "answered_on": "24.11.2026"}).status_code == 422


@pytest.fixture
def with_own_task(officer):
    """A case whose plan of 24.11. has a training and a task of the client's own."""
    made = TODAY
    _person, case = assessed(officer, on=made)
    own = MeasureIn(code="other", title="Kirjastokortti", reason="Lukeminen.", responsible="client")
    plan = drafted(officer, case, on=made, ends_on=date(2027, 10, 1), measures=(*MEASURES, own))
    accept(officer, plan, on=made)
    return case


@pytest.mark.slow
def test_the_month_of_the_referral_is_not_moved_and_the_own_day_is_only_ours(
    officer, monkeypatch, with_own_task
):
    # given a plan of 24.11.: then the training's month ends on Christmas Eve, and the own task's day is dashed
    day = date(2026, 12, 1)
    with acting_as(officer, on=day):
        owed, own = owed_tasks(with_own_task)
    assert (owed.title, owed.due_on, owed.own) == ("Kotoutumiskoulutus", date(2026, 12, 24), False)
    assert (own.title, own.own) == ("Kirjastokortti", True)
    monkeypatch.setenv("KOTOPOLKU_TODAY", day.isoformat())
    desk = client_of(officer)
    assert "clock-target" in panel_of(desk, with_own_task)
    # when it is asked about and need not be asked again
    page = reverse("desk:own_tasks", args=[with_own_task])
    assert desk.post(page, {"measure_id": own.measure_id, "note": "Kortti on haettu."}).status_code == 302
    # then it is no task any more
    with acting_as(officer, on=day):
        assert [one.own for one in owed_tasks(with_own_task)] == [False]
        (plan,) = plans_of_case(with_own_task)
    # and the review comes filled with it, and with the time that the client missed
    assert (
        desk.post(reverse("desk:case", args=[with_own_task]), {"text": "", "missed": "on"}).status_code == 302
    )
    review = desk.get(reverse("desk:plan_review", args=[plan.id]))
    assert "Kirjastokortti: sovittu. 1.12.2026 Kortti on haettu." in review.content.decode()
    assert review.context["form"].initial["participation"].endswith("Jäi väliin: 1.12.2026.")


@pytest.mark.slow
def test_a_move_is_recorded_with_the_clients_answer(officer):
    matter, desk = accepted(officer), client_of(officer)
    page = reverse("desk:move", args=[matter.case])
    data = {
        "to": "naantali",
        "registered_on": "1.12.2026",
        "consent_on": "24.11.2026",
        "consent_how": "suullisesti",
    }
    assert desk.post(page, {**data, "consent": "no"}).status_code == 422
    assert desk.post(page, {**data, "consent": "yes"}).status_code == 302
    assert "Naantali" in panel_of(desk, matter.case)

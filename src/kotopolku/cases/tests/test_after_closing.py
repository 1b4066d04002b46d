"""After responsibility has moved away the former unit reads its own records up to that day, and changes none."""

from datetime import date

import pytest
from django.urls import reverse
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Closed, NotFound
from kotopolku.cases.actions import (
    add_note,
    assign_officer,
    close_case,
    judge,
    record_answer,
    record_measure,
    start_assessment,
)
from kotopolku.cases.models import Event
from kotopolku.cases.queries import case_view, timeline
from kotopolku.handovers.actions import register_move
from kotopolku.people.actions import set_contact_details, set_non_disclosure
from kotopolku.people.entries import ContactEntry
from kotopolku.people.models import ContactDetail, Person
from kotopolku.plans.actions import draft_plan, end_plan, set_measure_state
from kotopolku.plans.models import Measure

SENTENCE = "Asiakkuus on päätetty 23.11.2026"


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def moved(officer, today):
    """A client with a plan in force, who moved to Naantali today; Raisio's case is closed as moved away."""
    matter = accepted(officer)
    with acting_as(officer, on=today):
        register_move(
            case_id=matter.case,
            to="naantali",
            registered_on=today,
            consent=True,
            consent_on=today,
            consent_how="suullisesti",
        )
    return matter


@pytest.mark.slow
def test_the_former_unit_reads_its_own_records_with_how_they_ended_and_where_the_work_went(
    officer, neighbour, moved, today
):
    # given something that the next unit adds
    with acting_as(neighbour, on=today):
        assert Person.objects.filter(pk=moved.person).exists()
        set_contact_details(
            person_id=moved.person, entries=[ContactEntry(kind="phone", value="045 999 8877")]
        )
    client = client_of(officer)
    # when the former unit opens the case
    page = client.get(reverse("desk:case", args=[moved.case]))
    # then it reads whose it was, how it ended and the state of the hand-over
    assert page.status_code == 200
    told = page.content.decode()
    assert all(words in told for words in ("Rana Haddad", "muutti pois", "Muutti 24.11.: Naantali"))
    # its assessment and its plan too, and nothing of what is known now
    for name, thing in (("desk:assessment", moved.assessment), ("desk:plan", moved.plan)):
        page = client.get(reverse(name, args=[thing]))
        assert page.status_code == 200, name
        assert "999 8877" not in page.content.decode(), name
    with acting_as(officer, on=today):
        assert not ContactDetail.objects.filter(value__contains="999").exists()
        # what may be read may not be changed
        with pytest.raises(NotFound):
            set_contact_details(person_id=moved.person, entries=[ContactEntry(kind="phone", value="x")])


def test_the_former_unit_is_not_told_where_a_client_under_a_non_disclosure_order_went(
    officer, neighbour, moved, today
):
    with acting_as(neighbour, on=today):
        set_non_disclosure(person_id=moved.person, in_force=True)
    told = client_of(officer).get(reverse("desk:case", args=[moved.case])).content.decode()
    assert "Muutti 24.11." in told
    assert "Naantali" not in told
    assert "kunta peitetty" in told


def test_the_new_unit_does_not_see_the_former_ones_case(neighbour, moved, today):
    with acting_as(neighbour, on=today), pytest.raises(NotFound):
        case_view(moved.case)


def test_every_change_is_refused_with_a_clear_sentence(officer, moved, today):
    with acting_as(officer, on=today):
        measure = Measure.objects.filter(plan_id=moved.plan).first().pk
    acts = {
        "note": lambda: add_note(case_id=moved.case, text="x"),
        "officer": lambda: assign_officer(case_id=moved.case, staff_id=officer.staff_id),
        "closing": lambda: close_case(case_id=moved.case, reason="declined"),
        "judgement": lambda: judge(
            case_id=moved.case, key="assessment.judged_needed", value=True, reason="x"
        ),
        "answer": lambda: record_answer(
            case_id=moved.case, organisation="varha", who="x", way="letter", answered_on=today, text="x"
        ),
        "assessment": lambda: start_assessment(case_id=moved.case),
        "measure": lambda: record_measure(
            assessment_id=moved.assessment, kind="language_test", who="x", on=today, result="x"
        ),
        "plan": lambda: draft_plan(case_id=moved.case),
        "end": lambda: end_plan(plan_id=moved.plan, version=2, ended_on=today, reason="moved_away"),
        "service": lambda: set_measure_state(measure_id=measure, state="started", on=today),
    }
    with acting_as(officer, on=today):
        before = Event.objects.filter(case_id=moved.case).count()
    for name, act in acts.items():
        with acting_as(officer, on=today), pytest.raises(Closed) as fault:
            act()
        assert str(fault.value.message).startswith(SENTENCE), name
    with acting_as(officer, on=today):
        assert Event.objects.filter(case_id=moved.case).count() == before > 0


def test_pages_say_the_same_sentence(officer, moved):
    client = client_of(officer)
    # a form shows it in place, an act without a form on a page of its own
    assert SENTENCE in client.post(reverse("desk:case", args=[moved.case]), {"text": "x"}).content.decode()
    answer = client.post(reverse("desk:assessment_new", args=[moved.case]))
    assert answer.status_code == 409
    assert SENTENCE in answer.content.decode()


@pytest.mark.slow
def test_an_answer_of_somebody_without_an_account_is_on_the_timeline_with_who_recorded_it(officer, today):
    matter = accepted(officer)
    url = reverse("desk:answer_new", args=[matter.case])
    client = client_of(officer)
    sent = {
        "organisation": "varha",
        "who": "Päivystävä sosiaalityöntekijä",
        "way": "telephone",
        "answered_on": "20.11.2026",
        "text": "Osallistumme arviointiin.",
    }
    # when a day to come is given, then it is refused at its field
    assert client.post(url, {**sent, "answered_on": "25.11.2026"}).status_code == 422
    # when
    assert client.post(url, sent).status_code == 302
    # then
    with acting_as(officer, on=today):
        event = next(one for one in timeline(matter.case).events if one.code == "answer_recorded")
    assert (event.on, event.by, event.text) == (
        date(2026, 11, 20),
        "Aino Kettunen",
        "Osallistumme arviointiin.",
    )
    assert event.params["organisation"] == "Varha"
    page = client.get(reverse("desk:case", args=[matter.case])).content.decode()
    assert "Päivystävä sosiaalityöntekijä, Varha, vastasi: puhelimessa." in page

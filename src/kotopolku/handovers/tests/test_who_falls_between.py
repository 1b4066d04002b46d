"""Väliinputoajat: for each persona of who falls between, where they go: who answers, what is owed, which clock runs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.cast import TODAY

from kotopolku import law
from kotopolku.audit.acting import acting_as
from kotopolku.cases.grants import grants_of
from kotopolku.cases.models import Clock
from kotopolku.handovers import codes
from kotopolku.handovers.actions import answer_packet, register_move
from kotopolku.handovers.case_queries import owed_tasks
from kotopolku.handovers.entries import ReceiverIn
from kotopolku.handovers.models import Move, Responsibility
from kotopolku.handovers.queries import packet_view
from kotopolku.handovers.tests.stories import a_packet, sent, training_of
from kotopolku.law.facts.about_services import Assessment as AssessmentFacts
from kotopolku.law.finding import UNKNOWN
from kotopolku.people.actions import end_period, record_period
from kotopolku.people.entries import LanguageEntry, PeriodEntry, StatusEntry
from kotopolku.plans.entries import GoalIn, MeasureIn
from kotopolku.plans.facts import person_facts
from kotopolku.plans.tests.stories import accept, assessed, drafted, opened, planned

SEARCH = PeriodEntry(kind="jobseeker", first_day=date(2026, 9, 1))


def answered(officer, person, question, *, on=TODAY):
    with acting_as(officer, on=on):
        return law.answer(question, person_facts(person, on=on), on).value


def clocks(officer, case, *, on=TODAY):
    with acting_as(officer, on=on):
        return {row.code: row for row in Clock.objects.filter(case_id=case)}


def test_a_mother_on_home_care_allowance_is_the_municipalitys_and_must_be_assessed(officer):
    person, case = opened(officer, on=TODAY)
    assert answered(officer, person, "responsible_authority") == "municipality"
    assert answered(officer, person, "assessment_duty") == "must"
    assert clocks(officer, case)["window_last_day"].due_on == date(2028, 3, 24)


def test_the_spouse_of_a_worker_without_a_benefit_is_assessed_when_they_ask(officer):
    person, _case = opened(officer, on=TODAY, periods=[])
    assert answered(officer, person, "responsible_authority") == "municipality"
    assert answered(officer, person, "assessment_duty") not in {"must", "may_omit"}
    # when they ask and it is judged that they need it, the municipality owes it
    with acting_as(officer, on=TODAY):
        asked = replace(
            person_facts(person, on=TODAY), assessment=AssessmentFacts(requested_on=TODAY, judged_needed=True)
        )
        assert law.answer("assessment_duty", asked, TODAY).value == "must"


def test_a_jobseeker_who_goes_on_home_care_comes_back_to_the_municipality_on_that_day(officer):
    # given a client whose job search has begun after the case was opened, and clocks that stand still
    person, case = opened(officer, on=date(2026, 8, 3), periods=[])
    with acting_as(officer, on=date(2026, 9, 1)):
        period = record_period(person_id=person, period=SEARCH)
    assert answered(officer, person, "responsible_authority", on=date(2026, 10, 1)) == "employment_authority"
    # when it ends
    with acting_as(officer, on=TODAY):
        end_period(person_id=person, period_id=period, last_day=date(2026, 11, 23))
        moved = list(Responsibility.objects.order_by("from_day").values_list("from_day", "authority"))
    # then responsibility is the municipality's from the next day, and both moves are told and acknowledged or owed
    assert moved == [(date(2026, 9, 1), "employment_authority"), (date(2026, 11, 24), "municipality")]
    assert all(row.state != "paused" for row in clocks(officer, case).values())


def test_somebody_under_temporary_protection_is_owed_an_assessment_only_when_in_need_or_in_the_group(officer):
    permit = StatusEntry(
        kind="residence_permit", granted_on=date(2025, 3, 24), legal_basis="temporary_protection_110"
    )
    person, case = opened(officer, on=TODAY, periods=[], statuses=[permit], citizenships=["UA"])
    assert answered(officer, person, "responsible_authority") == "municipality"
    assert clocks(officer, case)["window_last_day"].due_on == date(2028, 3, 24)
    # on the day a home municipality is registered, and from then on, they are of the group that must be assessed
    with acting_as(officer, on=TODAY):
        facts = person_facts(person, on=TODAY)
        home = replace(facts.residence.municipality_of_residence, first_registered_on=TODAY)
        settled = replace(facts, residence=replace(facts.residence, municipality_of_residence=home))
        before = law.answer("assessment_duty", settled, TODAY - timedelta(days=1)).value
        assert (before == "must", law.answer("assessment_duty", settled, TODAY).value) == (False, "must")


def test_an_elderly_relative_has_a_plan_with_another_goal_and_a_reason(officer):
    _person, case = assessed(officer, on=date(2026, 11, 2), birth_date=date(1955, 1, 4), periods=[])
    own = MeasureIn(
        code="association_activity",
        title="Eläkeläisten kerho",
        reason="Arjen suomi.",
        responsible="association",
    )
    plan = drafted(
        officer, case, on=date(2026, 11, 2), ends_on=date(2027, 11, 1),
        plan={"deviation_reason": "Hän on eläkkeellä."},
        goals=(GoalIn(code="learn_finnish", text="Asioi itse"),), measures=(own,),
    )  # fmt: skip
    accept(officer, plan, on=date(2026, 11, 2))
    # the association owes nothing of 94 §, but the client is guided there within the month
    with acting_as(officer, on=TODAY):
        assert [(one.title, one.due_on) for one in owed_tasks(case)] == [
            ("Eläkeläisten kerho", date(2026, 12, 2))
        ]


def test_a_young_person_who_seeks_work_is_the_employment_authoritys(officer):
    person, _case = opened(officer, on=TODAY, birth_date=date(2006, 5, 1), periods=[SEARCH])
    assert answered(officer, person, "responsible_authority") == "employment_authority"


@pytest.mark.slow
def test_an_illiterate_clients_packet_says_so_to_the_school(officer, teacher):
    _person, case, plan = planned(
        officer, on=date(2026, 11, 2), ends_on=date(2027, 11, 1),
        languages=[LanguageEntry(use="mother_tongue", language="so"), LanguageEntry(use="written", language="none")],
    )  # fmt: skip
    packet = sent(officer, case, a_packet(measure_id=training_of(officer, plan)))
    with acting_as(teacher, on=TODAY):
        text = next(one.text for one in packet_view(packet).items if one.item == "service_language")
    assert text == "somali, ei lue eikä kirjoita"


@pytest.mark.slow
def test_a_family_that_moves_out_of_the_area_in_mid_plan_is_passed_on_with_consent(officer):
    _person, case, _plan = planned(officer, on=date(2026, 11, 2), ends_on=date(2027, 11, 1))
    packet = a_packet(codes.MOVE, receiver=ReceiverIn(name="Turku"), title="Muutto")
    assert sent(officer, case, packet)
    with acting_as(officer, on=TODAY):
        register_move(
            case_id=case,
            to_name="Turku",
            registered_on=TODAY,
            consent=True,
            consent_on=TODAY,
            consent_how="suullisesti",
        )
        assert Move.objects.get().state == "done"


def test_a_trafficking_victim_found_after_three_years_is_not_shut_out_by_the_closed_window(coordinator):
    # given a permit of over three years ago: the window is closed
    old = StatusEntry(kind="residence_permit", granted_on=date(2021, 1, 10), legal_basis="aliens_act_52a_2")
    person, _case = opened(coordinator, on=TODAY, periods=[], statuses=[old])
    assert answered(coordinator, person, "assessment_duty") in {"none", None}
    # when the assistance system is recorded, then the answer is open: were they reached only after it closed?
    with acting_as(coordinator, on=TODAY):
        record_period(
            person_id=person, period=PeriodEntry(kind="assistance_system", first_day=date(2026, 10, 1))
        )
    assert answered(coordinator, person, "assessment_duty") is UNKNOWN


def test_somebody_between_school_after_care_and_work_is_the_municipalitys_and_the_county_is_asked(
    officer, county_worker
):
    # given somebody of 19 who came alone as a child, with no school and no job search
    person, case = opened(officer, on=TODAY, birth_date=date(2007, 5, 17), periods=[])
    assert answered(officer, person, "responsible_authority") == "municipality"
    # when the county, which answers for after-care, is asked to take part and accepts
    packet = sent(officer, case, a_packet(codes.COUNTY, title="Jälkihuolto"))
    with acting_as(county_worker, on=TODAY):
        answer_packet(packet_id=packet, answer="accepted")
    # then the case is open to it for a time, and who answers has not changed
    with acting_as(officer, on=TODAY):
        assert [one.last_day for one in grants_of(case)] == [date(2027, 1, 23)]
    assert answered(officer, person, "responsible_authority") == "municipality"


def test_a_speaker_of_a_rare_language_stays_the_municipalitys_and_is_owed_what_was_agreed_within_the_month(
    officer,
):
    person, case = assessed(
        officer,
        on=date(2026, 11, 2),
        languages=[LanguageEntry(use="mother_tongue", language="ti")],
        periods=[],
    )
    alone = MeasureIn(code="civic_orientation", title="Itsenäinen opiskelu", reason="Ryhmää ei ole.")
    plan = drafted(officer, case, on=date(2026, 11, 2), ends_on=date(2027, 11, 1), measures=(alone,))
    accept(officer, plan, on=date(2026, 11, 2))
    assert answered(officer, person, "responsible_authority") == "municipality"
    # no group is waited for: guiding is owed on the day of the law
    with acting_as(officer, on=TODAY):
        owed = [(one.title, one.due_on, one.own) for one in owed_tasks(case)]
    assert owed == [("Itsenäinen opiskelu", date(2026, 12, 2), False)]

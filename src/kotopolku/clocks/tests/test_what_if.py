"""What is shown beforehand is what comes to stand; showing it writes nothing; the order of recording never matters."""

from datetime import date
from itertools import permutations

import pytest

from kotopolku.audit.acting import acting_as
from kotopolku.cases.models import Clock
from kotopolku.clocks.queries import case_findings
from kotopolku.clocks.what_if import what_if
from kotopolku.people.actions import (
    end_period,
    record_fact,
    record_period,
    record_status,
    set_citizenships,
    set_languages,
    set_non_disclosure,
    void_period,
)
from kotopolku.people.entries import LanguageEntry, PeriodEntry, StatusEntry
from kotopolku.people.known import Change, Order
from kotopolku.people.models import Fact, Period
from kotopolku.plans.tests import stories

JOB_SEARCH = PeriodEntry(kind="jobseeker", first_day=date(2026, 10, 1))
HOME_CARE = PeriodEntry(kind="child_home_care_allowance", first_day=date(2026, 11, 1))
EARLIER = StatusEntry(kind="residence_permit", granted_on=date(2024, 6, 1), legal_basis="family_tie")
KURMANJI = LanguageEntry(use="mother_tongue", language="kmr")
REGISTERED = "residence.municipality_of_residence.first_registered_on"


def _job_search_id():
    return Period.objects.get(kind="jobseeker", superseded_on__isnull=True).pk


#: What is recorded, by the action that records it and as the change that is looked at beforehand.
CHANGES = {
    "a permit turns up": (Change(statuses=(EARLIER,)), lambda one: record_status(person_id=one, status=EARLIER)),
    "home care begins": (Change(periods=(HOME_CARE,)), lambda one: record_period(person_id=one, period=HOME_CARE)),
    "job search ends": (
        Change(
            without_periods=(JOB_SEARCH,),
            periods=(PeriodEntry(kind="jobseeker", first_day=JOB_SEARCH.first_day, last_day=date(2026, 11, 20)),),
        ),
        lambda one: end_period(person_id=one, period_id=_job_search_id(), last_day=date(2026, 11, 20)),
    ),
    "job search was a mistake": (
        Change(without_periods=(JOB_SEARCH,)),
        lambda one: void_period(person_id=one, period_id=_job_search_id(), reason="toisen hakijan"),
    ),
    "registered": (
        Change(scalars={REGISTERED: "2025-05-02"}),
        lambda one: record_fact(person_id=one, key=REGISTERED, value=date(2025, 5, 2)),
    ),
    "social assistance not known": (
        Change(scalars={"benefits.social_assistance": None}),
        lambda one: record_fact(person_id=one, key="benefits.social_assistance", value=None),
    ),
    "citizen of Sweden": (
        Change(countries=("SE",)), lambda one: set_citizenships(person_id=one, countries=["SE"]),
    ),
    "another language": (
        Change(languages=(KURMANJI,)), lambda one: set_languages(person_id=one, languages=[KURMANJI]),
    ),
    "non-disclosure": (
        Change(order=Order(in_force=True, until=date(2028, 1, 1))),
        lambda one: set_non_disclosure(person_id=one, in_force=True, until=date(2028, 1, 1)),
    ),
}  # fmt: skip


QUIET = {
    "registered",
    "citizen of Sweden",
    "another language",
}  # of this client they decide nothing by themselves


def standing(person, case, on):
    """The answers and clocks as they stand."""
    fields = ("code", "due_on", "state", "met_on", "starts_on", "provision")
    rows = {row[0]: row[1:] for row in Clock.objects.filter(case_id=case).values_list(*fields)}
    return {one.question: one for one in case_findings(person, on=on)}, rows


def as_row(clock):
    return clock and (clock.due_on, clock.state, clock.met_on, clock.starts_on, clock.provision)


@pytest.fixture
def client(officer, today):
    person, case = stories.opened(officer, on=today, periods=[JOB_SEARCH])
    with acting_as(officer, on=today):
        record_fact(person_id=person, key="benefits.social_assistance", value="non_temporary")
    return person, case


@pytest.mark.parametrize("what", CHANGES)
def test_what_is_shown_beforehand_is_what_stands_after_saving(officer, today, client, what):
    person, case = client
    change, save = CHANGES[what]
    with acting_as(officer, on=today):
        # given how things stand, and what is shown
        answers, rows = standing(person, case, today)
        shown = what_if(person, change, on=today)
        assert standing(person, case, today) == (answers, rows)  # looking changed nothing
        assert shown.nothing == (what in QUIET)
        # when it is saved
        save(person)
        # then exactly the shown answers and dates have changed, into what was shown
        expected = answers | {one.after.question: one.after for one in shown.answers}
        dates = rows | {one.code: as_row(one.after) for one in shown.dates}
        now, clocks = standing(person, case, today)
        assert {key: (one.outcome, one.value, one.grounds) for key, one in now.items()} == {
            key: (one.outcome, one.value, one.grounds) for key, one in expected.items()
        }
        assert clocks == {code: row for code, row in dates.items() if row}


def test_looking_writes_no_row(officer, today, client):
    person, _case = client
    with acting_as(officer, on=today):
        before = (Period.objects.count(), Fact.objects.count(), [*Clock.objects.order_by("pk").values()])
        what_if(person, Change(periods=(HOME_CARE,), scalars={"residence.visa": "none"}), on=today)
        assert (
            Period.objects.count(),
            Fact.objects.count(),
            [*Clock.objects.order_by("pk").values()],
        ) == before


def test_home_care_allowance_changes_who_answers_only_when_job_search_ends(officer, today, client):
    person, _case = client
    ended = PeriodEntry(kind="jobseeker", first_day=JOB_SEARCH.first_day, last_day=date(2026, 10, 31))
    with acting_as(officer, on=today):
        shown = what_if(person, Change(without_periods=(JOB_SEARCH,), periods=(ended, HOME_CARE)), on=today)
    moved = {one.after.question: (one.before.value, one.after.value) for one in shown.answers}
    assert moved["responsible_authority"] == ("employment_authority", "municipality")


@pytest.mark.slow
def test_facts_recorded_in_any_order_say_the_same(officer, today):
    acts = [CHANGES[name][1] for name in ("a permit turns up", "home care begins", "registered")]
    said = []
    for order in permutations(acts):
        with acting_as(officer, on=today):
            person, case = stories.opened(officer, on=today, periods=[])
            for act in order:
                act(person)
            answers, rows = standing(person, case, today)
            said.append(({key: (one.outcome, one.value) for key, one in answers.items()}, rows))
    assert all(one == said[0] for one in said)

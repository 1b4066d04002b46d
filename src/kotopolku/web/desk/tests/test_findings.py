"""A finding card says where the facts behind each ground come from, and names what nobody asked in one short line."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.cases.actions import judge
from kotopolku.clocks.rests_on import RESTS_ON, unknown_places
from kotopolku.people.actions import record_status
from kotopolku.people.entries import Names, Source, StatusEntry
from kotopolku.plans.tests.stories import opened
from kotopolku.web.desk.findings import MOST_NAMED

ENTERED = date(2026, 11, 3)
PERMIT = StatusEntry(
    kind="residence_permit",
    granted_on=date(2025, 3, 12),
    valid_until=date(2027, 3, 11),
    legal_basis="family_tie",
)
#: Facts that leave the duty to assess open to a "no": a permit and nothing else.
ONLY_A_PERMIT = {"statuses": [], "periods": [], "names": Names(given_names="Rana", family_name="Lähde")}


def cards(officer, case):
    page = client_of(officer).get(reverse("desk:case", args=[case]))
    return page, [page.context["open_card"], *page.context["cards"]]


@pytest.mark.slow
def test_a_permit_says_its_days_its_source_and_who_entered_it(officer):
    # given a permit that the officer got from Migri on the third of November
    person, case = opened(officer, on=ENTERED, **ONLY_A_PERMIT)
    with acting_as(officer, on=ENTERED):
        record_status(person_id=person, status=PERMIT, source=Source(code="migri"))
    # when the case is opened
    page, (duty, *_others) = cards(officer, case)
    # then the ground that rests on the permit says so, and the page shows it
    (ground,) = [one for one in duty.grounds if "12.3.2025" in one.statement]
    assert ground.detail == (
        f"Oleskelulupa 12.3.2025–11.3.2027. Lähde: Migri, tallensi {officer.name} 3.11.2026."
    )
    assert ground.detail in page.content.decode()


@pytest.mark.slow
def test_each_ground_has_its_own_source(officer):
    # given a family on home-care allowance, told by the client
    _person, case = opened(officer, on=ENTERED, names=Names(given_names="Rana", family_name="Oma"))
    _page, (duty, *_others) = cards(officer, case)
    allowance = next(one for one in duty.grounds if "1.6.2025" in one.statement)
    assert allowance.detail == f"Lähde: asiakas itse, tallensi {officer.name} 3.11.2026."


@pytest.mark.slow
def test_a_ground_that_somebody_judged_names_who_and_why(officer):
    _person, case = opened(officer, on=ENTERED, names=Names(given_names="Rana", family_name="Arvio"))
    with acting_as(officer, on=ENTERED):
        judge(
            case_id=case,
            key="assessment.needs_county_coordination",
            value=True,
            reason="Neuvola hoitaa jo perhettä.",
        )
    _page, found = cards(officer, case)
    county = next(one for one in found if one.anchor == "finding-county_must_participate_in_assessment")
    assert county.grounds[0].detail == f"Ratkaisi {officer.name} 3.11.2026: Neuvola hoitaa jo perhettä."


def test_what_nobody_asked_is_one_short_line_with_the_rest_behind_a_fold(officer):
    _person, case = opened(officer, on=ENTERED, **ONLY_A_PERMIT)
    with acting_as(officer, on=ENTERED):
        record_status(person_id=_person, status=PERMIT, source=Source(code="migri"))
    page, (duty, *_others) = cards(officer, case)
    unasked = duty.grounds[-1]
    # then no more than three facts are named at once, the others can be unfolded, and each is named once
    named = unasked.statement.partition(": ")[2].rstrip(".").split(", ")
    assert len(named) == MOST_NAMED
    assert not set(named) & set(unasked.more.split(", "))
    assert re.fullmatch(r"ja \d+ muuta", unasked.more_label)
    assert re.search(r"<details class=\"ground-more\"><summary>ja \d+ muuta</summary>", page.content.decode())


def test_every_place_and_fact_of_the_table_is_in_the_law():
    assert RESTS_ON
    assert not [*unknown_places()]

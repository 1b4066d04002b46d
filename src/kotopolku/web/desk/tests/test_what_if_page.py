"""The page of facts shows beforehand what a fact would change: looking saves nothing, saving checks the facts again."""

from datetime import date

import pytest
from django.urls import reverse
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.models import LogRow
from kotopolku.people.actions import record_period
from kotopolku.people.entries import PeriodEntry
from kotopolku.people.models import Fact, Period, ResidenceStatus
from kotopolku.plans.tests.stories import opened

JOB_SEARCH = PeriodEntry(kind="jobseeker", first_day=date(2026, 10, 1))


@pytest.fixture
def page(officer, today):
    person, case = opened(officer, on=today, periods=[JOB_SEARCH])
    return person, client_of(officer), reverse("desk:facts", args=[case])


def ending(officer, today, day, **more):
    with acting_as(officer, on=today):
        row = Period.objects.get(superseded_on__isnull=True).pk
    return {"end-period": row, "end-last_day": day, "end-source": "employment_authority", **more}


@pytest.mark.slow
def test_ending_a_job_search_shows_who_would_answer_before_it_is_saved(officer, today, page):
    _person, client, url = page
    # when the officer only looks
    typed = ending(officer, today, "20.11.2026", do="look-end")
    answer = client.post(url, typed)
    html = answer.content.decode()
    # then both sides and the provision are there, what was typed stays, and nothing is saved
    assert answer.status_code == 200
    assert "Työvoimaviranomainen" in html
    assert "kunta" in html.lower()
    assert "3 §" in html
    assert 'value="20.11.2026"' in html
    with acting_as(officer, on=today):
        assert Period.objects.get().last_day is None
    assert not LogRow.objects.filter(action="end_period").exists()
    # and when it is saved after that, it is saved
    seen = answer.context["looked"].seen
    assert client.post(url, {**typed, "do": "end", "seen": seen}).status_code == 302
    with acting_as(officer, on=today):
        assert Period.objects.get(superseded_on__isnull=True).last_day == date(2026, 11, 20)


@pytest.mark.slow
def test_facts_changed_meanwhile_are_looked_at_again(officer, colleague, today, page):
    person, client, url = page
    typed = ending(officer, today, "20.11.2026", do="look-end")
    seen = client.post(url, typed).context["looked"].seen
    # given that a colleague records something in between
    with acting_as(colleague, on=today):
        record_period(
            person_id=person,
            period=PeriodEntry(kind="child_home_care_allowance", first_day=date(2026, 11, 1)),
        )
    # when it is saved
    answer = client.post(url, {**typed, "do": "end", "seen": seen})
    # then it is not, and the page shows what would change now
    assert answer.status_code == 409
    assert answer.context["looked"].seen != seen
    assert 'value="20.11.2026"' in answer.content.decode()
    with acting_as(officer, on=today):
        assert Period.objects.get(kind="jobseeker").last_day is None


@pytest.mark.slow
def test_what_could_not_be_saved_is_refused_when_it_is_looked_at(page):
    _person, client, url = page
    answer = client.post(
        url,
        {
            "do": "look-period", "period-kind": "jobseeker", "period-first_day": "1.11.2026",
            "period-source": "person",
        },
    )  # fmt: skip
    assert answer.status_code == 422
    assert answer.context["looked"] is None
    assert "1.10.2026" in answer.content.decode()


@pytest.mark.slow
def test_a_wrong_permit_is_marked_with_a_reason_and_stays_in_the_history(officer, today, page):
    _person, client, url = page
    with acting_as(officer, on=today):
        row = ResidenceStatus.objects.get().pk
    typed = {"wrong-row": f"status {row}", "wrong-reason": "Toisen henkilön lupa"}
    looked = client.post(url, {**typed, "do": "look-wrong"})
    assert looked.context["looked"].rows
    assert client.post(url, {**typed, "do": "wrong"}).status_code == 302
    history = client.get(f"{url}history/").content.decode()
    assert "Toisen henkilön lupa" in history
    assert officer.name in history


@pytest.mark.slow
def test_a_corrected_fact_tells_why_the_earlier_was_wrong(officer, today, page):
    _person, client, url = page
    one = f"{url}one/"
    key = "benefits.social_assistance"
    typed = {"key": key, "source": "kela", "value": "non_temporary"}
    assert client.post(one, typed).status_code == 302
    # when a correction is looked at first
    change = {**typed, "value": "temporary", "wrong": "Väärä tuki"}
    looked = client.post(one, {**change, "do": "look-fact"})
    assert looked.status_code == 200
    assert any("14 §" in row.cite.text for row in looked.context["looked"].rows)
    with acting_as(officer, on=today):
        assert Fact.objects.get(key=key).value == "non_temporary"
    # and then saved
    assert client.post(one, {**change, "do": "fact"}).status_code == 302
    html = client.get(f"{one}?key={key}").content.decode()
    assert "Väärä tuki" in html
    assert officer.name in html

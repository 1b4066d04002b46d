"""Today's list: harm in words, one's own by default, who stands in for whom, and the coordinator's moves."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests.desk import client_of, set_targets

from kotopolku.accounts.absences import record_absence
from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid
from kotopolku.cases.actions import bar_staff, move_cases
from kotopolku.cases.queries import case_view, timeline
from kotopolku.letters.actions import notify
from kotopolku.letters.queries import notices
from kotopolku.people.entries import Names, StatusEntry
from kotopolku.plans.tests.stories import opened, planned


@pytest.fixture(autouse=True)
def targets(area):
    set_targets(area.id)


def late_client(actor, today, *, name="Rana", window_ended=False):
    """Open a case whose assessment is late by the own target, or whose three years have ended."""
    granted = date(2023, 11, 20) if window_ended else date(2025, 3, 24)
    status = StatusEntry(kind="residence_permit", granted_on=granted, legal_basis="family_tie")
    names = Names(given_names=name, family_name="Haddad")
    return opened(actor, on=today - timedelta(days=40), statuses=[status], names=names)[1]


def stands_in(absent, stand_in, today, *, days=20):
    with acting_as(absent, on=today):
        return record_absence(
            staff_id=absent.staff_id,
            stand_in_id=stand_in.staff_id,
            first_day=today,
            last_day=today + timedelta(days=days),
        )


def page_of(actor, name="desk:today", **query):
    return client_of(actor).get(reverse(name), query)


def names_on(page):
    return {row["name"] for group in page.context["groups"] for row in group["rows"]}


def test_what_is_lost_for_good_stands_first_and_says_so_in_words(officer, today):
    # given a client late by our own target for weeks, and one whose right to an assessment ended four days ago
    late_client(officer, today, name="Rana")
    late_client(officer, today, name="Omar", window_ended=True)
    # when
    late = page_of(officer).context["groups"][0]["rows"]
    # then
    assert late[0]["name"] == "Omar Haddad"
    assert late[0]["loss"] == "Oikeus arviointiin menetetään pysyvästi."
    assert [row["loss"] for row in late if row["name"] == "Rana Haddad"] == [""]


@pytest.mark.slow
def test_an_officers_usual_list_is_their_own_and_nobodys(officer, colleague, coordinator, today):
    late_client(officer, today, name="Rana")
    late_client(colleague, today, name="Omar")
    late_client(coordinator, today, name="Hodan")  # a coordinator's case has no officer yet
    assert names_on(page_of(officer)) == {"Rana Haddad", "Hodan Haddad"}
    assert names_on(page_of(officer, officer="all")) == {"Rana Haddad", "Omar Haddad", "Hodan Haddad"}
    assert names_on(page_of(officer, officer=colleague.staff_id)) == {"Omar Haddad"}
    assert not names_on(page_of(officer, work="reviews"))


@pytest.mark.slow
def test_who_stands_in_has_the_dates_and_notices_until_the_last_day(officer, colleague, today, monkeypatch):
    # given Samir away for twenty days, with a late client and a notice
    late_client(colleague, today, name="Omar")
    with acting_as(colleague, on=today):
        notify(staff=[colleague.staff_id or 0], code="contact_arrived")
    assert "Omar Haddad" not in names_on(page_of(officer))
    stands_in(colleague, officer, today)
    # when Aino opens her day
    page = page_of(officer)
    # then both are hers, and the page says why
    assert "Omar Haddad" in names_on(page)
    assert "Sijaistat: Samir Haddad 14.12. asti" in page.content.decode()
    with acting_as(officer, on=today):
        assert len(notices().rows) == 1
    # and on the day after the last one it has ended by itself
    after = today + timedelta(days=21)
    monkeypatch.setenv("KOTOPOLKU_TODAY", after.isoformat())
    assert "Omar Haddad" not in names_on(page_of(officer))
    with acting_as(officer, on=after):
        assert not notices().rows


@pytest.mark.slow
def test_standing_in_gives_no_right_to_clients_of_another_municipality(officer, neighbour, today):
    late_client(neighbour, today, name="Hodan")
    stands_in(neighbour, officer, today)
    assert "Hodan Haddad" not in page_of(officer).content.decode()


def test_nobody_has_two_to_stand_in_on_one_day_and_only_a_coordinator_records_anothers(
    officer, colleague, coordinator, today
):
    stands_in(officer, colleague, today)
    with pytest.raises(Invalid) as refused:
        stands_in(officer, coordinator, today, days=3)
    assert refused.value.field == "first_day"
    days = {"staff": colleague.staff_id, "first_day": "1.12.2026", "last_day": "4.12.2026"}
    sent = {**days, "stand_in": officer.staff_id}
    assert client_of(officer).post(reverse("desk:away"), sent).status_code == 422
    assert client_of(coordinator).post(reverse("desk:away"), sent).status_code == 302
    assert "Samir Haddad" in page_of(officer, "desk:away").content.decode()


@pytest.mark.slow
def test_a_coordinator_moves_cases_with_a_reason_and_takes_it_back(officer, colleague, coordinator, today):
    # given two cases of Aino's
    cases = [late_client(officer, today, name=name) for name in ("Rana", "Omar")]
    client = client_of(coordinator)
    url = f"{reverse('desk:load')}?officer={officer.staff_id}"
    assert "Rana Haddad" in client.get(url).content.decode()
    # when they are moved without a reason, and then with one
    sent = {"cases": [str(one) for one in cases], "officer": colleague.staff_id}
    assert client.post(url, {**sent, "reason": ""}).status_code == 422
    assert client.post(url, {**sent, "reason": "Kesäloma"}).status_code == 302
    # then both are Samir's and each timeline tells why
    with acting_as(coordinator, on=today):
        assert {case_view(one).officer_id for one in cases} == {colleague.staff_id}
        assert timeline(cases[0]).events[0].text == "Kesäloma"
    # and the toast gives both back
    toast = client.get(url).context["toast"]
    assert client.post(toast.undo_url, toast.hidden_fields).status_code == 302
    with acting_as(coordinator, on=today):
        assert {case_view(one).officer_id for one in cases} == {officer.staff_id}


@pytest.mark.slow
def test_no_case_moves_to_who_may_not_see_one_of_the_clients(officer, colleague, coordinator, today):
    cases = [late_client(officer, today, name=name) for name in ("Rana", "Omar")]
    with acting_as(coordinator, on=today):
        bar_staff(person_id=case_view(cases[1]).person_id, staff_id=colleague.staff_id, reason="kin")
        with pytest.raises(Invalid) as refused:
            move_cases(case_ids=cases, staff_id=colleague.staff_id, reason="loma")
        assert refused.value.field == "officer"
        assert {case_view(one).officer_id for one in cases} == {officer.staff_id}


@pytest.mark.slow
def test_from_2027_on_what_is_not_in_the_national_system_is_a_row_with_its_age(
    officer, colleague, monkeypatch
):
    # given a plan made before the duty to record begins
    planned(officer, on=date(2026, 12, 1), ends_on=date(2027, 11, 30))

    def rows(actor, day, **query):
        monkeypatch.setenv("KOTOPOLKU_TODAY", day)
        found = [one for one in page_of(actor, **query).context["panels"] if "kansalliseen" in one.title]
        return {(row.what, row.waited) for one in found for row in one.rows}

    # then nothing waits before the duty, and afterwards each record with its age, in the list of whose case it is
    assert rows(officer, "2026-12-31") == set()
    assert ("Kotoutumissuunnitelma", "10\N{NO-BREAK SPACE}pv") in rows(officer, "2027-01-11")
    assert rows(officer, "2027-01-11", officer=str(colleague.staff_id)) == set()

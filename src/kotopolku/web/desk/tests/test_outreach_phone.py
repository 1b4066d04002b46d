"""An outreach day on a telephone: visits are taken once, of the day only, of the one who logged them only."""

import json
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.advice.models import AdviceVisit
from kotopolku.audit.acting import acting_as
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.audit.models import LogRow
from kotopolku.line.tests.conftest import line_open  # noqa: F401
from kotopolku.roster.actions import announce_outreach, cancel_outreach
from kotopolku.roster.entries import DayEntry

NOON = datetime.combine(TODAY, time(12), tzinfo=HELSINKI)


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today, line_open):  # noqa: F811
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def day(officer):
    entry = DayEntry(
        municipality_id=officer.controllers[0], where="Kirjasto", day=TODAY, opens=time(9), closes=time(15)
    )
    with acting_as(officer, on=TODAY):
        return announce_outreach(entry=entry).pk


def visit(**known):
    return {
        "id": str(uuid4()), "at": NOON.isoformat(), "language": "ar", "interpreter": "own_language",
        "municipality": "not_asked", "topics": ["benefits"], "minutes": "up_to_15", "outcome": "solved", **known,
    }  # fmt: skip


def logged(officer):
    with acting_as(officer, on=TODAY):
        return list(AdviceVisit.objects.all())


def send(desk, day, *visits, **known):
    page = reverse("desk:outreach_phone_send", args=[day])
    sent = {"keeper": desk.get(page).json()["keeper"], "visits": list(visits), **known}
    return desk.post(page, json.dumps(sent), content_type="application/json")


def test_a_visit_is_logged_at_its_own_time_and_place_and_only_once(officer, day):
    # given a visit that is sent, and sent again because its receipt got lost
    one, desk = visit(), client_of(officer)
    for _time in range(2):
        # when
        answer = send(desk, day, one)
        # then the receipt is the same
        assert answer.json() == {"taken": [one["id"]], "refused": {}}
    (row,) = logged(officer)
    assert (str(row.pk), row.on, row.at, row.place) == (one["id"], TODAY, NOON, f"outreach-{day}")
    assert (row.channel, row.language, row.topics) == ("outreach", "ar", ["benefits"])
    assert row.staff_id == officer.staff_id
    # and the log tells of it once
    assert LogRow.objects.filter(action="take_from_phone").count() == 1


def test_a_visit_that_was_corrected_meanwhile_is_not_taken_anew(officer, day):
    one, desk = visit(), client_of(officer)
    send(desk, day, one)
    with acting_as(officer, on=TODAY):
        AdviceVisit.objects.update(place="", outcome="partly")
    assert send(desk, day, one).json()["taken"] == [one["id"]]
    assert [row.outcome for row in logged(officer)] == ["partly"]


def test_what_is_wrong_in_one_visit_keeps_the_others_from_nothing(officer, day):
    good, empty = visit(), visit(topics=[])
    answer = send(client_of(officer), day, good, empty, visit(topics=["no-such"]), visit(minutes="x\0"))
    assert answer.json()["taken"] == [good["id"]]
    assert len(answer.json()["refused"]) == 3
    assert answer.json()["refused"][empty["id"]] == "Valitse ainakin yksi aihe."
    assert [str(row.pk) for row in logged(officer)] == [good["id"]]


@pytest.mark.parametrize("at", [time(5, 59), time(18, 1)])
def test_a_visit_outside_the_hours_of_the_day_is_not_taken(officer, day, at):
    one = visit(at=datetime.combine(TODAY, at, tzinfo=HELSINKI).isoformat())
    assert list(send(client_of(officer), day, one).json()["refused"]) == [one["id"]]
    yesterday = visit(at=(NOON - timedelta(days=1)).isoformat())
    assert list(send(client_of(officer), day, yesterday).json()["refused"]) == [yesterday["id"]]
    assert logged(officer) == []


def test_a_week_later_it_is_still_taken_and_then_no_more(officer, day, monkeypatch):
    desk, one = client_of(officer), visit()
    monkeypatch.setenv("KOTOPOLKU_TODAY", (TODAY + timedelta(days=8)).isoformat())
    assert desk.get(reverse("desk:outreach_phone_send", args=[day])).status_code == 404
    monkeypatch.setenv("KOTOPOLKU_TODAY", (TODAY + timedelta(days=7)).isoformat())
    assert send(desk, day, one).json()["taken"] == [one["id"]]
    assert [row.on for row in logged(officer)] == [TODAY]


def test_a_day_that_was_called_off_keeps_what_was_logged_on_it(officer, day):
    with acting_as(officer, on=TODAY):
        cancel_outreach(day_id=day)
    one = visit()
    assert send(client_of(officer), day, one).json()["taken"] == [one["id"]]


def test_nobody_sends_what_another_has_logged(officer, day, neighbour):
    # given the mark of the one who logged
    mark = client_of(officer).get(reverse("desk:outreach_phone_send", args=[day])).json()["keeper"]
    # when another worker of the area sends it
    answer = send(client_of(neighbour), day, visit(), keeper=mark)
    # then nothing is taken
    assert answer.status_code == 422
    assert logged(officer) == []


def test_a_number_that_another_visit_has_is_refused(officer, neighbour, day):
    one = visit()
    send(client_of(officer), day, one)
    answer = send(client_of(neighbour), day, one)
    assert list(answer.json()["refused"]) == [one["id"]]
    assert [row.staff_id for row in logged(officer)] == [officer.staff_id]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "x",
        "[]",
        "null",
        '{"visits": []}',
        '{"keeper": 1, "visits": [1]}',
        "\ud800".encode("utf-8", "replace"),
    ],
)
def test_what_no_telephone_of_ours_sends_is_refused(officer, day, body):
    page = reverse("desk:outreach_phone_send", args=[day])
    assert client_of(officer).post(page, body, content_type="application/json").status_code == 422


@pytest.mark.parametrize(
    "known", [{"id": "x"}, {"id": 3}, {"at": "x"}, {"at": None}, {"at": "2026-11-24T12:00:00"}]
)
def test_a_visit_without_number_or_moment_is_refused(officer, day, known):
    assert send(client_of(officer), day, visit(**known)).status_code == 422
    assert logged(officer) == []


def test_more_visits_than_a_telephone_sends_at_a_time_are_refused(officer, day):
    assert send(client_of(officer), day, *(visit() for _one in range(51))).status_code == 422


def test_the_page_that_the_telephone_keeps_names_nobody(officer, day):
    html = client_of(officer).get(reverse("desk:outreach_phone", args=[day])).content.decode()
    assert officer.name not in html
    assert "csrfmiddlewaretoken" not in html


def test_the_script_without_network_hears_one_page_only(officer, day):
    page = reverse("desk:outreach_phone", args=[day])
    answer = client_of(officer).get(reverse("desk:outreach_phone_worker", args=[day]))
    assert answer.headers["Service-Worker-Allowed"] == page
    assert answer.headers["Content-Type"].startswith("text/javascript")


def test_the_page_is_there_from_a_week_before_its_day(officer, day, monkeypatch):
    desk, page = client_of(officer), reverse("desk:outreach_phone", args=[day])
    for days, status in ((-8, 404), (-7, 200), (0, 200), (7, 200), (8, 404)):
        monkeypatch.setenv("KOTOPOLKU_TODAY", (TODAY + timedelta(days=days)).isoformat())
        assert desk.get(page).status_code == status
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())
    assert page in desk.get(reverse("desk:outreach")).content.decode()

"""The line at the desk: called, served and logged on one page, with nothing asked twice; polling costs a small read."""

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.advice.queries import day_visits
from kotopolku.audit.acting import acting_as
from kotopolku.line.entries import WishEntry
from kotopolku.line.models import Ticket
from kotopolku.line.tests.conftest import OFFICE, line_open, speaks, take  # noqa: F401

VISIT = {
    "place": OFFICE, "channel": "walk_in", "language": "ar", "interpreter": "own_language",
    "municipality": "not_asked", "topics": ["benefits"], "minutes": "up_to_15", "outcome": "solved",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today, line_open):  # noqa: F811
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


def test_a_number_is_called_served_and_logged_in_one_visit(officer, area):
    speaks(officer, "ar")
    ticket = take(area, language="ar", topics=("benefits",))
    client = client_of(officer)
    client.post(reverse("desk:line_station"), {"office": OFFICE, "room": "Huone 3"})
    # when the next one is called
    page = client.post(reverse("desk:line_next"), follow=True)
    # then the form begins with what the ticket knows
    form = page.context["form"]
    assert (form["language"].value(), form["topics"].value(), form["interpreter"].value()) == (
        "ar", ["benefits"], "own_language",
    )  # fmt: skip
    assert Ticket.objects.get().room == "Huone 3"
    # and saving ends the number
    client.post(reverse("desk:advice"), VISIT | {"ticket": str(ticket.pk)})
    assert Ticket.objects.get().state == "served"
    with acting_as(officer, on=TODAY):
        assert len(day_visits(on=TODAY)) == 1


def test_polling_answers_304_until_something_changes(officer, area):
    client = client_of(officer)
    first = client.get(reverse("desk:line_now"))
    tag = first.headers["ETag"]
    assert client.get(reverse("desk:line_now"), headers={"if-none-match": tag}).status_code in {304, 200}
    take(area, language="uk")
    changed = client.get(reverse("desk:line_now"), headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert "ukraina" in changed.content.decode()


def test_a_missed_call_is_one_field_and_its_number_stands_on_the_page_of_who_calls_back(officer, area):
    client = client_of(officer)
    assert client.post(reverse("desk:line_missed"), {"phone": ""}).status_code == 422
    client.post(reverse("desk:line_missed"), {"phone": "040 765 4321"})
    page = client.post(reverse("desk:line_next"), follow=True).content.decode()
    assert "040 765 4321" in page


@pytest.mark.parametrize(
    ("sent", "status", "state"),
    [
        ({"act": "call"}, 302, "called"),
        ({"act": "quick"}, 302, "served"),
        ({"act": "left"}, 302, "left"),
        ({"act": "priority", "reason": "safety"}, 302, "waiting"),
        ({"act": "priority", "reason": "friend"}, 422, "waiting"),
        ({"act": "move", "office": "naantali-point"}, 302, "transferred"),
        ({"act": "recall"}, 409, "waiting"),
        ({"act": "dance"}, 422, "waiting"),
    ],
)
def test_a_button_does_what_it_says_or_says_why_not(officer, area, sent, status, state):
    ticket = take(area)
    answer = client_of(officer).post(reverse("desk:line_ticket", args=[ticket.pk]), sent)
    assert (answer.status_code, Ticket.objects.get(pk=ticket.pk).state) == (status, state)


def test_another_areas_worker_sees_no_ticket(officer, stranger, area):
    ticket = take(area, office="", channel="call", way="phone", wish=WishEntry(phone="040 1"))
    assert client_of(stranger).get(reverse("desk:line_ticket", args=[ticket.pk])).status_code == 404
    assert "040 1" not in client_of(stranger).get(reverse("desk:advice")).content.decode()


def test_closed_today_is_one_act_and_can_be_taken_back(officer, area):
    client = client_of(officer)
    sent = {"office": OFFICE, "starts": "0.01", "ends": "9.00", "last_day": "31.12.2099", "reason": "illness"}
    page = client.post(reverse("desk:line_closed"), sent, follow=True)
    assert "Sairastuminen" in page.content.decode()
    client.post(reverse("desk:line_closed"), {"open": page.context["closures"][0]["id"]})
    assert client.get(reverse("desk:line_closed")).context["closures"] == []

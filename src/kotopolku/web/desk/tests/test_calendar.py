"""The calendar's pages: book from the case in one step, see it in the week, move it and hear why not."""

from datetime import timedelta

from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.appointments import actions
from kotopolku.appointments.models import Appointment
from kotopolku.appointments.tests.conftest import OFFICE, THURSDAY, asked, at, case, office  # noqa: F401
from kotopolku.audit.acting import acting_as

SENT = {"kind": "plan_20", "mode": "place", "place": OFFICE, "day": "26.11.2026", "clock": "10.30"}


def text(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def booked(actor):
    """The booked times as the actor may see them."""
    with acting_as(actor, on=TODAY):
        return list(Appointment.objects.all())


def test_a_time_is_booked_from_the_case_and_seen_in_week_day_and_case(officer, case):  # noqa: F811
    client = client_of(officer)
    url = reverse("desk:book_client", args=[case])
    assert "Varaa aika" in text(client.get(url))
    answer = client.post(url, {**SENT, "workers": officer.staff_id})
    (row,) = booked(officer)
    assert answer.url == reverse("desk:appointment", args=[row.pk])
    assert (row.starts_at, row.case_id) == (at(10, 30), case)
    for page in (
        reverse("desk:calendar"),
        reverse("desk:calendar_day") + "?day=2026-11-26&place=martinkatu",
        reverse("desk:case", args=[case]),
        answer.url,
    ):
        assert "10.30" in text(client.get(page)), page
    assert "week-hours" not in text(client.get(reverse("desk:calendar") + "?day=2026-12-03"))
    assert "10.30" in text(client.get(reverse("desk:calendar") + "?day=\x00&staff=\x00"))


def test_a_taken_time_is_answered_with_the_form_as_typed_and_why(officer, case):  # noqa: F811
    with acting_as(officer, on=TODAY):
        actions.book(entry=asked(officer, case_id=case, minutes=120))
    client = client_of(officer)
    page = text(
        client.post(reverse("desk:book_client", args=[case]), {**SENT, "workers": officer.staff_id}), 422
    )
    assert "10.00–12.00" in page
    assert 'value="10.30"' in page
    assert len(booked(officer)) == 1


def test_a_time_for_somebody_in_no_register_needs_a_name_and_a_municipality(officer, raisio, office):  # noqa: F811
    client, url = client_of(officer), reverse("desk:book_light")
    sent = {**SENT, "workers": officer.staff_id, "municipality": raisio.id}
    assert "kutsutaan" in text(client.post(url, sent), 422)
    client.post(url, {**sent, "name": "Layla"})
    assert "Layla" in text(client.get(reverse("desk:calendar")))


def test_a_time_is_moved_cancelled_and_cancelled_again(officer, case):  # noqa: F811
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case))
    client, url = client_of(officer), reverse("desk:appointment", args=[made])
    moved = {"act": "move", "version": 1, "move-day": "27.11.2026", "move-clock": "12", "move-minutes": 30}
    assert "pyhäpäivä" in text(client.post(url, {**moved, "move-day": "6.1.2027"}), 422)
    assert client.post(url, moved).status_code == 302
    assert booked(officer)[0].starts_at == at(12, day=THURSDAY + timedelta(days=1))
    assert client.post(url, {"act": "cancel_client", "version": 2}).status_code == 302
    assert "peruttu jo" in text(client.post(url, {"act": "cancel_client", "version": 3}), 422)
    assert client.post(url, {"act": "move", "version": "\x00"}).status_code in {404, 422}


def test_todays_times_stand_on_today(officer, case):  # noqa: F811
    with acting_as(officer, on=TODAY - timedelta(days=1)):
        entry = asked(officer, case_id=case, starts_at=at(14, day=TODAY))
        actions.book(entry=entry)
    assert "Ajat tänään" in text(client_of(officer).get(reverse("desk:today")))


def test_a_series_is_booked_from_the_form_and_cancelled_from_one_of_its_times_on(officer, case):  # noqa: F811
    client, url = client_of(officer), reverse("desk:book_client", args=[case])
    sent = {**SENT, "workers": officer.staff_id, "times": "5"}
    page = text(client.post(url, sent), 422)  # the fifth is on Christmas Eve
    assert "24.12.2026" in page
    assert booked(officer) == []
    answer = client.post(url, {**sent, "leave_out": "on"})
    assert len(booked(officer)) == 4
    page = text(client.get(answer.url))
    assert page.count("10.30") >= 4
    answer = client.post(answer.url, {"act": "cancel_series_us", "version": 1})
    assert answer.status_code == 302
    assert {one.state for one in booked(officer)} == {"cancelled"}
    assert "peruttu jo" in text(client.post(answer.url, {"act": "cancel_series_us", "version": 2}), 422)


def test_a_client_joins_a_group_from_their_own_page_and_is_taken_out_on_the_groups(officer, raisio, case):  # noqa: F811
    client, url = client_of(officer), reverse("desk:book_client", args=[case])
    sent = {**SENT, "kind": "other", "workers": officer.staff_id, "municipality": raisio.id}
    assert "2–60" in text(
        client.post(reverse("desk:book_light"), {**sent, "name": "Ryhmä", "capacity": "1"}), 422
    )
    client.post(reverse("desk:book_light"), {**sent, "name": "Keskusteluryhmä", "capacity": "2"})
    (group,) = booked(officer)
    assert "Keskusteluryhmä" in text(client.get(url))
    answer = client.post(url, {"group": str(group.pk)})
    assert answer.url == reverse("desk:appointment", args=[group.pk])
    page = text(client.get(answer.url))
    assert "1/2" in page
    assert "jo tässä ryhmässä" in text(client.post(url, {"group": str(group.pk)}), 422)
    member = page.split('name="member" value="')[1].split('"')[0]
    assert client.post(answer.url, {"act": "leave", "member": member, "version": 1}).status_code == 302
    assert "0/2" in text(client.get(answer.url))
    assert client.post(answer.url, {"act": "leave", "member": member, "version": 1}).status_code == 404

"""A time in a calendar of one's own: read by real readers of the format, without a name, a reason or a hidden place."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.accounts.granting import end_duty
from kotopolku.appointments import actions
from kotopolku.appointments.feeds import feed, running_feeds
from kotopolku.appointments.models import Appointment
from kotopolku.appointments.tests.conftest import asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.letters.models import Letter
from kotopolku.people.actions import set_contact_details, set_non_disclosure
from kotopolku.people.entries import ContactEntry

KHAL = """[calendars]
[[ours]]
path = {folder}
type = calendar
[locale]
timeformat = %H.%M
dateformat = %d.%m.
longdateformat = %d.%m.%Y
datetimeformat = %d.%m. %H.%M
longdatetimeformat = %d.%m.%Y %H.%M
local_timezone = Europe/Helsinki
default_timezone = Europe/Helsinki
[sqlite]
path = {folder}/../khal.db
"""


def events_of(calendar: bytes):
    return list(Calendar.from_ical(calendar).walk("VEVENT"))


def read(secret: str, *, on=TODAY):
    """What anybody who has the address reads."""
    with acting_as(ANYBODY, on=on):
        return feed(secret)


def khal(folder: Path, *words: str, given: bytes = b"") -> str:
    """Run the calendar programme khal with a calendar of its own in a folder."""
    (folder / "ours").mkdir(exist_ok=True)
    config = folder / "khal.conf"
    config.write_text(KHAL.format(folder=folder / "ours"), encoding="utf-8")
    program = Path(sys.executable).parent / "khal"
    done = subprocess.run(
        [program, "-c", str(config), *words], input=given, capture_output=True, check=True, cwd=folder
    )
    return done.stdout.decode()


def test_ones_own_calendar_tells_when_and_where_and_nobodys_name(officer, colleague, case, office):
    with acting_as(officer, on=TODAY):
        secret = actions.make_own_feed()
        actions.book(entry=asked(officer, case_id=case, kind="plan_20", room_id=office.pk, interpreted=True))
        actions.book(entry=asked(colleague, case_id=case, starts_at=at(14)))
        gone = actions.book(entry=asked(officer, case_id=case, starts_at=at(14)))
        actions.cancel(appointment_id=gone, by="us", version=1)
    (event,) = events_of(read(secret))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (at(10), at(12))
    assert event["SUMMARY"] == "Suunnitelman laatiminen, tulkki"
    assert event["LOCATION"] == "martinkatu, Huone 3"
    assert event["UID"].endswith(f"@{settings.ADDRESS.removeprefix('http://').partition(':')[0]}")
    with acting_as(officer, on=TODAY):
        name = Appointment.objects.first().case.person.family_name
    assert name
    assert name.encode() not in read(secret)


def test_a_moved_time_keeps_its_name_and_counts_its_changes(officer, case):
    with acting_as(officer, on=TODAY):
        secret = actions.make_own_feed()
        made = actions.book(entry=asked(officer, case_id=case))
    (before,) = events_of(read(secret))
    with acting_as(officer, on=TODAY):
        actions.move(appointment_id=made, starts_at=at(13), version=1)
    (after,) = events_of(read(secret))
    assert before["UID"] == after["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTART"].dt == at(13)


def test_of_a_protected_client_no_place_is_told(officer, case, office):
    with acting_as(officer, on=TODAY):
        secret = actions.make_own_feed()
        made = actions.book(entry=asked(officer, case_id=case, room_id=office.pk))
        person = Appointment.objects.get(pk=made).case.person_id
        set_non_disclosure(person_id=person, in_force=True)
    (event,) = events_of(read(secret))
    assert "LOCATION" not in event
    assert b"martinkatu" not in read(secret)


def test_a_rooms_calendar_holds_everybodys_times_there(officer, colleague, case, office):
    with acting_as(officer, on=TODAY):
        secret = actions.make_room_feed(room_id=office.pk)
        actions.book(entry=asked(officer, case_id=case, room_id=office.pk))
        actions.book(entry=asked(colleague, case_id=case, room_id=office.pk, starts_at=at(14)))
        actions.book(entry=asked(officer, case_id=case, starts_at=at(14)))
    assert len(events_of(read(secret))) == 2
    with acting_as(officer, on=TODAY):
        actions.end_room_feed(room_id=office.pk)
    assert read(secret) is None


def test_an_address_ends_with_the_next_one_by_its_owner_and_with_the_duty(officer, case, coordinator):
    with acting_as(officer, on=TODAY):
        first = actions.make_own_feed()
        second = actions.make_own_feed()
        assert running_feeds()[0] is not None
    assert read(first) is None
    assert read(second) is not None
    assert read("") is None
    with acting_as(coordinator, on=TODAY):
        end_duty(duty_id=officer.duty_id, last_day=TODAY, reason="lopetti")
    assert read(second) is not None
    assert read(second, on=TODAY + timedelta(days=1)) is None


def test_a_calendar_programme_reads_the_feed_and_a_moved_time_replaces_the_old(officer, case, tmp_path):
    with acting_as(officer, on=TODAY):
        secret = actions.make_own_feed()
        made = actions.book(entry=asked(officer, case_id=case, kind="assessment_14"))
    khal(tmp_path, "import", "--batch", "-a", "ours", "-", given=read(secret))
    assert "10.00-11.30 Arviointi" in khal(tmp_path, "list", "26.11.2026", "1d")
    with acting_as(officer, on=TODAY):
        actions.move(appointment_id=made, starts_at=at(13), version=1)
    khal(tmp_path, "import", "--batch", "-a", "ours", "-", given=read(secret))
    listed = khal(tmp_path, "list", "26.11.2026", "1d")
    assert "13.00-14.30 Arviointi" in listed
    assert "10.00" not in listed


@pytest.fixture
def writes(officer, case):
    """The client reads e-mail."""
    from kotopolku.cases.queries import case_view

    with acting_as(officer, on=TODAY):
        person = case_view(case).person_id
        set_contact_details(person_id=person, entries=[ContactEntry(kind="email", value="r@example.org")])
    return person


def test_the_clients_message_brings_the_time_along_and_a_cancelled_one_takes_it_away(officer, case, writes):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case, kind="plan_20"))
        booked = Letter.objects.get(template="time_booked_place").calendar
        actions.cancel(appointment_id=made, by="us", version=1)
        cancelled = Letter.objects.get(template="time_cancelled").calendar
    calendar = Calendar.from_ical(booked)
    (event,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], event["DTSTART"].dt) == ("PUBLISH", at(10))
    assert event["SUMMARY"] == "تم حجز موعد لك"  # the client reads Arabic: a time has been booked for you
    assert event["LOCATION"] == "martinkatu"
    assert "uunnitelma" not in booked
    calendar = Calendar.from_ical(cancelled)
    (gone,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], gone["STATUS"], gone["UID"]) == ("CANCEL", "CANCELLED", event["UID"])
    assert int(gone["SEQUENCE"]) > int(event["SEQUENCE"])


def test_the_pages_show_the_address_once_and_anybody_who_has_it_reads_it(officer, case, office):
    client, page = client_of(officer), reverse("desk:calendar_feeds")
    assert client.post(page, {"act": "x"}).status_code == 404
    shown = client.post(page, {"act": "make"}).content.decode()
    address = shown.split('readonly value="')[1].split('"')[0].removeprefix(settings.ADDRESS)
    assert address not in client.get(page).content.decode()
    got = Client().get(address)
    assert (got.status_code, got["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert client.post(page, {"act": "end"}).status_code == 302
    assert Client().get(address).status_code == 404
    assert client.post(page, {"act": "make", "room": office.pk}).status_code == 200
    assert client.post(page, {"act": "make", "room": "9" * 30}).status_code == 404

"""The roster and outreach days at the desk: a shift is planned, a wish is answered, contacts are counted per day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.line.tests.conftest import OFFICE, line_open, speaks  # noqa: F401
from kotopolku.roster.actions import announce_outreach
from kotopolku.roster.models import OutreachDay, Shift
from kotopolku.roster.tests.test_roster import asked, day_of
from kotopolku.web.desk.tests.test_line_page import VISIT


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today, line_open):  # noqa: F811
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


def test_a_shift_is_planned_seen_with_its_languages_and_ended(officer):
    speaks(officer, "ar")
    desk, page = client_of(officer), reverse("desk:roster")
    sent = {"staff": officer.staff_id, "place": OFFICE, "weekday": "1", "opens": "9", "closes": "15.30"}
    html = desk.post(page, sent, follow=True).content.decode()
    assert officer.name in html
    assert "arabia" in html
    wrong = desk.post(page, sent | {"closes": "8"})
    assert wrong.status_code == 422
    for week in ("2026-12-01", "0001-01-01", "9999-12-31", "x\0"):
        assert desk.get(page, {"week": week}).status_code == 200
    desk.post(page, {"end": str(Shift.objects.get().pk)})
    assert not Shift.objects.exists()


def test_a_wish_is_answered_with_a_day_which_counts_its_contacts(area, officer):
    row, desk = asked(area), client_of(officer)
    answer = f"{reverse('desk:outreach_new')}?request={row.pk}"
    assert "rehtori" in desk.get(answer).content.decode()
    day = {
        "act": "accept", "municipality": area.municipalities[0].id, "where": "Koulun kirjasto",
        "day": TODAY.strftime("%d.%m.%Y"), "opens": "9", "closes": "12", "languages": ["ar"], "answer": "",
    }  # fmt: skip
    assert desk.post(answer, day | {"where": ""}).status_code == 422
    assert desk.post(answer, day).status_code == 302
    # when a visit is logged at the day's place
    place = f"outreach-{OutreachDay.objects.get().pk}"
    assert (
        desk.post(reverse("desk:advice"), VISIT | {"place": place, "channel": "outreach"}).status_code == 302
    )
    # then the day shows its contact
    assert "1 kontakti" in desk.get(reverse("desk:outreach")).content.decode()


def test_a_wish_is_declined_with_a_reason_only(area, officer):
    row, desk = asked(area), client_of(officer)
    answer = f"{reverse('desk:outreach_new')}?request={row.pk}"
    assert desk.post(answer, {"act": "decline", "answer": ""}).status_code == 422
    assert desk.post(answer, {"act": "decline", "answer": "Viikko on täynnä."}).status_code == 302
    assert desk.get(answer).status_code == 200


def test_a_day_is_called_off(area, officer):
    with acting_as(officer, on=TODAY):
        day = announce_outreach(entry=day_of(area, day=TODAY + timedelta(days=3)))
    client_of(officer).post(reverse("desk:outreach"), {"cancel": str(day.pk)})
    assert OutreachDay.objects.get().cancelled

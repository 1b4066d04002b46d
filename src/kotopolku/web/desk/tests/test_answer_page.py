"""An e-mail is answered on one page: only by who has it, the question never quoted, what did not arrive is shown."""

import pytest
from django.conf import settings
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.letters.models import Letter
from kotopolku.letters.sending import send_due
from kotopolku.letters.tests.conftest import mailbox  # noqa: F401
from kotopolku.line.entries import WishEntry
from kotopolku.line.models import Ticket
from kotopolku.line.tests.conftest import line_open, take  # noqa: F401

SENT = {"act": "answer", "text": "Toimisto on auki kello 9.", "topic": "benefits", "minutes": "up_to_5",
        "outcome": "solved"}  # fmt: skip


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today, line_open):  # noqa: F811
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


def mailed(area, *, email="rana@example.org", **wish):
    told = WishEntry(email=email, text="Milloin olette auki?", left_in_box=("files",), **wish)
    return take(area, office="", channel="email", language="fi", way="email", wish=told)


def page_of(ticket):
    return reverse("desk:line_answer", args=[ticket.pk])


def test_an_email_is_read_and_answered_from_the_line(officer, area):
    ticket, client = mailed(area), client_of(officer)
    assert "Kutsu ensin" in client.get(page_of(ticket)).content.decode()
    client.post(reverse("desk:line_ticket", args=[ticket.pk]), {"act": "call"})
    page = client.get(page_of(ticket)).content.decode()
    assert "Milloin olette auki?" in page
    assert "liitteitä" in page
    assert page_of(ticket) in client.get(reverse("desk:advice")).content.decode()
    answer = client.post(page_of(ticket), SENT)
    assert (answer.status_code, Ticket.objects.get().state) == (302, "served")
    assert "lähtee minuutin" in client.get(reverse("desk:advice")).content.decode()


def test_a_private_number_is_asked_about_and_a_colleague_cannot_answer(officer, colleague, area):
    ticket, client = mailed(area), client_of(officer)
    client.post(reverse("desk:line_ticket", args=[ticket.pk]), {"act": "call"})
    private = SENT | {"text": "Tili FI21 1234 5600 0007 85"}
    page = client.post(page_of(ticket), private)
    assert page.status_code == 422
    assert 'name="looked"' in page.content.decode()
    assert client_of(colleague).post(page_of(ticket), SENT).status_code == 409
    assert client.post(page_of(ticket), private | {"looked": "on"}).status_code == 302
    with acting_as(officer, on=TODAY):
        assert Letter.objects.count() == 1


def test_a_video_room_is_made_and_shown_to_be_read_aloud(officer, area, monkeypatch):
    ticket, client = mailed(area), client_of(officer)
    client.post(reverse("desk:line_ticket", args=[ticket.pk]), {"act": "call"})
    assert "Tee huone" not in client.get(page_of(ticket)).content.decode()
    monkeypatch.setattr(settings, "VIDEO", "https://video.raisio.example/")
    client.post(page_of(ticket), {"act": "video"})
    assert "https://video.raisio.example/" in client.get(page_of(ticket)).content.decode()
    with acting_as(officer, on=TODAY):
        assert Letter.objects.count() == 0
    client.post(page_of(ticket), {"act": "video_mail"})
    with acting_as(officer, on=TODAY):
        assert Letter.objects.get().template == "line_video"


def test_an_answer_that_did_not_arrive_stands_above_the_line_until_it_is_seen(officer, area, system, mailbox):  # noqa: F811
    ticket, client = mailed(area, email="refuse@example.org"), client_of(officer)
    client.post(reverse("desk:line_ticket", args=[ticket.pk]), {"act": "call"})
    client.post(page_of(ticket), SENT)
    send_due(system, on=TODAY)
    assert "ei mennyt perille" in client.get(reverse("desk:advice")).content.decode()
    shown = client.get(reverse("desk:line_ticket", args=[ticket.pk])).content.decode()
    assert "550" in shown
    client.post(reverse("desk:line_ticket", args=[ticket.pk]), {"act": "seen"})
    assert "ei mennyt perille" not in client.get(reverse("desk:advice")).content.decode()


def test_another_areas_worker_reads_no_email(stranger, area):
    assert client_of(stranger).get(page_of(mailed(area))).status_code == 404

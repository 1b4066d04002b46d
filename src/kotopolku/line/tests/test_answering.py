"""An e-mail is answered once, over a real mail server, in the asker's language, and nothing secret leaves."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from tests.cast import TODAY

from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.models import AdviceVisit
from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.letters.models import Letter
from kotopolku.letters.sending import send_due
from kotopolku.line import actions, codes, queries
from kotopolku.line.entries import WishEntry
from kotopolku.line.fetching import fetch
from kotopolku.line.models import Ticket, Wish
from kotopolku.line.secrets import private_in, quotes
from kotopolku.line.tests.conftest import OFFICE, take
from kotopolku.line.video import WrongVideo, new_room, video_from

QUESTION = "Minun mieheni on sairas ja lapseni tarvitsee päivähoitopaikan heti Raisiosta"
ANSWER = "Toimisto on auki kello 9–16. Tervetuloa {kotiin}."
VISIT = VisitEntry(
    place=OFFICE, channel="email", interpreter="not_needed", lives="not_asked", minutes="up_to_5",
    outcome="solved", topics=("benefits",), language="ar",
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("line_open")


def asked(area, *, email="rana@example.org", language="ar", **wish):
    told = WishEntry(email=email, text=QUESTION, **wish)
    way = {"way": "email"} if email else {"way": "phone"}
    return take(area, office=codes.AFAR, channel="email", language=language, wish=told, **way)


def called(area, actor, **wish):
    ticket = asked(area, **wish)
    with acting_as(actor, on=TODAY):
        actions.call_ticket(ticket_id=ticket.pk)
    return ticket


def answer(actor, ticket, text=ANSWER, **more):
    with acting_as(actor, on=TODAY):
        return actions.answer_ticket(ticket_id=ticket.pk, text=text, entry=VISIT, **more)


def test_an_answer_leaves_in_the_askers_language_and_ends_the_ticket_as_answered(
    area, officer, system, mailbox
):
    ticket = called(area, officer)
    visit = answer(officer, ticket)
    send_due(system, on=TODAY)
    (letter,) = mailbox.letters()
    assert letter["To"] == "rana@example.org"
    assert letter["Content-Language"] == "ar"
    assert ANSWER in letter.get_content()
    assert QUESTION[:20] not in letter.as_string()
    assert not any(word in letter["Subject"].lower() for word in ("rana", "toimisto", "sairas"))
    row = Ticket.objects.get(pk=ticket.pk)
    assert (row.state, row.visit) == ("served", visit.pk)
    with acting_as(officer, on=TODAY):
        month = queries.line_month(first=TODAY.replace(day=1))
        assert queries.wish(ticket.pk).answer_state == "sent"
    assert (month.served, month.first_time) == (1, 1)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (" ", "text"),
        ("Tunnuksesi on 010190-901R.", "text"),
        (f"Kysyit: {QUESTION}?", "text"),
        ("x" * 4001, "text"),
        ("Tili FI21 1234 5600 0007 85", "looked"),
        ("Asut Pihakatu 3 A 12", "looked"),
    ],
)
def test_what_must_not_travel_in_an_email_is_held_back(area, officer, text, field):
    ticket = called(area, officer)
    with pytest.raises(Invalid) as refused:
        answer(officer, ticket, text)
    assert refused.value.field == field
    assert Ticket.objects.get().state == "serving"
    with acting_as(officer, on=TODAY):
        assert Letter.objects.count() == 0


def test_what_looks_private_leaves_when_it_was_looked_at(area, officer):
    answer(officer, called(area, officer), "Tili FI21 1234 5600 0007 85", looked=True)
    assert Ticket.objects.get().state == "served"


def test_a_number_to_call_and_short_common_words_are_not_held_back():
    assert not private_in("Soita 040 123 4567 tai 02 1234567, Nallinkatu 2")
    assert not quotes("Hei! Kiitos viestistä.", "Hei! Kiitos viestistä.")


def test_only_who_has_the_ticket_answers_it(area, officer, colleague):
    ticket = called(area, officer)
    with pytest.raises(Stale):
        answer(colleague, ticket)
    with acting_as(colleague, on=TODAY):
        actions.move_ticket(ticket_id=ticket.pk, to_staff=colleague.staff_id)
        actions.call_ticket(ticket_id=ticket.pk)
    answer(colleague, ticket)
    with pytest.raises(Stale):
        answer(officer, ticket)
    with acting_as(officer, on=TODAY):
        assert (AdviceVisit.objects.count(), Letter.objects.count()) == (1, 1)


def test_who_left_no_address_is_not_answered_by_email(area, officer):
    ticket = called(area, officer, email="", phone="040 1")
    with pytest.raises(Invalid):
        answer(officer, ticket)


def test_an_answer_pressed_twice_at_the_same_instant_leaves_once(own_database, line_open, officer):
    ticket = called(line_open, officer)
    start = Barrier(4)

    def press(_number):
        try:
            start.wait()
            answer(officer, ticket)
        except Stale:
            return 0
        else:
            return 1
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        done = sum(pool.map(press, range(4)))
    with acting_as(officer, on=TODAY):
        assert (done, Letter.objects.count(), AdviceVisit.objects.count()) == (1, 1, 1)


def undelivered(officer):
    with acting_as(officer, on=TODAY):
        return [one.id for one in queries.desk_line(office=OFFICE).undelivered]


def test_an_answer_that_the_server_refuses_is_shown_until_somebody_has_seen_it(
    area, officer, system, mailbox
):
    ticket = called(area, officer, email="refuse@example.org")
    answer(officer, ticket)
    send_due(system, on=TODAY)
    assert undelivered(officer) == [ticket.pk]
    with acting_as(officer, on=TODAY):
        assert queries.wish(ticket.pk).answer_error == "smtp 550 5.1.1"
        actions.note_undelivered(ticket_id=ticket.pk)
    assert undelivered(officer) == []


def test_an_answer_that_comes_back_to_the_box_is_shown_as_undelivered(area, officer, system, mailbox, box):
    ticket = called(area, officer)
    answer(officer, ticket)
    send_due(system, on=TODAY)
    (letter,) = mailbox.letters()
    box.receive(bounce_of(letter["Message-ID"]))
    # one of a letter that is not ours says nothing
    box.receive(bounce_of(f"<{uuid4()}@raisio.example>"))
    assert fetch(system, on=TODAY) == 0
    assert undelivered(officer) == [ticket.pk]
    assert Ticket.objects.count() == 1


def bounce_of(message_id):
    return (
        "From: MAILER-DAEMON@mx.example\nSubject: Undelivered\n"
        f"Message-ID: <{uuid4()}@mx.example>\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nrana@example.org no longer exists\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        "Final-Recipient: rfc822; rana@example.org\nAction: failed\nStatus: 5.1.1\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\n\n--b--\n"
    ).encode()


def test_the_answer_is_erased_with_what_was_asked(area, officer, system):
    answer(officer, called(area, officer))
    with acting_as(system, on=TODAY + timedelta(days=14)):
        actions.forget_wishes(area_id=area.id)
        assert (Wish.objects.count(), Letter.objects.count()) == (0, 0)


def test_a_video_room_is_fresh_kept_and_sent_when_asked(area, officer, system, mailbox, monkeypatch):
    ticket = called(area, officer)
    with acting_as(officer, on=TODAY), pytest.raises(Invalid):
        actions.open_video(ticket_id=ticket.pk)
    monkeypatch.setattr(settings, "VIDEO", video_from("https://video.raisio.example/rooms"))
    with acting_as(officer, on=TODAY):
        aloud = actions.open_video(ticket_id=ticket.pk)
        assert actions.open_video(ticket_id=ticket.pk, by_email=True) == aloud
        assert queries.wish(ticket.pk).meeting == aloud
    send_due(system, on=TODAY)
    (letter,) = mailbox.letters()
    assert aloud in letter.get_content()
    assert aloud not in letter["Subject"]
    assert Ticket.objects.get().state == "serving"


def test_a_room_cannot_be_guessed_and_names_nobody():
    rooms = {new_room("https://video.example/") for _one in range(200)}
    assert len(rooms) == 200
    assert all(len(room.removeprefix("https://video.example/")) == 24 for room in rooms)


@pytest.mark.parametrize(
    "url", ["http://video.example", "https://", "https://u:p@v.example", "https://v.example/?a=1"]
)
def test_a_wrong_address_of_the_video_service_is_refused(url):
    with pytest.raises(WrongVideo):
        video_from(url)

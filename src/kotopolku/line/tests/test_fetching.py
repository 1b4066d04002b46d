"""E-mails to the shared box stand in the line once each, with the little of them that an answer needs."""

from datetime import datetime, time, timedelta
from email import message_from_bytes, policy

import pytest
from django.conf import settings
from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.jobs.tasks import fetch_mail
from kotopolku.jobs.tick import tick
from kotopolku.line import actions, fetching, mailbox, queries
from kotopolku.line.fetching import fetch
from kotopolku.line.guessing import certain_language
from kotopolku.line.mailbox import BoxAway, WrongMailbox, mailbox_from
from kotopolku.line.models import Ticket, Wish
from kotopolku.line.reading import read
from kotopolku.line.tests.box import ASKED, mail
from kotopolku.line.tests.conftest import OFFICE, call, take

pytestmark = pytest.mark.usefixtures("line_open")


def only_wish(officer):
    ticket = Ticket.objects.get()
    with acting_as(officer, on=TODAY):
        return queries.wish(ticket.pk)


def test_an_email_stands_in_the_line_with_its_language_and_a_target_and_is_seen_in_the_box(
    officer, system, box
):
    box.receive(mail())
    assert fetch(system, on=TODAY) == 1
    ticket = Ticket.objects.get()
    assert (ticket.office, ticket.channel, ticket.way, ticket.language) == ("", "email", "email", "fi")
    assert ticket.due_at > ticket.taken_at
    wish = only_wish(officer)
    assert (wish.name, wish.email, wish.left_in_box) == ("Rana Haddad", "rana@example.org", ())
    assert wish.text == f"Kysymys\n\n{ASKED}"
    assert (box.count("SEEN"), box.count("ALL")) == (1, 1)
    assert fetch(system, on=TODAY) == 0


def test_a_worker_that_dies_before_it_marks_a_mail_neither_loses_nor_doubles_it(system, box, monkeypatch):
    box.receive(mail())
    box.receive(mail(message_id="<2@example.org>"))

    def dies(self, uid):
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(mailbox.Box, "mark_seen", dies)
        with pytest.raises(RuntimeError):
            fetch(system, on=TODAY)
    assert (Ticket.objects.count(), box.count("UNSEEN")) == (1, 2)
    assert fetch(system, on=TODAY) == 1
    # and when a colleague marks them unread again, they do not come twice either
    box.unsee()
    assert fetch(system, on=TODAY) == 0
    assert (Ticket.objects.count(), box.count("UNSEEN")) == (2, 0)


def test_a_mail_that_cannot_be_kept_stays_unseen_in_the_box(system, box, monkeypatch):
    box.receive(mail())
    broken = RuntimeError("the database went away")
    with monkeypatch.context() as patch:
        patch.setattr(fetching, "take_place", lambda **_asked: (_ for _ in ()).throw(broken))
        with pytest.raises(RuntimeError):
            fetch(system, on=TODAY)
    assert (Ticket.objects.count(), box.count("UNSEEN")) == (0, 1)
    assert fetch(system, on=TODAY) == 1


def test_of_the_mails_own_id_only_a_digest_is_kept(system, box):
    box.receive(mail(message_id="<rana.haddad.1990@example.org>"))
    box.receive(mail("Ilman tunnusta", message_id=""))
    fetch(system, on=TODAY)
    with acting_as(system, on=TODAY):
        keys = set(Wish.objects.values_list("message_key", flat=True))
    assert len(keys) == 2
    assert all(len(key) == 64 and set(key) <= set("0123456789abcdef") for key in keys)


def only_html():
    message = mail()
    message.set_content("<p>Salainen <b>asia</b></p>", subtype="html")
    return message


def with_file():
    message = mail()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="rana-haddad.pdf")
    return message


@pytest.mark.parametrize(
    ("message", "left", "text"),
    [
        (only_html(), ("html",), "Kysymys"),
        (with_file(), ("files",), f"Kysymys\n\n{ASKED}"),
        (mail("sana " * 3000), ("cut",), "Kysymys\n\nsana"),
        (mail("x\n" * 300_000), ("cut",), "Kysymys\n\nx"),
        (b"From: <<<\r\nContent-Type: text/plain; charset=nonsense-9\r\n\r\n\xff\xfe\r\n", None, ""),
        (b"\r\n", None, ""),
    ],
)
def test_what_is_not_shown_stays_in_the_box_and_is_told(officer, system, box, message, left, text):
    box.receive(message)
    assert fetch(system, on=TODAY) == 1
    if left is None:  # broken, and still somebody's turn
        assert Ticket.objects.get().way == "here"
        return
    wish = only_wish(officer)
    assert wish.left_in_box == left
    assert wish.text.startswith(text)
    assert "<p>" not in wish.text
    assert "rana-haddad" not in wish.text
    assert len(wish.text) <= 4000


def test_the_one_asked_for_is_answered_and_an_absence_note_asks_nothing(officer, system, box):
    box.receive(mail(Reply_To="tukihenkilo@example.org"))
    box.receive(mail("Olen lomalla", message_id="<2@x>", Auto_Submitted="auto-replied"))
    assert fetch(system, on=TODAY) == 1
    assert only_wish(officer).email == "tukihenkilo@example.org"
    assert box.count("UNSEEN") == 0


def test_a_mail_to_the_box_is_erased_with_the_other_wishes(officer, system, box):
    box.receive(mail())
    fetch(system, on=TODAY)
    with acting_as(officer, on=TODAY):
        ticket = Ticket.objects.get()
        actions.call_ticket(ticket_id=ticket.pk)
        actions.quick_serve(ticket_id=ticket.pk, place=OFFICE)
    with acting_as(system, on=TODAY + timedelta(days=14)):
        actions.forget_wishes(area_id="raisio")
        assert Wish.objects.count() == 0


def test_a_mail_is_called_like_any_other_ticket_and_waits_behind_the_door(area, officer, system, box):
    box.receive(mail())
    fetch(system, on=TODAY)
    at_door = take(area)
    assert call(officer).pk == at_door.pk
    with acting_as(officer, on=TODAY), pytest.raises(Invalid):
        actions.call_next(office=OFFICE)


def test_the_job_runs_whenever_a_box_is_set(area, system, box, monkeypatch, now_at):
    box.receive(mail())
    assert f"fetch_mail {area.id} {TODAY.isoformat()}" in tick(at=now_at)
    fetch_mail.call(area.id, TODAY.isoformat())
    assert Ticket.objects.count() == 1
    monkeypatch.setattr(settings, "IMAP", None)
    assert fetching.areas_with_box() == ()
    assert fetch(system, on=TODAY) == 0


@pytest.fixture
def now_at():
    return datetime.combine(TODAY, time(12), tzinfo=HELSINKI)


@pytest.mark.parametrize(
    "url",
    ["imap://demouser:wrong-secret@127.0.0.1:{port}", "imap://demouser:demopass@127.0.0.1:{port}/Nowhere",
     "imap://demouser:demopass@127.0.0.1:1", "imaps://demouser:demopass@127.0.0.1:{port}"],
)  # fmt: skip
def test_a_box_that_refuses_is_told_by_a_code_without_its_words(system, box, monkeypatch, url):
    monkeypatch.setattr(settings, "IMAP", mailbox_from(url.format(port=box.port)))
    with pytest.raises(BoxAway) as told:
        fetch(system, on=TODAY)
    assert "demouser" not in str(told.value)
    assert "secret" not in str(told.value)
    assert told.value.__suppress_context__ or told.value.__context__ is None


@pytest.mark.parametrize(
    "url",
    [
        "http://u:sala@host",
        "imap://host",
        "imaps://u:sala@",
        "imap://u:sala@host:many",
        'imap://u:sala@host/IN"BOX',
    ],
)
def test_a_wrong_address_of_the_box_is_refused_without_its_secret(url):
    with pytest.raises(WrongMailbox) as refused:
        mailbox_from(url)
    assert "sala" not in str(refused.value)
    assert "sala" not in repr(mailbox_from("imap://u:sala@host"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ASKED, "fi"),
        ("Hej, jag vill fråga när kontoret är öppet och om jag kan komma med min son.", "sv"),
        ("Доброго дня, я хочу запитати, коли можу прийти до вас. Що мені треба для дитини? Дякую.", "uk"),
        ("Здравствуйте, я не знаю, что мне нужно для ребёнка и где это. Спасибо.", "ru"),
        ("السلام عليكم، أنا أريد أن أسأل عن الموعد، هل يمكن لي أن آتي مع طفلي إلى المكتب؟", "ar"),
        # doubt: too short, two languages, Persian or Dari, nothing at all
        ("Hei!", ""),
        (
            f"{ASKED} I would like to ask when the office is open and how can I come to you with my family.",
            "",
        ),
        ("سلام، من می خواهم به دفتر شما بیایم و این را برای شما بیاورم که خوب است.", ""),
        ("", ""),
        ("Xyzzy plugh foo bar baz qux quux corge grault garply waldo", ""),
    ],
)
def test_a_language_is_known_only_when_there_is_no_doubt(text, language):
    assert certain_language(text) == language


def test_a_bounce_is_no_question():
    report = (
        b"From: MAILER-DAEMON@x.example\r\nMessage-ID: <0b0b0b0b-0000-4000-8000-000000000000@x.example>\r\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 5.1.1\r\n\r\n--b\r\n"
        b"Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <12345678-1234-4321-8765-123456789abc@r.example>\r\n"
        b"\r\n--b--\r\n"
    )
    found = read(report, is_cut=False)
    assert (str(found.bounced), found.bounced_code) == ("12345678-1234-4321-8765-123456789abc", "5.1.1")
    assert message_from_bytes(report, policy=policy.default).is_multipart()

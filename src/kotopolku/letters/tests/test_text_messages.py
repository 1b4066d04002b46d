"""Text messages: one gateway, a folder where there is none, quiet hours, safe contact, the right language."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.letters import codes
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToPerson
from kotopolku.letters.mailer import GiveUp, TryLater
from kotopolku.letters.models import Letter
from kotopolku.letters.queries import areas_with_letters_due
from kotopolku.letters.reaching import reached_by
from kotopolku.letters.recipients import Reach, reach
from kotopolku.letters.sending import send_due
from kotopolku.letters.texter import Texter, WrongGateway, deliver_text, mobile_number, texter_from
from kotopolku.people.actions import set_contact_details, set_languages, set_non_disclosure, set_safe_contact
from kotopolku.people.entries import ContactEntry, LanguageEntry, SafeContactEntry
from kotopolku.people.queries import contact_rule

SERVER = Path(__file__).parent / "text_gateway.py"
NIGHT = datetime(2026, 11, 24, 23, 30, tzinfo=HELSINKI)
PHONE = ContactEntry(kind="phone", value="040 123 4567")
MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=HELSINKI)


@pytest.fixture
def gateway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A running gateway that the settings point to; returns the folder of what it accepted."""
    process = subprocess.Popen(
        [sys.executable, str(SERVER), str(tmp_path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    port = int(process.stdout.readline())
    address = f"http://koto:viestin-salasana@127.0.0.1:{port}/sms"
    monkeypatch.setattr(settings, "SMS", texter_from(address, sender="Raisio"))
    try:
        yield tmp_path
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def by_day(monkeypatch):
    """No hour is a quiet one: the tests run at any time of the day."""
    monkeypatch.setattr(codes, "QUIET_FROM", datetime.max.time())
    monkeypatch.setattr(codes, "QUIET_UNTIL", datetime.min.time())


@pytest.fixture
def rana(officer, person_of):
    """A client with a mobile telephone and no e-mail, who reads Arabic."""
    person = person_of(officer)
    with acting_as(officer, on=TODAY):
        set_contact_details(person_id=person, entries=[PHONE])
        set_languages(person_id=person, languages=[LanguageEntry(use="written", language="ar")])
    return person


def written(officer, person, **more):
    with acting_as(officer, on=TODAY):
        return send(
            to=ToPerson(person_id=person),
            template="time_cancelled",
            params={"day": "1.12.2026", "clock": "10.00"},
            language="fi",
            way="sms",
            **more,
        )


def row(actor, letter_id):
    with acting_as(actor, on=TODAY):
        return Letter.objects.get(pk=letter_id)


@pytest.mark.parametrize(
    ("number", "reached"),
    [
        ("040 123 4567", "+358401234567"),
        ("(050) 123-4567", "+358501234567"),
        ("+372 5123 4567", "+37251234567"),
        ("00372 51234567", "+37251234567"),
        ("02 123 4567", ""),
        ("044", ""),
        ("kysy äidiltä", ""),
    ],
)
def test_a_number_is_written_as_gateways_take_it_or_no_message_is_tried(number, reached):
    assert mobile_number(number) == reached


def test_a_message_leaves_by_the_gateway_with_its_text_and_is_marked(officer, system, rana, gateway, by_day):
    letter = written(officer, rana)
    assert areas_with_letters_due() == ("raisio",)
    assert send_due(system, on=TODAY) == 1
    (kept,) = (json.loads(file.read_text()) for file in gateway.iterdir())
    assert (kept["from"], kept["to"]) == ("Raisio", "+358401234567")
    assert kept["message"].startswith("Aika 1.12.2026 klo 10.00 on peruttu.")
    assert "\n" not in kept["message"]
    assert "Älä vastaa" not in kept["message"]
    sent = row(system, letter)
    assert (sent.state, sent.provider_id, sent.subject) == (codes.SENT, "s0", "")
    assert send_due(system, on=TODAY) == 0


@pytest.mark.parametrize(
    ("number", "state", "error"),
    [("040 123 4540", codes.GIVEN_UP, "sms 400"), ("040 123 4550", codes.FAILED, "sms 503")],
)
def test_a_refusal_ends_the_message_and_a_busy_gateway_does_not(
    officer, system, rana, gateway, by_day, number, state, error
):
    with acting_as(officer, on=TODAY):
        set_contact_details(person_id=rana, entries=[ContactEntry(kind="phone", value=number)])
    letter = written(officer, rana)
    assert send_due(system, on=TODAY) == 0
    found = row(system, letter)
    assert (found.state, found.last_error) == (state, error)
    assert list(gateway.iterdir()) == []


def test_a_wrong_password_of_ours_loses_no_message(gateway):
    wrong = Texter(
        sender="Raisio", host="127.0.0.1", port=settings.SMS.port, path="/sms", tls=False, user="x"
    )
    with pytest.raises(TryLater, match="sms 401"):
        deliver_text(wrong, letter_id="a", to="0401234567", body="x")
    nowhere = Texter(sender="Raisio", host="127.0.0.1", port=1, path="/", tls=False)
    with pytest.raises(TryLater, match="connection"):
        deliver_text(nowhere, letter_id="a", to="0401234567", body="x")
    with pytest.raises(GiveUp, match="address_unreadable"):
        deliver_text(wrong, letter_id="a", to="02 1234", body="x")


def test_without_a_gateway_a_folder_keeps_one_file_a_message(tmp_path):
    texter = texter_from(f"file://{tmp_path}/sms", sender="Raisio")
    for _try in range(2):
        assert deliver_text(texter, letter_id="one", to="0401234567", body="Hei") == "file one"
    (kept,) = (tmp_path / "sms").iterdir()
    assert kept.read_text(encoding="utf-8") == "Raisio\n+358401234567\nHei"


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("ftp://gateway.example", "Raisio"),
        ("https://", "Raisio"),
        ("https://koto:salainen@gateway.example:x/", "Raisio"),
        ("file://relative", "Raisio"),
        ("https://koto:salainen@gateway.example/", "Raision kaupunki"),
        ("https://koto:salainen@gateway.example/", ""),
    ],
)
def test_a_gateway_that_cannot_be_used_is_refused_without_its_secret(url, sender):
    with pytest.raises(WrongGateway) as refused:
        texter_from(url, sender=sender)
    assert "salainen" not in str(refused.value)


def test_the_password_shows_in_no_representation():
    assert "salainen" not in repr(texter_from("https://koto:salainen@gateway.example/", sender="Raisio"))


def test_no_telephone_beeps_in_the_night(officer, rana):
    with acting_as(officer, on=TODAY):
        rule = contact_rule(rana)
    assert reach(rule, way="sms", at=NIGHT) is Reach.LATER
    assert reach(rule, way="sms", at=MORNING - timedelta(minutes=1)) is Reach.LATER
    assert reach(rule, way="sms", at=MORNING) is Reach.NOW
    assert reach(rule, way="email", at=NIGHT) is Reach.NOW


def test_a_message_of_the_night_waits_for_the_morning(officer, system, rana, gateway, monkeypatch):
    monkeypatch.setattr(codes, "QUIET_FROM", datetime.min.time())
    letter = written(officer, rana)
    assert send_due(system, on=TODAY) == 0
    found = row(system, letter)
    assert (found.state, found.attempts) == (codes.WAITING, 0)
    assert found.next_try_at > found.created_at


def test_the_clients_own_way_goes_first_and_never_is_never(officer, rana, gateway):
    with acting_as(officer, on=TODAY):
        reached = reached_by(rana, rule=contact_rule(rana))
        assert (reached.way, reached.language) == ("sms", "ar")
        set_contact_details(
            person_id=rana, entries=[PHONE, ContactEntry(kind="email", value="r@example.org")]
        )
        assert reached_by(rana, rule=contact_rule(rana)).way == "email"
        set_safe_contact(person_id=rana, entry=SafeContactEntry(ways=("sms", "email")))
        assert reached_by(rana, rule=contact_rule(rana)).way == "sms"
        set_safe_contact(person_id=rana, entry=SafeContactEntry(never=("sms",)))
        assert reached_by(rana, rule=contact_rule(rana)).way == "email"
        set_safe_contact(person_id=rana, entry=SafeContactEntry(never=("sms", "email")))
        assert reached_by(rana, rule=contact_rule(rana)) is None


def test_nobody_is_written_to_who_does_not_read_who_is_protected_or_where_no_gateway_is(
    officer, rana, gateway, monkeypatch
):
    with acting_as(officer, on=TODAY):
        monkeypatch.setattr(settings, "SMS", None)
        assert reached_by(rana, rule=contact_rule(rana)) is None
        monkeypatch.undo()
    with acting_as(officer, on=TODAY):
        set_languages(person_id=rana, languages=[LanguageEntry(use="written", language="none")])
        assert reached_by(rana, rule=contact_rule(rana)) is None
        set_languages(person_id=rana, languages=[LanguageEntry(use="written", language="ar")])
        set_non_disclosure(person_id=rana, in_force=True)
        assert reached_by(rana, rule=contact_rule(rana)) is None

"""A worker killed between the mail server's taking of a letter and its own mark loses nothing; a double is known."""

import os
import subprocess
import sys
import time

import psycopg
import pytest
from django.conf import settings
from tests.cast import TODAY
from tests.settled import load_raisio

from kotopolku.accounts.access import system_actor
from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.letters import codes
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToWriter
from kotopolku.letters.models import Letter
from kotopolku.letters.sending import send_due
from kotopolku.letters.tests.conftest import SENDER

SEND = """
import django; django.setup()
from datetime import date
from kotopolku.jobs.tasks import send_letters
send_letters.call("raisio", "2026-11-24")
"""


@pytest.fixture
def waiting(own_database):
    """One letter, committed, in the outbox of the area."""
    load_raisio()
    host = area_view("raisio", on=TODAY).host_id
    with acting_as(ANYBODY, on=TODAY):
        return send(
            to=ToWriter(address="stuck-pekka@kela.example"),
            template="contact_receipt",
            params={"code": "K7RF-3MXD"},
            controller_id=host,
            area_id="raisio",
        )


def start_worker(own_database, database_server, mailbox):
    environment = os.environ | {
        "DATABASE_URL": database_server.url(role="kotopolku_app", database=own_database),
        "KOTOPOLKU_SMTP_URL": f"smtp://127.0.0.1:{mailbox.port}",
        "KOTOPOLKU_MAIL_FROM": SENDER,
    }
    return subprocess.Popen([sys.executable, "-c", SEND], env=environment)


def row(letter_id):
    with acting_as(system_actor("raisio", on=TODAY), on=TODAY):
        return Letter.objects.get(pk=letter_id)


def test_a_letter_whose_worker_is_killed_before_the_mark_is_sent_again_under_the_same_name(
    waiting, own_database, database_server, mailbox
):
    # given a server that has taken the letter and has not said so yet
    worker = start_worker(own_database, database_server, mailbox)
    until = time.monotonic() + 60
    while not mailbox.letters() and time.monotonic() < until and worker.poll() is None:
        time.sleep(0.05)
    assert len(mailbox.letters()) == 1
    # when the worker is killed
    worker.kill()
    worker.wait()
    # then the letter is still under way, and no other worker takes it before its lease has run out
    assert row(waiting).state == codes.SENDING
    (mailbox.folder / "unstuck").touch()
    system = system_actor("raisio", on=TODAY)
    assert send_due(system, on=TODAY) == 0
    with psycopg.connect(database_server.url(role="kotopolku_owner", database=own_database)) as owner:
        owner.execute("UPDATE letter SET next_try_at = now() - interval '1 second'")
    # and then it is sent again, under the name it had
    assert send_due(system, on=TODAY) == 1
    first, second = mailbox.letters()
    assert first["Message-ID"] == second["Message-ID"] == row(waiting).provider_id
    assert (row(waiting).state, row(waiting).attempts) == (codes.SENT, 2)


def test_two_workers_at_once_send_a_letter_once(waiting, own_database, database_server, mailbox):
    # given a letter that another worker holds in its transaction
    (mailbox.folder / "unstuck").touch()
    system = system_actor("raisio", on=TODAY)
    with psycopg.connect(database_server.url(role="kotopolku_owner", database=own_database)) as other:
        other.execute("SELECT id FROM letter FOR UPDATE")
        # then this one passes it by, without waiting
        assert send_due(system, on=TODAY) == 0
        other.rollback()
    assert send_due(system, on=TODAY) == 1
    assert len(mailbox.letters()) == 1
    assert settings.MAIL is not None

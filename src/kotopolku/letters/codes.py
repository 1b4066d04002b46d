"""Codes of the outbox: ways, kinds of recipient, states, role addresses, kinds of file."""

from datetime import time, timedelta

WAYS = ("email", "sms", "letter", "notice")
EMAIL, SMS = "email", "sms"
QUIET_FROM, QUIET_UNTIL = time(21), time(8)  # no telephone beeps for us in the night
RECIPIENTS = ("person", "staff", "role", "writer")  # writer: somebody who gave the address in a form of ours
WAITING, SENDING, SENT = "waiting", "sending", "sent"
FAILED, GIVEN_UP, REFUSED = "failed", "given_up", "refused_by_rule"
STATES = (WAITING, SENDING, SENT, FAILED, GIVEN_UP, REFUSED)
OPEN_STATES = (WAITING, SENDING, FAILED)
CONTACTS_ROLE = "contacts"  # who receives contacts under KotoL 9 § 2 mom.

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
FILE_KINDS = (PDF, PNG, JPEG)
MOST_FILE_BYTES = 20 * 1024 * 1024

MOST_ATTEMPTS = 20  # with the pauses below: about three days, as mail servers do
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)
ANOTHER_HOUR = timedelta(minutes=15)  # until the contact rule of a client is asked about the hour again
# How long a letter may be under way before another worker takes it up: far longer than any attempt lasts.
LEASE = timedelta(minutes=10)


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait after this many failed attempts: twice as long each time, at most six hours."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 16)), LONGEST_PAUSE)

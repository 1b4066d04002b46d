"""Bring what is new in the shared box into the line: looked at in no transaction, kept in one each, then marked seen.

A worker that dies between the two fetches the message again, and its key keeps it from standing in the line twice.
One that a colleague has opened in the box by hand is taken as being answered there.
"""

from datetime import date

from django.conf import settings
from django.db import IntegrityError

from kotopolku.accounts.access import area_of
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.letters.actions import mark_bounced
from kotopolku.line import codes
from kotopolku.line.actions import key_of_message, take_place
from kotopolku.line.entries import TicketEntry, WishEntry
from kotopolku.line.guessing import certain_language
from kotopolku.line.mailbox import Mailbox, opened
from kotopolku.line.models import Wish
from kotopolku.line.reading import Mail, read

ROUTE = "jobs:fetch_mail"


def areas_with_box() -> tuple[str, ...]:
    """Return the area whose shared box is read; none while no box is set."""
    return (area_of("").pk,) if settings.IMAP is not None else ()


def fetch(actor: Actor, *, on: date) -> int:
    """Bring the new messages of the shared box into the line of the actor's area; return how many. Raises BoxAway."""
    box: Mailbox | None = settings.IMAP
    if box is None:
        return 0
    brought = 0
    with opened(box) as folder:
        for found in folder.new():
            brought += _bring(read(found.start, is_cut=found.is_cut), actor=actor, on=on)
            folder.mark_seen(found.uid)
    return brought


def _bring(mail: Mail, *, actor: Actor, on: date) -> bool:
    """Keep one message; False for what is in the line already or asks nothing."""
    area_id = actor.area_id
    assert area_id is not None
    key = key_of_message(mail.message_id)
    try:
        with acting_as(actor, on=on, route=ROUTE):
            if mail.bounced is not None:
                mark_bounced(letter_id=mail.bounced, error=f"smtp {mail.bounced_code}")
                return False
            if mail.is_reply_of_a_program or Wish.objects.filter(area_id=area_id, message_key=key).exists():
                return False
            take_place(area_id=area_id, entry=_entry(mail), message_key=key)
    except IntegrityError:  # another worker was a moment faster
        return False
    return True


def _entry(mail: Mail) -> TicketEntry:
    """Return the place a message takes; who left no address that can be answered is still heard."""
    return TicketEntry(
        office=codes.AFAR,
        channel="email",
        language=certain_language(mail.text),
        way="email" if mail.address else "here",
        wish=WishEntry(name=mail.name, email=mail.address, text=mail.text, left_in_box=mail.left_in_box),
    )

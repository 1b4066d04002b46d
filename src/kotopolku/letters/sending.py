"""Send what is due: taken in one transaction, sent in none, marked in another.

At least once: a worker killed between the server's answer and the mark leaves the letter under way, and another
sends it again after its lease, with the same Message-ID, so that a double is recognised as one.
"""

from collections.abc import Callable
from datetime import date

from django.conf import settings

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.letters import codes
from kotopolku.letters.actions.sending import Parcel, mark_failed, mark_sent, take_due
from kotopolku.letters.mailer import GiveUp, Mailer, TryLater, deliver
from kotopolku.letters.texter import Texter, deliver_text

BATCH = 20
ROUTE = "jobs:send_letters"


def mail_works() -> bool:
    """Whether e-mail can leave: a mail server is set, or this is the demo, which only pretends."""
    return codes.EMAIL in ways_out()


def ways_out() -> frozenset[str]:
    """Return the ways by which messages can leave: what a server or a gateway is set for; all in the demo."""
    if settings.DEMO:
        return frozenset({codes.EMAIL, codes.SMS})
    ways = ((codes.EMAIL, settings.MAIL), (codes.SMS, settings.SMS))
    return frozenset(way for way, carrier in ways if carrier is not None)


def send_due(actor: Actor, *, on: date) -> int:
    """Send everything of the actor's area that is due now; return how many messages left.

    What has no way out is not touched: it waits.
    """
    ways = ways_out()
    sent = 0
    while ways:
        with acting_as(actor, on=on, route=ROUTE):
            parcels = take_due(most=BATCH, ways=ways)
        for parcel in parcels:
            sent += _send(parcel, carry=_carried, actor=actor, on=on)
        if len(parcels) < BATCH:
            break
    return sent


def _carried(parcel: Parcel) -> str:
    """Hand a message to whatever carries its way, and return the name it has there."""
    if parcel.way == codes.SMS:
        texter: Texter | None = settings.SMS
        if texter is None:
            return "demo"
        return deliver_text(texter, letter_id=str(parcel.id), to=parcel.to, body=parcel.body)
    mailer: Mailer | None = settings.MAIL
    if mailer is None:
        return "demo"
    return deliver(
        mailer,
        letter_id=str(parcel.id),
        to=parcel.to,
        subject=parcel.subject,
        body=parcel.body,
        language=parcel.language,
        calendar=parcel.calendar,
    )


def _send(parcel: Parcel, *, carry: Callable[[Parcel], str], actor: Actor, on: date) -> bool:
    try:
        provider_id = carry(parcel)
    except (TryLater, GiveUp) as fault:
        with acting_as(actor, on=on, route=ROUTE):
            mark_failed(
                letter_id=parcel.id,
                attempt=parcel.attempt,
                error=str(fault),
                for_good=isinstance(fault, GiveUp),
            )
        return False
    with acting_as(actor, on=on, route=ROUTE):
        mark_sent(letter_id=parcel.id, provider_id=provider_id)
    return True

"""Send what is due: taken in one transaction, sent in none, marked in another.

At least once: a worker killed between the server's answer and the mark leaves the letter under way, and another
sends it again after its lease, with the same Message-ID, so that a double is recognised as one.
"""

from collections.abc import Callable
from datetime import date

from django.conf import settings

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.letters.actions.sending import Parcel, mark_failed, mark_sent, take_due
from kotopolku.letters.mailer import GiveUp, Mailer, TryLater, deliver

BATCH = 20
ROUTE = "jobs:send_letters"


def mail_works() -> bool:
    """Whether letters can leave: a mail server is set, or this is the demo, which only pretends."""
    return settings.MAIL is not None or settings.DEMO


def send_due(actor: Actor, *, on: date) -> int:
    """Send everything of the actor's area that is due now; return how many letters left.

    Without a mail server nothing is touched: the letters wait.
    """
    carry = _way_out()
    if carry is None:
        return 0
    sent = 0
    while True:
        with acting_as(actor, on=on, route=ROUTE):
            parcels = take_due(most=BATCH)
        for parcel in parcels:
            sent += _send(parcel, carry=carry, actor=actor, on=on)
        if len(parcels) < BATCH:
            return sent


def _way_out() -> Callable[[Parcel], str] | None:
    mailer: Mailer | None = settings.MAIL
    if mailer is not None:
        return lambda parcel: deliver(
            mailer,
            letter_id=str(parcel.id),
            to=parcel.to,
            subject=parcel.subject,
            body=parcel.body,
            language=parcel.language,
        )
    return (lambda _parcel: "demo") if settings.DEMO else None


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

"""Vuoronumeron ottaminen: at the kiosk, at the desk, from the web, by a call, an e-mail or a question.

Nothing here asks whether somebody is entitled: advice belongs to every immigrant (KotoL 10 §).
"""

from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import area_settings_of
from kotopolku.advice.queries import advice_settings
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import Invalid
from kotopolku.languages.names import is_language
from kotopolku.line import codes
from kotopolku.line.access import counter_for
from kotopolku.line.actions.showing import show
from kotopolku.line.entries import TicketEntry, WishEntry
from kotopolku.line.models import Ticket, Wish

_LONGEST = {"name": 200, "phone": 40, "email": 254, "text": 4000}


@action(Role.PUBLIC, Role.OFFICER, Role.ADVISER, Role.COORDINATOR, Role.SYSTEM)
def take_place(*, area_id: str, entry: TicketEntry, message_key: str = "") -> Ticket:
    """Put somebody into the line (vuoronumero) and return the ticket; its number is the next of the office's day.

    `message_key` is the digest of an e-mail, so that it comes in once. Raises Invalid.
    """
    _refuse(area_id, entry)
    counter = counter_for(area_id, entry.office)
    counter.last_number += 1
    now = database_now()
    row = Ticket.objects.create(
        area_id=area_id,
        office=entry.office,
        day=acting().on,
        number=counter.last_number,
        channel=entry.channel,
        language=entry.language,
        topics=list(entry.topics),
        way=entry.way,
        taken_at=now,
        due_at=_due(area_id, entry, now=now),
    )
    if entry.wish != WishEntry():
        Wish.objects.create(
            ticket=row,
            area_id=area_id,
            message_key=message_key or None,
            left_in_box=list(entry.wish.left_in_box),
            **_wish(entry.wish),
        )
    show(counter)
    return row


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def note_missed_call(*, phone: str, language: str = "") -> Ticket:
    """Put a missed call (vastaamatta jäänyt puhelu) into the line, to be called back. Raises Invalid."""
    if not phone.strip():
        raise Invalid(field="phone", message=_("Write the number that called."))
    entry = TicketEntry(
        office=codes.AFAR, channel="call", language=language, way="phone", wish=WishEntry(phone=phone)
    )
    area_id = acting().actor.area_id
    assert area_id is not None
    return take_place(area_id=area_id, entry=entry)


def key_of_message(message_id: str) -> str:
    """Return what is kept of an e-mail's own id."""
    return salted_hmac("kotopolku.line.message", message_id, algorithm="sha256").hexdigest()


def _due(area_id: str, entry: TicketEntry, *, now: datetime) -> datetime:
    """Return the area's own target (palvelutavoite): for whom waits at the door, or for an answer from afar."""
    targets = area_settings_of(area_id)
    if entry.channel in codes.AT_DOOR:
        minutes = targets.door_minutes
        return now + timedelta(minutes=codes.DOOR_TARGET_MINUTES if minutes is None else minutes)
    days = targets.message_answer_days
    return now + timedelta(days=codes.AFAR_TARGET_DAYS if days is None else days)


def _wish(wish: WishEntry) -> dict[str, str]:
    return {name: getattr(wish, name).replace("\0", "").strip()[:most] for name, most in _LONGEST.items()}


def _refuse(area_id: str, entry: TicketEntry) -> None:
    if entry.channel not in codes.CHANNELS or entry.way not in codes.WAYS:
        raise Invalid(field="way", message=_("Choose how you want the answer."))
    if (entry.office == codes.AFAR) == (entry.channel in codes.AT_DOOR):
        raise Invalid(field="office", message=_("Choose the office."))
    if entry.language and not is_language(entry.language):
        raise Invalid(field="language", message=_("Choose the language from the list."))
    known = {one.id for one in advice_settings(area_id).topics}
    if not known.issuperset(entry.topics) or len(entry.topics) > codes.MOST_TOPICS:
        raise Invalid(field="topics", message=_("Choose the topics from the list."))
    if entry.way == "phone" and not entry.wish.phone.strip():
        raise Invalid(field="phone", message=_("Write the telephone number we may call."))
    if entry.way == "email" and not entry.wish.email.strip():
        raise Invalid(field="email", message=_("Write the e-mail address for the answer."))

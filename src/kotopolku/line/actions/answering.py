"""Vastaaminen: a reply by e-mail that carries no secret, a video room, and word of what did not arrive.

Only who has the ticket in hand answers it: of two who press at the same instant, one waits for the row and is refused.
"""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kotopolku.advice.actions import log_visit
from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.models import AdviceVisit
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import DESK
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToWriter
from kotopolku.line import codes
from kotopolku.line.access import ticket_for, wish_of
from kotopolku.line.actions.calling import GONE, WHAT_NOW, in_hand
from kotopolku.line.actions.ending import end_ticket
from kotopolku.line.models import Ticket, Wish
from kotopolku.line.secrets import identity_in, private_in, quotes
from kotopolku.line.video import new_room

MOST_ANSWER = 4000


@action(*DESK)
def answer_ticket(*, ticket_id: UUID, text: str, entry: VisitEntry, looked: bool = False) -> AdviceVisit:
    """Answer by e-mail (vastaus sähköpostilla), log the visit and end the ticket, in one act.

    An identity code or the question itself never leaves; what else looks private leaves only when it was `looked` at.
    Raises Invalid, NotFound, Stale.
    """
    row, wish = _mine(ticket_id)
    written = text.replace("\0", "").strip()
    _refuse(written, question=wish.text, looked=looked)
    visit = log_visit(entry=entry)
    _send(row, wish, template="line_answer", value={"answer": f"\n\n{written}"})
    end_ticket(row, codes.SERVED, visit=visit.pk)
    return visit


@action(*DESK)
def open_video(*, ticket_id: UUID, by_email: bool = False) -> str:
    """Make a video room (videohuone) for the ticket in hand and return its address; send it too when asked.

    A room already made is kept: its address may have been read aloud. Raises Invalid, NotFound, Stale.
    """
    row, wish = _mine(ticket_id, needs_email=by_email)
    if not settings.VIDEO:
        raise Invalid(field="", message=_("No video service has been set up. Call instead."))
    address = wish.meeting or new_room(settings.VIDEO)
    Wish.objects.filter(pk=row.pk).update(meeting=address)
    if by_email:
        _send(row, wish, template="line_video", value={"link": address})
    return address


@action(*DESK)
def note_undelivered(*, ticket_id: UUID) -> None:
    """Say that one has seen which answer did not arrive (kuittaa). Raises NotFound."""
    Wish.objects.filter(pk=ticket_for(ticket_id).pk).update(undelivered_seen=True)


def _mine(ticket_id: UUID, *, needs_email: bool = True) -> tuple[Ticket, Wish]:
    row = in_hand(ticket_id)
    if row.staff_id != acting().actor.staff_id:
        raise Stale("ticket", heading=GONE, advice=WHAT_NOW)
    wish = wish_of(row.pk)
    if wish is None or (needs_email and not wish.email):
        raise Invalid(field="", message=_("No e-mail address was left. Call instead."))
    return row, wish


def _send(row: Ticket, wish: Wish, *, template: str, value: dict[str, str]) -> None:
    letter = send(
        to=ToWriter(address=wish.email), template=template, params=value, language=row.language or "fi"
    )
    Wish.objects.filter(pk=row.pk).update(letter=letter, undelivered_seen=False)


def _refuse(text: str, *, question: str, looked: bool) -> None:
    def wrong(message: object) -> Invalid:
        return Invalid(field="text", message=message)  # type: ignore[arg-type]

    if not text:
        raise wrong(_("Write the answer."))
    if len(text) > MOST_ANSWER:
        raise wrong(_("The answer is too long for an e-mail. Shorten it, or call."))
    if identity_in(text):
        raise wrong(
            _("The answer holds a personal identity code. Take it away: e-mail can be read by others.")
        )
    if quotes(text, question):
        raise wrong(_("The answer repeats the question. Take it away: the question may be private."))
    if not looked and private_in(text):
        raise Invalid(
            field="looked",
            message=_("The answer holds a long number or an address. Look at it once more, then tick this."),
        )

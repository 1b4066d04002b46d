"""The three steps of sending: take what is due, mark it sent, mark it failed; `letters.sending` goes between them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kotopolku.accounts.queries import staff_with
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.letters import codes
from kotopolku.letters.actions.notices import notify
from kotopolku.letters.models import Letter
from kotopolku.letters.recipients import Reach, address_of, reach
from kotopolku.people.queries import contact_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A letter under way: what the mail server gets, and which attempt it is."""

    id: UUID
    way: str
    attempt: int
    to: str
    subject: str
    body: str
    language: str
    calendar: str


@action(Role.SYSTEM)
def take_due(*, most: int, ways: Collection[str]) -> tuple[Parcel, ...]:
    """Take up to `most` due messages of these ways under way and return them; other workers do not see them meanwhile.

    One whose worker was cut off is taken again when its lease has run out. The contact rule is asked anew.
    """
    now = database_now()
    due = Letter.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        area_id=acting().actor.area_id, way__in=ways, state__in=codes.OPEN_STATES, next_try_at__lte=now
    )
    taken = []
    for letter in due.select_related("staff").order_by("next_try_at", "pk")[:most]:
        if letter.person_id is not None and not _may_go(letter, letter.person_id, now=now):
            continue
        to = address_of(letter)
        if not to:
            _end(letter, state=codes.GIVEN_UP, error="no_address")
            continue
        letter.address, letter.state = to, codes.SENDING
        letter.attempts += 1
        letter.next_try_at = now + codes.LEASE
        letter.save(update_fields=["address", "state", "attempts", "next_try_at"])
        taken.append(
            Parcel(
                id=letter.pk,
                way=letter.way,
                attempt=letter.attempts,
                to=to,
                subject=letter.subject,
                body=letter.body,
                language=letter.language,
                calendar=letter.calendar,
            )
        )
    return tuple(taken)


def _may_go(letter: Letter, person_id: UUID, *, now: datetime) -> bool:
    """Ask the client's contact rule as it is now: a forbidden way ends the letter, a wrong hour puts it off."""
    answer = reach(contact_rule(person_id), way=letter.way, at=now)
    if answer is Reach.NEVER:
        _end(letter, state=codes.REFUSED, error="contact_rule")
    elif answer is Reach.LATER:
        letter.next_try_at = now + codes.ANOTHER_HOUR
        letter.save(update_fields=["next_try_at"])
    return answer is Reach.NOW


@action(Role.SYSTEM)
def mark_sent(*, letter_id: UUID, provider_id: str) -> None:
    """Note that the server has taken the letter."""
    Letter.objects.filter(pk=letter_id).update(
        state=codes.SENT, sent_at=database_now(), provider_id=provider_id, last_error=""
    )


@action(Role.SYSTEM)
def mark_failed(*, letter_id: UUID, attempt: int, error: str, for_good: bool) -> None:
    """Note why the attempt failed, and when the next is; after the last, or a refusal for good, give it up.

    An attempt that another worker has overtaken says nothing any more.
    """
    letter = Letter.objects.select_for_update().get(pk=letter_id)
    if letter.state != codes.SENDING or letter.attempts != attempt:
        return
    if for_good or attempt >= codes.MOST_ATTEMPTS:
        _end(letter, state=codes.GIVEN_UP, error=error)
        return
    letter.state, letter.last_error = codes.FAILED, error
    letter.next_try_at = database_now() + codes.pause_after(attempt)
    letter.save(update_fields=["state", "last_error", "next_try_at"])


@action(Role.SYSTEM)
def mark_bounced(*, letter_id: UUID, error: str) -> None:
    """Note that a letter the server took came back as undeliverable (palautunut viesti); of no other is it asked."""
    letter = Letter.objects.select_for_update(of=("self",)).filter(pk=letter_id, state=codes.SENT).first()
    if letter is not None:
        letter.sent_at = None  # it reached nobody
        _end(letter, state=codes.GIVEN_UP, error=error)


def _end(letter: Letter, *, state: str, error: str) -> None:
    letter.state, letter.last_error = state, error
    letter.save(update_fields=["state", "last_error", "sent_at"])
    if letter.person_id is not None and letter.controller_id is not None:
        code = "letter_refused" if state == codes.REFUSED else "letter_given_up"
        staff = staff_with(Role.OFFICER, municipality_id=letter.controller_id, on=acting().on)
        notify(staff=staff, code=code, route="desk:letters", area_id=letter.area_id)

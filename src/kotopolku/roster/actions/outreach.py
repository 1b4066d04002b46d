"""Jalkautuminen: somebody asks that advice comes to them; yes or no; a day of the calendar with public notice."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.models import Membership
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.languages.codes import is_ui_language
from kotopolku.languages.names import is_language
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToWriter
from kotopolku.roster import codes
from kotopolku.roster.access import coming_day_for, request_for
from kotopolku.roster.entries import DayEntry, RequestEntry
from kotopolku.roster.models import OutreachDay, OutreachRequest


@action(Role.PUBLIC)
def ask_for_outreach(*, area_id: str, entry: RequestEntry) -> OutreachRequest:
    """Ask for a day of advice at a school, association, employer or in a municipality; it waits for an answer.

    Raises Invalid.
    """
    if entry.sender_kind not in codes.SENDERS:
        raise Invalid(field="sender_kind", message=_("Choose who asks."))
    _place(area_id, entry.municipality_id, entry.languages)
    if not is_ui_language(entry.language):
        raise Invalid(field="language", message=_("Choose the language from the list."))
    row = OutreachRequest(
        area_id=area_id,
        municipality_id=entry.municipality_id,
        sender_kind=entry.sender_kind,
        organisation=entry.organisation,
        sender=entry.sender,
        email=entry.email,
        language=entry.language,
        wished=entry.wished,
        languages=list(entry.languages),
        people=entry.people,
        message=entry.message,
        received_at=database_now(),
    )
    row.save(force_insert=True)
    return row


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def accept_outreach(*, request_id: UUID, entry: DayEntry, answer: str = "") -> OutreachDay:
    """Say yes: the request becomes a day of the calendar, and its sender is written to. Raises Invalid, NotFound."""
    found = _answer(request_id, state=codes.ACCEPTED, answer=answer)
    day = _announce(entry, asked_by=found.organisation)
    when = {"day": f"{entry.day:%-d.%-m.%Y}", "time": f"{entry.opens:%-H.%M}–{entry.closes:%-H.%M}"}
    send(
        to=ToWriter(address=found.email),
        template="outreach_accepted",
        language=found.language,
        params={**when, "place": entry.where, "answer": answer or "–"},
        area_id=found.area_id,
    )
    return day


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def decline_outreach(*, request_id: UUID, answer: str) -> None:
    """Say no with the reason, which is written to the sender. Raises Invalid without one, NotFound once answered."""
    if not answer.strip():
        raise Invalid(field="answer", message=_("Write the reason: it is told to the sender."))
    found = _answer(request_id, state=codes.DECLINED, answer=answer)
    send(
        to=ToWriter(address=found.email),
        template="outreach_declined",
        language=found.language,
        params={"answer": answer},
        area_id=found.area_id,
    )


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def announce_outreach(*, entry: DayEntry) -> OutreachDay:
    """Give public notice of a day of advice in a municipality. Raises Invalid."""
    return _announce(entry, asked_by="")


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def cancel_outreach(*, day_id: int) -> None:
    """Call a coming day off; it leaves the public page. Raises NotFound for one that is over or another area's."""
    found = coming_day_for(day_id)
    found.cancelled = True
    found.save(update_fields=["cancelled"])


@action(Role.SYSTEM)
def forget_requests(*, area_id: str) -> int:
    """Erase requests answered over 90 days ago (the nightly run) and return how many; their days stay."""
    old = acting().on - timedelta(days=codes.KEPT_DAYS)
    return int(OutreachRequest.objects.filter(area_id=area_id, answered_on__lt=old).delete()[0])


def _answer(request_id: UUID, *, state: str, answer: str) -> OutreachRequest:
    now, found = acting(), request_for(request_id, to="change")
    if found.state != codes.WAITING:
        raise NotFound("outreach request")
    found.state, found.answer, found.answered_by_name = state, answer, now.actor.name
    found.answered_on = now.on
    found.save(update_fields=["state", "answer", "answered_by_name", "answered_on"])
    return found


def _announce(entry: DayEntry, *, asked_by: str) -> OutreachDay:
    now = acting()
    area = str(now.actor.area_id)
    if entry.day < now.on:
        raise Invalid(field="day", message=_("Give today or a later day."))
    if entry.closes <= entry.opens:
        raise Invalid(field="closes", message=_("The end must be later than the beginning."))
    _place(area, entry.municipality_id, entry.languages)
    return OutreachDay.objects.create(
        area_id=area,
        municipality_id=entry.municipality_id,
        asked_by=asked_by,
        where=entry.where,
        day=entry.day,
        opens=entry.opens,
        closes=entry.closes,
        languages=list(entry.languages),
        recorded_by_name=now.actor.name,
    )


def _place(area_id: str, municipality_id: int, languages: Sequence[str]) -> None:
    if not Membership.objects.filter(area_id=area_id, municipality_id=municipality_id).exists():
        raise Invalid(field="municipality_id", message=_("Choose the municipality."))
    if any(not is_language(code) for code in languages):
        raise Invalid(field="languages", message=_("Choose the language from the list."))

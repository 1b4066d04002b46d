"""Kuuleminen: the client is asked before anything is decided; the answer is kept, and an official judges it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.appointments.access import appointment_for
from kotopolku.appointments.actions.keeping import touched
from kotopolku.appointments.codes import NO_SHOW
from kotopolku.appointments.hours import clock
from kotopolku.appointments.models import Appointment
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import DESK, Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.fees import codes
from kotopolku.fees.conditions import ground, possible
from kotopolku.fees.events import tell
from kotopolku.fees.models import FeeDecision, FeeMatter
from kotopolku.languages.days import plain_day
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToPerson
from kotopolku.letters.reaching import Reached, reached_by
from kotopolku.letters.wording import write
from kotopolku.people.contact_rules import contact_rule


@action(*DESK)
def hear_about_fee(*, appointment_id: UUID, way: str, answer_by: date, language: str = "") -> None:
    """Ask the client about a missed time, by a letter or a call in `language`, and give time to answer.

    Raises Invalid: a condition is known not to be met, a letter may not be sent, the time is too short; Stale when
    the client has been asked already.
    """
    row = appointment_for(appointment_id, to="change")
    on = acting().on
    if row.case is None or row.state != NO_SHOW:
        raise Invalid(field="", message=_("It is not recorded that the client stayed away."))
    if FeeMatter.objects.filter(appointment=row).exists():
        raise Stale(f"fee of {appointment_id}")
    if not possible(ground(row, on=on).facts, on=on):
        message = _("A condition of the law is not met, so no fee can be charged. Do not ask about it.")
        raise Invalid(field="", message=message)
    if way not in codes.WAYS:
        raise Invalid(field="way", message=_("Choose how the client is asked."))
    if answer_by < on + timedelta(days=codes.LEAST_ANSWER_DAYS):
        raise Invalid(field="answer_by", message=_("Give the client at least a week to answer."))
    matter = FeeMatter(
        controller_id=row.controller_id,
        appointment=row,
        opened_on=on,
        way=way,
        language=language,
        heard_on=on,
        heard_by_name=acting().actor.name,
        answer_by=answer_by,
    )
    if way == codes.LETTER:
        matter.language, matter.letter = _write(row, "fee_hearing", answer_by=plain_day(answer_by))
    elif not language:
        raise Invalid(field="language", message=_("Choose the language in which the client was called."))
    matter.save(force_insert=True)
    tell(row, f"fee_hearing_{way}", answer_by=answer_by)
    touched(row)


@action(*DESK)
def record_fee_answer(*, appointment_id: UUID, answer: str, version: int) -> None:
    """Record what the client answered, in any way it came; an answer that comes later is added to it.

    Raises Invalid, Stale, NotFound.
    """
    row = appointment_for(appointment_id, to="change")
    matter = open_matter(row, version)
    text = answer.strip()
    if not text:
        raise Invalid(field="answer", message=_("Write what the client answered."))
    matter.answer = f"{matter.answer}\n{text}".strip()
    if len(matter.answer) > codes.MOST_TEXT:
        raise Invalid(field="answer", message=_("Shorten the text."))
    matter.answered_on = acting().on
    # What was judged before an answer is judged again.
    matter.acceptable_reason = matter.unreasonable = None
    keep(matter, "answer", "answered_on", "acceptable_reason", "unreasonable")
    tell(row, "fee_answered")
    touched(row)


@action(Role.OFFICER, Role.COORDINATOR, official=True)
def judge_fee(
    *, appointment_id: UUID, acceptable_reason: bool, unreasonable: bool, why: str, version: int
) -> None:
    """Judge whether there was an acceptable reason and whether a fee would be unreasonable, with reasons.

    Raises Invalid before the client has answered or the time to answer is over; Stale, NotFound.
    """
    row = appointment_for(appointment_id, to="change")
    matter = open_matter(row, version)
    refuse_unheard(matter)
    if not why.strip():
        raise Invalid(field="why", message=_("Write why you judge so."))
    matter.acceptable_reason, matter.unreasonable = acceptable_reason, unreasonable
    matter.judgement = why.strip()[: codes.MOST_TEXT]
    matter.judged_on, matter.judged_by_name = acting().on, acting().actor.name
    keep(matter, "acceptable_reason", "unreasonable", "judgement", "judged_on", "judged_by_name")
    touched(row)


@action(Role.OFFICER, Role.COORDINATOR, official=True)
def drop_fee(*, appointment_id: UUID, reason: str, version: int) -> None:
    """End the matter without a fee; who was asked by a letter is told by one. Raises Invalid, Stale, NotFound."""
    row = appointment_for(appointment_id, to="change")
    matter = open_matter(row, version)
    if not reason.strip():
        raise Invalid(field="reason", message=_("Write why no fee is charged."))
    matter.dropped_on, matter.dropped_by_name = acting().on, acting().actor.name
    matter.drop_reason = reason.strip()[: codes.MOST_TEXT]
    keep(matter, "dropped_on", "drop_reason", "dropped_by_name")
    if matter.letter is not None and letter_way(row) is not None:
        _write(row, "fee_dropped")
    tell(row, "fee_dropped")
    touched(row)


def open_matter(row: Appointment, version: int) -> FeeMatter:
    """Return the time's matter, locked; raises Invalid when nobody was asked or it has ended, Stale."""
    matter = FeeMatter.objects.select_for_update().filter(appointment=row).first()
    if matter is None:
        raise Invalid(field="", message=_("Ask the client first."))
    if matter.dropped_on is not None or FeeDecision.objects.filter(appointment=row).exists():
        raise Invalid(field="", message=_("The matter has ended. A decision is corrected by a new one."))
    if matter.version != version:
        raise Stale(f"fee of {row.pk}")
    return matter


def refuse_unheard(matter: FeeMatter) -> None:
    """Raise Invalid until the client has answered or the time to answer is over (434/2003 34 §)."""
    if matter.answered_on is None and acting().on <= matter.answer_by:
        message = _("The client has not answered yet, and the time to answer is not over.")
        raise Invalid(field="", message=message)


def keep(matter: FeeMatter, *fields: str) -> None:
    """Save some fields of a matter as its next version."""
    matter.version += 1
    matter.save(update_fields=[*fields, "version"])


def letter_way(row: Appointment) -> Reached | None:
    """Return how a letter reaches the client, and the language its words are approved in; None: somebody calls.

    Where nobody has approved the words in the client's language they are Finnish ones.
    """
    assert row.case is not None
    found = reached_by(row.case.person_id, rule=contact_rule(row.case.person_id))
    if found is None:
        return None
    params = {"day": "", "clock": "", "answer_by": ""}
    return replace(found, language=write("fee_hearing", language=found.language, params=params).language)


def _write(row: Appointment, template: str, **params: str) -> tuple[str, UUID]:
    """Write to the client and return the language it is in and the letter's id; Invalid when none reaches them."""
    assert row.case is not None
    found = letter_way(row)
    if found is None:
        message = _("No letter reaches the client, or none may be sent. Call in the client's language.")
        raise Invalid(field="way", message=message)
    begin = row.starts_at.astimezone(HELSINKI)
    letter = send(
        to=ToPerson(person_id=row.case.person_id),
        template=template,
        params={"day": plain_day(begin.date()), "clock": clock(begin), **params},
        language=found.language,
        way=found.way,
        area_id=row.area_id,
    )
    return found.language, letter

"""Maksut sivuille: one time's fee with how each condition stands, the matters of an area, the sums in force."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise

from kotopolku.appointments.access import appointment_for
from kotopolku.appointments.codes import KINDS, NO_SHOW, OTHER
from kotopolku.appointments.models import Appointment
from kotopolku.audit import log
from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.fees import codes
from kotopolku.fees.actions.deciding import earliest_due, largest_of
from kotopolku.fees.actions.hearing import letter_way
from kotopolku.fees.actions.telling import why_not_told
from kotopolku.fees.conditions import Ground, favourable, ground, stands
from kotopolku.fees.models import FeeAmount, FeeDecision, FeeMatter, FeeTold
from kotopolku.fees.words import Said, fee_text
from kotopolku.people.queries import rows_by_id
from kotopolku.people.views import PersonRow

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """What was said about the fee at booking."""

    language: str
    spoken: str
    text: str
    understood: bool
    on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterView:
    """How the client was heard, what they answered, and what was judged."""

    way: str
    language: str
    heard_on: date
    heard_by: str
    answer_by: date
    answer: str
    answered_on: date | None
    acceptable_reason: bool | None
    unreasonable: bool | None
    judgement: str
    judged_on: date | None
    judged_by: str
    dropped_on: date | None
    drop_reason: str
    version: int

    def heard(self, on: date) -> bool:
        """Whether the client has answered or has had the time to."""
        return self.answered_on is not None or on > self.answer_by


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedView:
    """A decision about a fee; `corrected` when a later one has taken its place."""

    decision_id: UUID
    appointment_id: UUID
    number: str
    decided_on: date
    booked_for: date
    amount: Decimal
    due_on: date | None
    delivered_on: date | None
    exported_on: date | None
    corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeView:
    """A time's fee. `untold` says why nothing may be said about it; `largest` is None while no sum can be decided.

    `letter_language` is that of a letter which reaches the client, None when somebody has to call.
    """

    said: Said
    untold: Promise | None
    told: ToldView | None
    conditions: tuple[tuple[str, str], ...]
    cost: Decimal | None
    sum_in_force: bool
    largest: Decimal | None
    largest_source: str
    earliest_due: date
    letter_language: str | None
    matter: MatterView | None
    decisions: tuple[DecidedView, ...]

    @property
    def possible(self) -> bool:
        """Whether no condition is known not to be met."""
        return all(state != codes.NOT_MET for _code, state in self.conditions)

    @property
    def to_decide(self) -> bool:
        """Whether nothing but the decision is missing."""
        return all(state == codes.MET for _code, state in self.conditions) and not self.ended

    @property
    def judged(self) -> bool:
        """Whether an official has judged what only a person can."""
        return self.matter is not None and self.matter.acceptable_reason is not None

    @property
    def ended(self) -> bool:
        """Whether it was decided or dropped."""
        return bool(self.decisions) or (self.matter is not None and self.matter.dropped_on is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedRow:
    """A missed, interpreted time whose fee is not decided; `answer_by` is None before the client was asked."""

    appointment_id: UUID
    person: PersonRow
    day: date
    kind: str
    answer_by: date | None
    answered_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountView:
    """A sum in force for a time."""

    id: int
    valid_from: date
    valid_to: date
    amount: Decimal
    source: str
    by: str
    on: date
    withdrawn_on: date | None


def fee_of(appointment_id: UUID) -> FeeView | None:
    """Return the fee of a time; None for one that is with nobody in a register. The look is logged by the time's page.

    Raises NotFound.
    """
    row = appointment_for(appointment_id)
    if row.case is None:
        return None
    on = acting().on
    known = ground(row, on=on)
    found = stands(known.facts, on=on)
    letter = letter_way(row)
    return FeeView(
        said=fee_text(row.language),
        untold=why_not_told(row, known),
        told=_told(known.told),
        conditions=tuple(found.items()),
        cost=known.facts.appointment.interpretation_cost_eur,
        sum_in_force=_in_force(known, on=on),
        largest=largest_of(known, on=on),
        largest_source=known.largest.source if known.largest else "",
        earliest_due=earliest_due(known, on=on),
        letter_language=letter.language if letter else None,
        matter=_matter(known.matter),
        decisions=_decided(appointment=row),
    )


def fee_decided(decision_id: UUID) -> DecidedView | None:
    """Return what a decision says of a fee; None when it is of another kind. Whoever shows it logs the look."""
    return next(iter(_decided(decision=decision_id)), None)


def to_look_into() -> tuple[MissedRow, ...]:
    """Return missed, interpreted times whose fee is neither decided nor dropped, the oldest first; logged as a list."""
    on = acting().on
    begin = on - timedelta(days=codes.LOOKED_BACK_DAYS)
    mine = {"appointment": OuterRef("pk")}
    found = Appointment.objects.filter(
        ~Exists(FeeMatter.objects.filter(**mine, dropped_on__isnull=False)),
        ~Exists(FeeDecision.objects.filter(**mine)),
        area_id=current_actor().area_id,
        state=NO_SHOW,
        interpreted=True,
        case__isnull=False,
        kind__in=[one for one in KINDS if one != OTHER],
        starts_at__date__gte=begin,
    )
    rows = list(found.select_related("case").order_by("starts_at", "pk")[:MOST])
    matters = {one.appointment_id: one for one in FeeMatter.objects.filter(appointment__in=rows)}
    people = rows_by_id({row.case.person_id for row in rows if row.case})
    shown = [(row, people[row.case.person_id]) for row in rows if row.case and row.case.person_id in people]
    log.listed(subject="fees", persons=dict.fromkeys(person.id for _row, person in shown))
    return tuple(_missed(row, person, matters.get(row.pk)) for row, person in shown)


def to_export() -> tuple[int, int]:
    """Return how many decisions wait for invoicing, and how many for being given to the client first."""
    open_ones = FeeDecision.objects.filter(exported_on__isnull=True, decision__corrected_by=None)
    days = list(open_ones.values_list("decision__delivered_on", flat=True))
    return sum(1 for one in days if one is not None), sum(1 for one in days if one is None)


def amounts(area_id: str) -> tuple[AmountView, ...]:
    """Return the sums entered in the area, the newest first, withdrawn ones too."""
    return tuple(
        AmountView(
            id=row.pk,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            amount=row.amount,
            source=row.source,
            by=row.entered_by_name,
            on=row.entered_on,
            withdrawn_on=row.withdrawn_on,
        )
        for row in FeeAmount.objects.filter(area_id=area_id).order_by("-valid_from", "-pk")
    )


def _in_force(known: Ground, *, on: date) -> bool:
    """Whether a verified sum is in force on the booked day, whatever else stands in the way."""
    return largest_of(favourable(known), on=on) is not None


def _told(row: FeeTold | None) -> ToldView | None:
    if row is None:
        return None
    return ToldView(
        language=row.language,
        spoken=row.spoken,
        text=row.text,
        understood=row.understood,
        on=row.told_on,
        by=row.told_by_name,
    )


def _matter(row: FeeMatter | None) -> MatterView | None:
    if row is None:
        return None
    return MatterView(
        way=row.way,
        language=row.language,
        heard_on=row.heard_on,
        heard_by=row.heard_by_name,
        answer_by=row.answer_by,
        answer=row.answer,
        answered_on=row.answered_on,
        acceptable_reason=row.acceptable_reason,
        unreasonable=row.unreasonable,
        judgement=row.judgement,
        judged_on=row.judged_on,
        judged_by=row.judged_by_name,
        dropped_on=row.dropped_on,
        drop_reason=row.drop_reason,
        version=row.version,
    )


def _decided(**which: object) -> tuple[DecidedView, ...]:
    rows = FeeDecision.objects.filter(**which).select_related("decision").order_by("-pk")
    found = list(rows)
    corrected = {one.decision.corrects_id for one in found}
    return tuple(
        DecidedView(
            decision_id=row.decision_id,
            appointment_id=row.appointment_id,
            number=row.decision.number,
            decided_on=row.decision.decided_on,
            booked_for=row.booked_for,
            amount=row.amount,
            due_on=row.due_on,
            delivered_on=row.decision.delivered_on,
            exported_on=row.exported_on,
            corrected=row.decision_id in corrected,
        )
        for row in found
    )


def _missed(row: Appointment, person: PersonRow, matter: FeeMatter | None) -> MissedRow:
    return MissedRow(
        appointment_id=row.pk,
        person=person,
        day=row.starts_at.astimezone(HELSINKI).date(),
        kind=row.kind,
        answer_by=matter.answer_by if matter else None,
        answered_on=matter.answered_on if matter else None,
    )

"""Luovutukset sivuille: a case's packets, what waits for an answer, what has come to us; a list is one log row."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from kotopolku.accounts.models import Duty
from kotopolku.accounts.organisation_queries import organisations_on
from kotopolku.accounts.periods import in_force
from kotopolku.audit import log
from kotopolku.audit.acting import current_actor
from kotopolku.audit.prepared import Prepared
from kotopolku.cases.access import case_for
from kotopolku.handovers import codes
from kotopolku.handovers.access import packet_for
from kotopolku.handovers.actions.sending import WRITABLE
from kotopolku.handovers.items import known_of
from kotopolku.handovers.models import Packet, PacketAnswer, PacketChase, Responsibility
from kotopolku.handovers.responsibility import EMPLOYMENT, Change, accepted_hand_over, changes
from kotopolku.handovers.views import (
    AnswerView,
    ChaseView,
    ItemView,
    MeasureChoice,
    Offer,
    PacketForm,
    PacketRow,
    PacketView,
    ReceiverChoice,
    ResponsibilityView,
)
from kotopolku.law.facts import Period
from kotopolku.people.names import display_name
from kotopolku.people.queries import in_place, rows_by_id
from kotopolku.plans.models import Measure

__all__ = [
    "packet_form",
    "packet_view",
    "packets_of_case",
    "received",
    "received_count",
    "receivers_for",
    "unanswered",
]

_OF_CASE = Prepared(
    lambda case: (
        Packet.objects.filter(case_id=case).select_related("organisation").order_by("-sent_on", "-pk")
    )
)


def _rows(found: QuerySet[Packet]) -> tuple[PacketRow, ...]:
    return _shown(tuple(found.select_related("organisation")))


def _shown(packets: tuple[Packet, ...]) -> tuple[PacketRow, ...]:
    hidden = _hidden_receivers(packets)
    return tuple(_row(packet, hidden=packet.client in hidden) for packet in packets)


def _hidden_receivers(packets: Iterable[Packet]) -> frozenset[UUID]:
    """Return the clients of whom a municipality that received a packet would tell where they live.

    A worker of the receiving municipality knows that it came to them.
    """
    own = current_actor().organisation_id
    told = {
        one.client
        for one in packets
        if one.organisation is not None
        and one.organisation.kind == "municipality"
        and (one.organisation_id != own or current_actor().sees_clients)
    }
    people = rows_by_id(told) if told else {}
    return frozenset(one for one in told if one not in people or people[one].non_disclosure)


def _row(packet: Packet, *, hidden: bool) -> PacketRow:
    name = next((one["text"] for one in packet.items if one["item"] == "names"), "")
    return PacketRow(
        id=packet.pk,
        case_id=packet.case_id,
        person_id=packet.client,
        kind=packet.kind,
        state=packet.state,
        title=packet.title,
        name=name,
        receiver="" if hidden else packet.receiver,
        role=packet.role,
        sent_on=packet.sent_on,
        sent_by=packet.sent_by_name,
        due_on=packet.due_on,
        chase_on=packet.chase_on,
        answered_on=packet.answered_on,
    )


def packets_of_case(case_id: UUID) -> tuple[PacketRow, ...]:
    """Return the packets of a case, the newest first, in one query. The case page logs the look."""
    return _shown(tuple(_OF_CASE(case=case_id)))


def unanswered(
    on: date, *, officers: Collection[int] = (), municipality: int | str | None = None, most: int = 300
) -> tuple[PacketRow, ...]:
    """Return packets whose missing answer is the sender's task to ask for, the oldest first; one query and a log row.

    `officers` (staff ids) and `municipality` narrow as in the list of what is due. What waits is the task of asking;
    who is responsible for the client does not change by it.
    """
    found = Packet.objects.filter(state=codes.SENT, chase_on__lte=on, case__closed_on__isnull=True)
    if officers:
        found = found.filter(case__officer_id__in=officers)
    found = found.filter(in_place(municipality, on=on, prefix="case__person__"))
    rows = _rows(found.order_by("due_on", "pk")[:most])
    if rows:  # a list that shows nobody is no look at anybody
        log.listed(subject="packet", persons=[row.person_id for row in rows])
    return rows


def received() -> tuple[PacketRow, ...]:
    """Return what has come to the acting duty's organisation or to its holder: waiting ones first, the oldest first.

    Row-level security decides what is in it: a stranger's list is empty.
    """
    found = Packet.objects.exclude(state=codes.WITHDRAWN).order_by("sent_on", "pk")
    rows = sorted(_rows(found), key=lambda row: (row.state != codes.SENT, row.state in _OVER))
    log.listed(subject="packet", persons=[row.person_id for row in rows])
    return tuple(rows)


_OVER = (codes.DECLINED, codes.ENDED)


def received_count() -> int:
    """Return how many packets wait for the receiver's answer; names nobody, so it is not logged."""
    return Packet.objects.filter(state=codes.SENT).count()


def packet_view(packet_id: UUID) -> PacketView:
    """Return a packet; the look is logged on the client. Raises NotFound."""
    packet = packet_for(packet_id)
    answers = PacketAnswer.objects.filter(packet=packet).order_by("pk")
    chases = PacketChase.objects.filter(packet=packet).order_by("pk")
    return PacketView(
        row=_row(packet, hidden=bool(_hidden_receivers([packet]))),
        sender=packet.controller.names,
        purpose=packet.purpose,
        items=tuple(ItemView(**one) for one in packet.items),
        masked=tuple(packet.masked),
        consent_on=packet.consent_on,
        consent_how=packet.consent_how,
        address_reason=packet.address_reason,
        offered=tuple(packet.offered),
        interpreter=packet.interpreter,
        withdrawn_reason=packet.withdrawn_reason,
        answers=tuple(_answer(row) for row in answers),
        chases=tuple(
            ChaseView(on=row.on, whom=row.whom, note=row.note, again_on=row.again_on, by=row.by_name)
            for row in chases
        ),
        to_close=_to_close(packet),
    )


def _to_close(packet: Packet) -> int | None:
    """Return the service of the plan that is still to be marked as completed or given up; a receiver gets none."""
    if packet.state != codes.ENDED or packet.measure_id is None or not current_actor().sees_clients:
        return None
    going_on = Measure.objects.filter(pk=packet.measure_id).exclude(state__in=("done", "dropped"))
    return packet.measure_id if going_on.exists() else None


def _answer(row: PacketAnswer) -> AnswerView:
    return AnswerView(
        answer=row.answer,
        reason=row.reason,
        on=row.on,
        starts_on=row.starts_on,
        time=row.time,
        way=row.way,
        who=row.who,
        recorded_by="" if row.way in {"page", "link"} else row.by_name,
    )


def packet_form(case_id: UUID, *, kind: str) -> PacketForm:
    """Return what a new packet of a kind could hold; the look at the client is logged. Raises NotFound."""
    known = known_of(case_for(case_id))
    measures: Iterable[Measure] = (
        Measure.objects.filter(plan=known.plan).order_by("position") if known.plan else ()
    )
    return PacketForm(
        offers=tuple(
            Offer(
                item=item,
                text=known.words.get(item, ""),
                need=codes.USUAL_NEED[item],
                usual=item in codes.USUAL[kind],
                writable=item in WRITABLE,
                protected=known.protected and item in codes.PROTECTED,
            )
            for item in codes.ITEMS[kind]
        ),
        measures=tuple(
            MeasureChoice(id=one.pk, title=one.title or one.code, code=one.code, referred_on=one.referred_on)
            for one in measures
        ),
        protected=known.protected,
        plan_in_force=known.plan is not None,
    )


def receivers_for(kind: str, *, on: date) -> tuple[ReceiverChoice, ...]:
    """Return the organisations a packet of a kind can go to, by name, and their workers whose duty opens it."""
    places = [one for one in organisations_on(on) if one.kind in codes.RECEIVER_KINDS[kind]]
    duties = Duty.objects.filter(
        in_force(on),
        organisation_id__in=[one.id for one in places],
        role__in=codes.RECEIVED_BY[kind],
        staff__is_active=True,
        area_id=current_actor().area_id,
    )
    workers = sorted(
        set(duties.values_list("organisation_id", "staff_id", "staff__name")), key=lambda one: one[2]
    )
    return tuple(
        choice
        for place in places
        for choice in (
            ReceiverChoice(organisation=place.code, names=place.names),
            *(
                ReceiverChoice(organisation=place.code, names=place.names, staff_id=staff, staff_name=name)
                for at, staff, name in workers
                if at == place.id
            ),
        )
    )


def responsibility_of(
    case_id: UUID, *, person_id: UUID, periods: Iterable[tuple[date, date | None]], on: date
) -> tuple[ResponsibilityView, ...]:
    """Return who answers now since when, and the next change that is known (3 §); nothing without any job search.

    `periods` are the times of job search. One query where responsibility has moved or will; the case page logs.
    """
    moves = changes(Period(from_=first, to=last) for first, last in periods)
    past = [one for one in moves if one.from_day <= on][-1:]
    coming = [one for one in moves if one.from_day > on][:1]
    if not past and not coming:
        return ()
    rows = {row.from_day: row for row in Responsibility.objects.filter(case_id=case_id)}
    return tuple(
        _responsibility(one, rows.get(one.from_day), case_id=case_id, person_id=person_id)
        for one in (*past, *coming)
    )


def _responsibility(
    change: Change, row: Responsibility | None, *, case_id: UUID, person_id: UUID
) -> ResponsibilityView:
    ahead = None
    if row is None and change.authority == EMPLOYMENT:
        ahead = accepted_hand_over(case_id, before=change.from_day)
    return ResponsibilityView(
        id=row.pk if row else None,
        case_id=case_id,
        person_id=person_id,
        name="",
        authority=change.authority,
        from_day=change.from_day,
        acknowledged_on=row.acknowledged_on if row else ahead.answered_on if ahead else None,
        acknowledged_by=row.acknowledged_by if row else "",
        told_on=row.told_on if row else None,
        told_how=row.told_how if row else "",
        letter_under_way=row is not None and row.told_on is None and row.letter_id is not None,
    )


def untold(
    on: date, *, officers: Collection[int] = (), municipality: int | str | None = None, most: int = 300
) -> tuple[ResponsibilityView, ...]:
    """Return moves of responsibility of which the client must still be told by a person, the oldest first.

    One query; `officers` and `municipality` narrow as in `unanswered`.
    """
    found = Responsibility.objects.filter(
        told_on__isnull=True, letter_id__isnull=True, from_day__lte=on, case__closed_on__isnull=True
    ).select_related("case__person")
    if officers:
        found = found.filter(case__officer_id__in=officers)
    found = found.filter(in_place(municipality, on=on, prefix="case__person__"))
    rows = tuple(
        ResponsibilityView(
            id=row.pk,
            case_id=row.case_id,
            person_id=row.case.person_id,
            name=display_name(row.case.person.given_names, row.case.person.family_name),
            authority=row.authority,
            from_day=row.from_day,
            acknowledged_on=row.acknowledged_on,
        )
        for row in found.order_by("from_day", "pk")[:most]
    )
    if rows:  # a list that shows nobody is no look at anybody
        log.listed(subject="responsibility", persons=[row.person_id for row in rows])
    return rows

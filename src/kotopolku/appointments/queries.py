"""Ajat sivuille: a worker's week, a day's list, a case's times, one time; a list is one row of the log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet, prefetch_related_objects

from kotopolku.appointments.access import appointment_for, bookable, rooms_of
from kotopolku.appointments.models import Appointment, GroupMember
from kotopolku.audit import log
from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.audit.prepared import Prepared
from kotopolku.people.queries import rows_by_id
from kotopolku.people.views import PersonRow

MOST = 300
_OF_CASE = Prepared(
    lambda case, begin: (
        Appointment.objects.filter(
            pk__in=Appointment.objects.filter(case_id=case)
            .values("pk")
            .union(GroupMember.objects.filter(case_id=case).values("appointment_id")),
            taken=True,
            starts_at__gte=begin,
        )
        .select_related("case", "room", "own")
        .order_by("starts_at")[:MOST]
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """A room that can be booked."""

    id: int
    place: str
    name: str
    directions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentView:
    """A time as a worker sees it; `client` is None for a light booking, whose `name` then tells whom it is with.

    `workers` are all whose time it takes, also the colleague who only interprets (`interpreting`).
    `place` and `room` are "" with `place_hidden` for who does not meet a protected client.
    """

    id: UUID
    case_id: UUID | None
    client: PersonRow | None
    name: str
    phone: str
    email: str
    kind: str
    mode: str
    place: str
    place_hidden: bool
    room: str
    room_id: int | None
    link: str
    language: str
    interpreted: bool
    starts_at: datetime
    ends_at: datetime
    state: str
    cancelled_by: str
    cancelled_at: datetime | None
    workers: tuple[tuple[int, str], ...]
    interpreting: tuple[int, str] | None
    to_call: bool
    told: UUID | None
    capacity: int | None
    series: UUID | None
    booked_by: str
    booked_on: date
    version: int

    @property
    def day(self) -> date:
        """The day in Helsinki."""
        return self.starts_at.astimezone(HELSINKI).date()

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


def week_of(staff_id: int, *, first: date, days: int = 7) -> tuple[AppointmentView, ...]:
    """Return a worker's times of a week, the cancelled left out, as far as the reader may see them."""
    return _listed(_between(first, days).filter(workers__staff_id=staff_id))


def day_of(*, day: date, place: str = "") -> tuple[AppointmentView, ...]:
    """Return the day's times of everybody, at one place or anywhere, cancelled ones left out."""
    found = _between(day, 1)
    views = _listed(found.filter(place=place) if place else found)
    # Who may not know where a protected client is met must not learn it from a list of one place either.
    return tuple(one for one in views if not (place and one.place_hidden))


def mine_on(day: date, *, staff: Iterable[int]) -> tuple[AppointmentView, ...]:
    """Return the day's times of some workers, the earliest first."""
    return _listed(_between(day, 1).filter(workers__staff_id__in=list(staff)).distinct())


def to_call(staff_id: int) -> tuple[AppointmentView, ...]:
    """Return a worker's times about which the client must be called: no message reaches them, or none may be sent.

    Among them are cancelled ones: nobody should come for nothing.
    """
    begin = datetime.combine(acting().on, time(), tzinfo=HELSINKI)
    found = Appointment.objects.filter(
        area_id=current_actor().area_id, to_call=True, starts_at__gte=begin, workers__staff_id=staff_id
    )
    return _listed(found.order_by("starts_at", "pk"))


def of_case(case_id: UUID, *, since: date) -> tuple[AppointmentView, ...]:
    """Return a case's times from a day on; whoever shows them logs the look at the case."""
    begin = datetime.combine(since, time(), tzinfo=HELSINKI)
    return _shown(_OF_CASE(case=case_id, begin=begin.astimezone(UTC)))


def of_series(series: UUID) -> tuple[AppointmentView, ...]:
    """Return the times of a weekly series, cancelled ones too, the earliest first."""
    found = Appointment.objects.filter(area_id=current_actor().area_id, series=series)
    return _views(found.order_by("starts_at"))


def appointment_view(appointment_id: UUID) -> AppointmentView:
    """Return a time, cancelled or not; the look is logged. Raises NotFound."""
    row = appointment_for(appointment_id)
    return _views(Appointment.objects.filter(pk=row.pk))[0]


def rooms(area_id: str) -> tuple[RoomView, ...]:
    """Return the rooms in use."""
    return tuple(
        RoomView(id=row.pk, place=row.place, name=row.name, directions=row.directions)
        for row in rooms_of(area_id)
    )


def workers(area_id: str, *, on: date) -> tuple[tuple[int, str], ...]:
    """Return who can be booked on the day, by name."""
    return tuple(bookable(area_id, on=on).items())


def _between(first: date, days: int) -> QuerySet[Appointment]:
    begin = datetime.combine(first, time(), tzinfo=HELSINKI)
    end = datetime.combine(first + timedelta(days=days), time(), tzinfo=HELSINKI)
    found = Appointment.objects.filter(area_id=current_actor().area_id, taken=True)
    return found.filter(starts_at__gte=begin, starts_at__lt=end).order_by("starts_at", "pk")


def _listed(found: QuerySet[Appointment]) -> tuple[AppointmentView, ...]:
    views = _views(found)
    persons = [one.client.id for one in views if one.client]
    if persons:
        log.listed(subject="appointment", persons=dict.fromkeys(persons))
    return views


def _views(found: QuerySet[Appointment]) -> tuple[AppointmentView, ...]:
    return _shown(list(found.select_related("case", "room", "own")[:MOST]))


def _shown(rows: list[Appointment]) -> tuple[AppointmentView, ...]:
    prefetch_related_objects(rows, "workers")
    people = rows_by_id({row.case.person_id for row in rows if row.case}) if rows else {}
    return tuple(_view(row, people.get(row.case.person_id) if row.case else None) for row in rows)


def _view(row: Appointment, client: PersonRow | None) -> AppointmentView:
    workers: Sequence[tuple[int, str]] = [(one.staff_id, one.staff_name) for one in row.workers.all()]
    mine = current_actor().staff_id in {one for one, _name in workers}
    hidden = client is not None and client.non_disclosure and not mine
    return AppointmentView(
        id=row.pk,
        case_id=row.case_id,
        client=client,
        name=row.name,
        phone=row.phone,
        email=row.own.email if hasattr(row, "own") else "",
        kind=row.kind,
        mode=row.mode,
        place="" if hidden else row.place,
        place_hidden=hidden and bool(row.place),
        room=row.room.name if row.room and not hidden else "",
        room_id=None if hidden else row.room_id,
        link=row.link,
        language=row.language,
        interpreted=row.interpreted,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        state=row.state,
        cancelled_by=row.cancelled_by,
        cancelled_at=row.cancelled_at,
        workers=tuple(sorted(workers, key=lambda one: one[1])),
        interpreting=next(
            ((one.staff_id, one.staff_name) for one in row.workers.all() if one.interprets), None
        ),
        to_call=row.to_call,
        told=row.letter,
        capacity=row.capacity,
        series=row.series,
        booked_by=row.booked_by_name,
        booked_on=row.booked_on,
        version=row.version,
    )

"""Who is where on a day and in which languages, and the outreach days: plain values for pages and for the line."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from kotopolku.accounts.absence_queries import absences
from kotopolku.accounts.staff_languages import KnownLanguage, languages_of
from kotopolku.languages.texts import Texts
from kotopolku.roster import codes
from kotopolku.roster.access import at_desk, day_for, request_for
from kotopolku.roster.models import OutreachDay, OutreachRequest, Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDuty:
    """A worker at a place on a day, with their languages, those for counsel first."""

    shift_id: int
    staff_id: int
    name: str
    place: str
    opens: time
    closes: time
    weekly: bool
    languages: tuple[KnownLanguage, ...]

    @property
    def counsel(self) -> tuple[str, ...]:
        """Return the languages the worker counsels in."""
        return tuple(one.language for one in self.languages if one.speaks and one.for_counsel)

    @property
    def greeting(self) -> tuple[str, ...]:
        """Return the languages the worker only greets in."""
        return tuple(one.language for one in self.languages if one.speaks and not one.for_counsel)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachView:
    """An outreach day as the public notice tells it; `asked_by` is the organisation that asked, if one did."""

    id: int
    municipality_id: int
    municipality: Texts
    where: str
    day: date
    opens: time
    closes: time
    languages: tuple[str, ...]
    asked_by: str
    cancelled: bool = False

    @property
    def place(self) -> str:
        """Return the place under which its visits stand in the log of advice."""
        return f"{codes.AT}{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request for an outreach day, for those who answer it."""

    id: UUID
    municipality_id: int
    municipality: Texts
    sender_kind: str
    organisation: str
    sender: str
    email: str
    wished: str
    languages: tuple[str, ...]
    people: int | None
    message: str
    state: str
    received_at: datetime


def advisers(area_id: str, *, on: date) -> tuple[tuple[int, str], ...]:
    """Return who advises in the area on the day, as (id, name) by name."""
    return tuple(
        at_desk(area_id, on=on).order_by("staff__name").values_list("staff_id", "staff__name").distinct()
    )


def at_work(area_id: str, *, on: date) -> dict[str, frozenset[int]] | None:
    """Return by place who is at work there on the day, without those away; None where no roster is kept for it."""
    shifts = (
        Shift.objects.filter(area_id=area_id, valid_from__lte=on, staff__is_active=True)
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))
        .filter(Q(day=on) | Q(weekday=on.weekday()))
    )
    rows = list(shifts.values_list("place", "staff_id"))
    if not rows:
        return None
    away = away_on(area_id, on=on)
    found: dict[str, set[int]] = {}
    for place, staff_id in rows:
        found.setdefault(place, set())
        if staff_id not in away:
            found[place].add(staff_id)
    return {place: frozenset(ids) for place, ids in found.items()}


def away_on(area_id: str, *, on: date) -> frozenset[int]:
    """Return who is away on the day."""
    return frozenset(one.staff_id for one in absences(area_id, on=on) if one.runs(on))


def week(area_id: str, *, monday: date) -> tuple[tuple[date, tuple[OnDuty, ...]], ...]:
    """Return the roster of the seven days that begin on `monday`, by place and time; whoever is away is left out."""
    days = [monday + timedelta(days=number) for number in range(7)]
    rows = list(
        Shift.objects.filter(area_id=area_id, valid_from__lte=days[-1], staff__is_active=True)
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=monday))
        .select_related("staff")
        .order_by("place", "opens", "staff__name", "pk")
    )
    known = languages_of({row.staff_id for row in rows}) if rows else {}
    away = absences(area_id, on=monday)
    found = []
    for day in days:
        gone = {one.staff_id for one in away if one.runs(day)}
        here = [row for row in rows if _runs(row, day) and row.staff_id not in gone]
        found.append((day, tuple(_duty(row, known.get(row.staff_id, ())) for row in here)))
    return tuple(found)


def outreach_days(
    area_id: str, *, first: date, last: date | None = None, cancelled: bool = False
) -> tuple[OutreachView, ...]:
    """Return the outreach days from the first day on, 60 days ahead when no last is given; not those called off."""
    rows = OutreachDay.objects.filter(
        area_id=area_id, day__range=(first, last or first + timedelta(days=codes.COMING_DAYS))
    )
    if not cancelled:
        rows = rows.filter(cancelled=False)
    return tuple(_day(row) for row in rows.select_related("municipality").order_by("day", "opens", "pk"))


def one_outreach_day(day_id: int) -> OutreachView:
    """Return one outreach day, also one that is over or called off. Raises NotFound."""
    return _day(day_for(day_id))


def requests_waiting(area_id: str) -> tuple[RequestView, ...]:
    """Return the requests for outreach days that nobody has answered, the oldest first."""
    rows = OutreachRequest.objects.filter(area_id=area_id, state=codes.WAITING)
    return tuple(_request(row) for row in rows.select_related("municipality").order_by("received_at", "pk"))


def one_request(request_id: UUID) -> RequestView:
    """Return one request. Raises NotFound."""
    return _request(request_for(request_id))


def _runs(row: Shift, day: date) -> bool:
    in_period = row.valid_from <= day and (row.valid_to is None or day <= row.valid_to)
    return in_period and (row.day == day or row.weekday == day.weekday())


def _duty(row: Shift, languages: tuple[KnownLanguage, ...]) -> OnDuty:
    return OnDuty(
        shift_id=row.pk,
        staff_id=row.staff_id,
        name=row.staff.name,
        place=row.place,
        opens=row.opens,
        closes=row.closes,
        weekly=row.weekday is not None,
        languages=languages,
    )


def _day(row: OutreachDay) -> OutreachView:
    return OutreachView(
        id=row.pk,
        municipality_id=row.municipality_id,
        municipality=row.municipality.names,
        where=row.where,
        day=row.day,
        opens=row.opens,
        closes=row.closes,
        languages=tuple(row.languages),
        asked_by=row.asked_by,
        cancelled=row.cancelled,
    )


def _request(row: OutreachRequest) -> RequestView:
    return RequestView(
        id=row.pk,
        municipality_id=row.municipality_id,
        municipality=row.municipality.names,
        sender_kind=row.sender_kind,
        organisation=row.organisation,
        sender=row.sender,
        email=row.email,
        wished=row.wished,
        languages=tuple(row.languages),
        people=row.people,
        message=row.message,
        state=row.state,
        received_at=row.received_at,
    )

"""Visits as plain values: a day's list, the topics most asked here, and a month's numbers. No identity is needed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, Func, Q, QuerySet
from django.db.models.functions import TruncMonth

from kotopolku.advice import codes
from kotopolku.advice.access import settings_of, visit_for
from kotopolku.advice.models import AdviceVisit, NamedVisit
from kotopolku.advice.settings import AdviceSettings
from kotopolku.audit.acting import acting

MOST_IN_DAY = 200
MOST_UNANSWERED = 30
_RECENT_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitView:
    """A visit as it stands in the log; `named` tells that it is joined to a client, not to whom."""

    id: UUID
    on: date
    at: datetime
    staff_id: int
    staff_name: str
    place: str
    channel: str
    language: str
    interpreter: str
    lives: str
    municipality_id: int | None
    topics: tuple[str, ...]
    minutes: str
    outcome: str
    came_back: bool
    has_slip: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many visits of a month say one thing; `code` is "" where nothing was said."""

    code: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """How often one topic was asked in one language from one municipality without our having an answer."""

    topic: str
    language: str
    municipality: str
    count: int
    came_back: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """A month's visits in numbers. Topics add up to more than `total`, since a visit has up to three."""

    first: date
    total: int
    municipalities: tuple[Share, ...]  # ids as text, or codes.OTHER, codes.NOT_ASKED
    languages: tuple[Share, ...]
    channels: tuple[Share, ...]
    topics: tuple[Share, ...]
    outcomes: tuple[Share, ...]
    own_language: int
    came_back: int

    @property
    def not_asked(self) -> int:
        """Visits whose municipality nobody asked: the share that costs cannot be divided by."""
        return next((one.count for one in self.municipalities if one.code == codes.NOT_ASKED), 0)


def advice_settings(area_id: str) -> AdviceSettings:
    """Return the area's topics and keys of the log."""
    return settings_of(area_id)


def one_visit(visit_id: UUID) -> VisitView:
    """Return one visit. Raises NotFound."""
    return _view(visit_for(visit_id))


def day_visits(*, on: date, place: str = "") -> tuple[VisitView, ...]:
    """Return the area's visits of a day, newest first, at most 200; of one place when it is named."""
    rows = AdviceVisit.objects.filter(area_id=acting().actor.area_id, on=on, void_reason="")
    if place:
        rows = rows.filter(place=place)
    return tuple(_view(row) for row in rows.order_by("-at")[:MOST_IN_DAY])


def visits_at(places: Collection[str]) -> dict[str, int]:
    """Return how many visits the log has at each of the places; one without any is left out."""
    rows = AdviceVisit.objects.filter(area_id=acting().actor.area_id, place__in=places, void_reason="")
    return dict(rows.order_by().values_list("place").annotate(n=Count("id")))


def common_topics(*, place: str, on: date) -> tuple[str, ...]:
    """Return topic ids by how often they were asked at a place in 90 days, most often first."""
    rows = (
        AdviceVisit.objects.filter(
            area_id=acting().actor.area_id,
            place=place,
            on__gt=on - timedelta(days=_RECENT_DAYS),
            void_reason="",
        )
        .annotate(topic=Func(F("topics"), function="unnest"))
        .values("topic")
        .annotate(n=Count("id"))
        .order_by("-n", "topic")
    )
    return tuple(row["topic"] for row in rows)


def month_numbers(*, first: date) -> MonthView:
    """Return the numbers of the month that begins on `first`, for everybody who works with advice."""
    after = (first + timedelta(days=32)).replace(day=1)
    rows = AdviceVisit.objects.filter(
        area_id=acting().actor.area_id, on__gte=first, on__lt=after, void_reason=""
    )
    totals = rows.aggregate(
        total=Count("id"),
        own=Count("id", filter=Q(interpreter="own_language")),
        back=Count("id", filter=Q(came_back=True)),
    )
    members = [
        Share(code=str(row["municipality_id"]) if row["lives"] == "member" else row["lives"], count=row["n"])
        for row in rows.values("lives", "municipality_id").annotate(n=Count("id")).order_by("-n")
    ]
    return MonthView(
        first=first,
        total=totals["total"],
        municipalities=tuple(members),
        languages=_shares(rows, "language"),
        channels=_shares(rows, "channel"),
        topics=_shares(rows.annotate(topic=Func(F("topics"), function="unnest")), "topic"),
        outcomes=_shares(rows, "outcome"),
        own_language=totals["own"],
        came_back=totals["back"],
    )


def unanswered(*, since: date) -> tuple[Unanswered, ...]:
    """Return what was asked since the day without our having an answer, most often first (maanantailista).

    By topic, language and municipality, so that nobody can be known from it; a visit with two topics counts in both.
    """
    rows = AdviceVisit.objects.filter(
        area_id=acting().actor.area_id, on__gte=since, outcome__in=codes.NO_ANSWER, void_reason=""
    ).annotate(topic=Func(F("topics"), function="unnest"))
    counted = rows.values("topic", "language", "lives", "municipality_id").annotate(
        n=Count("id"), back=Count("id", filter=Q(came_back=True))
    )
    return tuple(
        Unanswered(
            topic=row["topic"],
            language=row["language"],
            municipality=str(row["municipality_id"]) if row["lives"] == "member" else row["lives"],
            count=row["n"],
            came_back=row["back"],
        )
        for row in counted.order_by("-n", "topic", "language", "municipality_id", "lives")[:MOST_UNANSWERED]
    )


def months_with_visits() -> tuple[date, ...]:
    """Return the first days of the months that have visits, newest first."""
    rows = AdviceVisit.objects.filter(area_id=acting().actor.area_id, void_reason="")
    months = rows.annotate(month=TruncMonth("on")).values_list("month", flat=True).distinct()
    return tuple(sorted(months, reverse=True))


def visits_of(person_id: UUID) -> tuple[VisitView, ...]:
    """Return the visits a client has let be joined to them, newest first; nothing where the client is not seen."""
    rows = NamedVisit.objects.filter(person_id=person_id).select_related("visit").order_by("-visit__at")
    return tuple(_view(row.visit) for row in rows)


def _shares(rows: QuerySet[AdviceVisit], column: str) -> tuple[Share, ...]:
    counted = rows.values(column).annotate(n=Count("id")).order_by("-n", column)
    return tuple(Share(code=row[column], count=row["n"]) for row in counted)


def _view(row: AdviceVisit) -> VisitView:
    return VisitView(
        id=row.pk,
        on=row.on,
        at=row.at,
        staff_id=row.staff_id,
        staff_name=row.staff_name,
        place=row.place,
        channel=row.channel,
        language=row.language,
        interpreter=row.interpreter,
        lives=row.lives,
        municipality_id=row.municipality_id,
        topics=tuple(row.topics),
        minutes=row.minutes,
        outcome=row.outcome,
        came_back=row.came_back,
        has_slip=row.slip is not None,
        version=row.version,
    )

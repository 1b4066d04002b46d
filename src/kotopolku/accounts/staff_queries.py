"""Who works in the area under which duties: lists of users and rights, one person's duties, what is to be reviewed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from kotopolku.accounts.models import Duty, Staff
from kotopolku.accounts.organisation_queries import names_on
from kotopolku.accounts.periods import in_force
from kotopolku.accounts.queries import area_settings_of
from kotopolku.accounts.rights import GRANTS
from kotopolku.audit.acting import acting
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import NotFound
from kotopolku.audit.log import refuse
from kotopolku.languages.texts import Texts

ENDS_SOON_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyView:
    """A duty as it is told on the day asked for (state: now, coming, past). `organisation` has the day's name.

    `manageable`: the acting duty may end it and say that it is still needed.
    """

    id: int
    staff_id: int
    staff_name: str
    role: str
    organisation: Texts
    municipalities: tuple[Texts, ...]
    groups: tuple[str, ...]
    purpose: str
    limited_to: str
    is_official: bool
    valid_from: date
    valid_to: date | None
    state: str
    granted_by: str
    reason: str
    reviewed_on: date | None
    reviewed_by: str
    ended_by: str
    ended_at: datetime | None
    end_reason: str
    manageable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffView:
    """A user with every duty in the area, the newest first."""

    id: int
    username: str
    name: str
    email: str
    is_active: bool
    duties: tuple[DutyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToReview:
    """A duty somebody should look at (why: ends_soon, not_looked_at)."""

    duty: DutyView
    why: str


def duties_of_area(
    area_id: str, *, on: date, role: str = "", municipality: int | None = None, past: bool = False
) -> tuple[DutyView, ...]:
    """Return the area's duties in force or coming, or the past ones, by name; narrowed by role and municipality."""
    over = Q(valid_to__isnull=False, valid_to__lt=on)
    found = _people(area_id).filter(over if past else ~over)
    if role:
        found = found.filter(role=role)
    if municipality is not None:
        found = found.filter(municipalities__municipality_id=municipality)
    return _views(found.order_by("staff__name", "-valid_from", "pk"), on=on)


def duty_counts(area_id: str, *, on: date, municipalities: Collection[int] | None = None) -> dict[str, int]:
    """Return how many people work in each role on the day, in all or for some of the municipalities; no names."""
    found = _people(area_id).filter(in_force(on))
    if municipalities is not None:
        found = found.filter(municipalities__municipality_id__in=municipalities)
    counted = found.values("role").annotate(people=Count("staff", distinct=True)).order_by("role")
    return {row["role"]: row["people"] for row in counted}


def staff_member(area_id: str, staff_id: int, *, on: date) -> StaffView:
    """Return a user with their duties in the area; raises NotFound, and logs it, for one who has none in it."""
    duties = _views(_people(area_id).filter(staff_id=staff_id).order_by("-valid_from", "-pk"), on=on)
    staff = Staff.objects.filter(pk=staff_id).first()
    if staff is None or not duties:
        refuse(kind="look", subject="staff", subject_id=str(staff_id))
        raise NotFound("staff")
    return StaffView(
        id=staff.pk,
        username=staff.username,
        name=staff.name,
        email=staff.email,
        is_active=staff.is_active,
        duties=duties,
    )


def duties_to_review(area_id: str, *, on: date) -> tuple[ToReview, ...]:
    """Return the duties that end within 30 days, and those nobody has looked at for the area's number of months.

    Only those the acting duty may confirm or end. One that ends soon leaves the list when somebody has looked at it
    in that time.
    """
    soon, long_ago = on + timedelta(days=ENDS_SOON_DAYS), _months_before(on, _review_months(area_id))
    running = _manageable(area_id).filter(in_force(on))
    unseen = Q(reviewed_on__isnull=True) | Q(reviewed_on__lt=on - timedelta(days=ENDS_SOON_DAYS))
    ending = Q(valid_to__lte=soon) & unseen
    old = Q(reviewed_on__lte=long_ago) | Q(reviewed_on__isnull=True, valid_from__lte=long_ago)
    views = _views(running.filter(ending | old).order_by("valid_to", "staff__name", "pk"), on=on)
    return tuple(
        ToReview(duty=one, why="ends_soon" if one.valid_to and one.valid_to <= soon else "not_looked_at")
        for one in views
    )


def _review_months(area_id: str) -> int:
    return area_settings_of(area_id).duty_review_months


def _months_before(on: date, months: int) -> date:
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    # The 28th exists in every month; a review list is not a deadline of law.
    return date(year, month + 1, min(on.day, 28))


def _people(area_id: str) -> QuerySet[Duty]:
    return Duty.objects.filter(area_id=area_id, staff__isnull=False)


def _manageable(area_id: str) -> QuerySet[Duty]:
    return _people(area_id).filter(role__in=GRANTS.get(acting().actor.role, frozenset()))


def _views(found: QuerySet[Duty], *, on: date) -> tuple[DutyView, ...]:
    duties: Iterable[Duty] = found.select_related("staff").prefetch_related("municipalities")
    names = names_on(on)
    grantable = GRANTS.get(acting().actor.role, frozenset())
    return tuple(
        DutyView(
            id=duty.pk,
            staff_id=duty.staff.pk,
            staff_name=duty.staff.name,
            role=duty.role,
            organisation=names[duty.organisation_id],
            municipalities=tuple(names[one.municipality_id] for one in duty.municipalities.all()),
            groups=tuple(duty.groups),
            purpose=duty.purpose,
            limited_to=duty.limited_to,
            is_official=duty.is_official,
            valid_from=duty.valid_from,
            valid_to=duty.valid_to,
            state=_state(duty, on=on),
            granted_by=duty.granted_by,
            reason=duty.reason,
            reviewed_on=duty.reviewed_on,
            reviewed_by=duty.reviewed_by,
            ended_by=duty.ended_by,
            ended_at=duty.ended_at,
            end_reason=duty.end_reason,
            manageable=Role(duty.role) in grantable,
        )
        for duty in duties
        if duty.staff is not None
    )


def _state(duty: Duty, *, on: date) -> str:
    if duty.valid_to is not None and duty.valid_to < on:
        return "past"
    return "coming" if duty.valid_from > on else "now"

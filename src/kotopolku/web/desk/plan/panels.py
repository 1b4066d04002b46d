"""What stands beside the plan: its limits, running totals, services with their referrals, reviews."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kotopolku.plans.views import MeasureView, PlanView, ReviewView, Total
from kotopolku.web.desk.findings import citation
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.badges import clock_badge
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.shapes import Citation, ClockBadge, ClockKind, Fact


@dataclass(frozen=True, kw_only=True)
class Limit:
    """One limit of the law under the days of the plan."""

    text: str
    citation: Citation


def limits(view: PlanView) -> list[Limit]:
    """Return the limits that bind this plan, in words."""
    found = []
    if view.is_first:
        found.append(
            Limit(text=_("the first plan: one year at most"), citation=citation("23 § 2 mom.", "681-2023/23"))
        )
    if view.latest_end:
        found.append(
            Limit(
                text=_("may last until %(day)s at most") % {"day": day(view.latest_end)},
                citation=citation("23 §", "681-2023/23"),
            )
        )
    found.append(
        Limit(text=_("six months to a review at most"), citation=citation("22 § 1 mom.", "681-2023/22"))
    )
    return found


def totals(view: PlanView) -> list[Fact]:
    """Return the running totals: days used of days allowed."""
    sums = view.totals
    if sums is None:
        return []
    rows = [
        (_("First plan, one year"), sums.first_year),
        (_("Plans together, two years"), sums.base),
        (_("With extensions at most"), sums.longest if sums.longest.last_day != sums.base.last_day else None),
    ]
    return [Fact(name=name, value=_total(total)) for name, total in rows if total is not None]


def _total(total: Total) -> str:
    if total.allowed is None or total.last_day is None:
        return _("%(used)s days used; the law gives no last day yet") % {"used": total.used}
    return _("%(used)s of %(allowed)s days, until %(day)s") % {
        "used": total.used,
        "allowed": total.allowed,
        "day": day(total.last_day),
    }


@dataclass(frozen=True, kw_only=True)
class MeasureRow:
    """One service as agreed, with what is still owed."""

    id: int
    name: str
    meta: str
    reason: str
    state: str
    owes: bool
    badge: ClockBadge | None
    referred: str


def measure_rows(view: PlanView, *, on: date) -> list[MeasureRow]:
    """Return the services; one that still owes a referral carries its date (20 § 5 mom.)."""
    return [_measure(one, view, on=on) for one in view.measures]


def _measure(one: MeasureView, view: PlanView, *, on: date) -> MeasureRow:
    owes = one.owes_referral and view.state == "accepted"
    badge = None
    if owes and view.referral_due:
        badge = clock_badge(kind=ClockKind.LAW, due_on=view.referral_due, on=on, started_on=view.made_on)
    when = "–".join(str(day(part)) for part in (one.starts_on, one.ends_on) if part)
    who = one.responsible_name or codes.word(codes.RESPONSIBLES, one.responsible)
    return MeasureRow(
        id=one.id,
        name=one.title or codes.word(codes.SERVICES, one.code),
        meta=", ".join(
            part
            for part in (codes.word(codes.SERVICES, one.code) if one.title else "", who, one.place, when)
            if part
        ),
        reason=one.reason,
        state=codes.word(codes.MEASURE_STATES, one.state),
        owes=owes,
        badge=badge,
        referred=_("guided %(day)s") % {"day": day(one.referred_on)} if one.referred_on else "",
    )


@dataclass(frozen=True, kw_only=True)
class ReviewRow:
    """One review as recorded."""

    id: int
    when: str
    pairs: list[tuple[str, str]]
    meta: str


def review_rows(view: PlanView) -> list[ReviewRow]:
    """Return the reviews, newest first."""
    return [_review(one) for one in view.reviews]


def _review(one: ReviewView) -> ReviewRow:
    pairs = [
        (_("Taking part"), one.participation),
        (_("Progress"), one.progress),
        (_("Hindrances"), one.hindrances),
        (_("Changes"), one.changes),
    ]
    return ReviewRow(
        id=one.id,
        when=str(day(one.on)),
        pairs=[(name, text) for name, text in pairs if text],
        meta=", ".join((codes.word(codes.REVIEW_SOURCES, one.source), one.by_name)),
    )

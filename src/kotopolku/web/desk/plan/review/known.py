"""What is known before a review is held: rows from a list of sources, each a function that may have nothing to tell.

A package that knows more (the client's own ticks, no-shows, attendance) adds its function to `SOURCES`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kotopolku.plans.views import MeasureView, PlanView
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One thing to take up: a heading and what is known; `cite` is the place in the law."""

    heading: str
    text: str
    cite: str = ""


def name_of(one: MeasureView) -> str:
    """Return what a service is called."""
    return one.title or codes.word(codes.SERVICES, one.code)


def asked(view: PlanView, on: date) -> Iterator[Known]:
    """What the client asked for, or what has changed, since the latest review."""
    since = max((one.on for one in view.reviews), default=view.made_on)
    for when, heading in (
        (view.review_requested_on, _("The client asked for a review")),
        (view.change_in_needs_on, _("Needs or life situation have changed")),
    ):
        if when is not None and when <= on and (since is None or when >= since):
            text = f"{day(when)}. {view.review_request}" if view.review_request else str(day(when))
            yield Known(heading=heading, text=text, cite="22 § 1 mom.")


def referrals(view: PlanView, on: date) -> Iterator[Known]:
    """Services to which the client has not been guided yet."""
    for one in view.measures:
        if one.owes_referral:
            late = view.referral_due is not None and view.referral_due < on
            due = str(day(view.referral_due)) if view.referral_due else ""
            text = _("%(name)s, was due by %(day)s") if late else _("%(name)s, due by %(day)s")
            yield Known(
                heading=_("Not guided to apply yet"),
                text=text % {"name": name_of(one), "day": due},
                cite="20 § 5 mom.",
            )


def past_their_end(view: PlanView, on: date) -> Iterator[Known]:
    """Services whose last day has gone and which nobody has marked as done."""
    for one in view.measures:
        if one.ends_on is not None and one.ends_on < on and one.state not in {"done", "dropped"}:
            yield Known(heading=_("Past its last day"), text=f"{name_of(one)}, {day(one.ends_on)}")


def child_care(view: PlanView, on: date) -> Iterator[Known]:
    """Child care that is needed and not arranged."""
    for one in view.measures:
        if one.child_care_state == "needed" and one.state in {"planned", "referred", "started"}:
            yield Known(heading=_("Child care is not arranged yet"), text=name_of(one))


def obstacles(view: PlanView, on: date) -> Iterator[Known]:
    """Times when the plan could not be carried out, since the latest review."""
    since = max((one.on for one in view.reviews), default=view.made_on)
    for one in view.obstacles:
        if since is None or one.last_day is None or one.last_day >= since:
            until = str(day(one.last_day)) if one.last_day else _("goes on")
            yield Known(
                heading=_("The plan could not be carried out"),
                text=f"{codes.word(codes.OBSTACLE_REASONS, one.reason)}, {day(one.first_day)}–{until}",
                cite="23 § 4 mom.",
            )


SOURCES: tuple[Callable[[PlanView, date], Iterator[Known]], ...] = (
    asked,
    referrals,
    past_their_end,
    child_care,
    obstacles,
)


def known(view: PlanView, *, on: date) -> list[Known]:
    """Return everything the sources tell, in their order."""
    return [row for source in SOURCES for row in source(view, on)]


def participation(view: PlanView) -> str:
    """Return the first words on taking part: each service and how it stands, to be corrected by the officer."""
    return "\n".join(
        f"{name_of(one)}: {codes.word(codes.MEASURE_STATES, one.state)}." for one in view.measures
    )

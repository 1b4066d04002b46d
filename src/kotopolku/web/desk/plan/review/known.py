"""What is known before a review is held: rows from a list of sources, each a function that may have nothing to tell.

A package that knows more (attendance, when groups exist) adds its function to `SOURCES`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kotopolku.cases.since import Told
from kotopolku.plans.views import MeasureView, PlanView
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One thing to take up: a heading and what is known; `cite` is the place in the law."""

    heading: str
    text: str
    cite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the sources read: the plan, what was written since the latest review, and the day."""

    view: PlanView
    told: Sequence[Told]
    on: date


#: What the timeline is asked for.
NO_SHOW, OWN_TASK = "no_show", "own_task_followed"


def since(view: PlanView) -> date | None:
    """Return the day from which things are new to this review."""
    return max((one.on for one in view.reviews), default=view.made_on)


def name_of(one: MeasureView) -> str:
    """Return what a service is called."""
    return one.title or codes.word(codes.SERVICES, one.code)


def asked(before: Before) -> Iterator[Known]:
    """What the client asked for, or what has changed, since the latest review."""
    first = since(before.view)
    for when, heading in (
        (before.view.review_requested_on, _("The client asked for a review")),
        (before.view.change_in_needs_on, _("Needs or life situation have changed")),
    ):
        if when is not None and when <= before.on and (first is None or when >= first):
            text = (
                f"{day(when)}. {before.view.review_request}" if before.view.review_request else str(day(when))
            )
            yield Known(heading=heading, text=text, cite="22 § 1 mom.")


def referrals(before: Before) -> Iterator[Known]:
    """Services to which the client has not been guided yet."""
    for one in before.view.measures:
        if one.owes_referral:
            late = before.view.referral_due is not None and before.view.referral_due < before.on
            due = str(day(before.view.referral_due)) if before.view.referral_due else ""
            text = _("%(name)s, was due by %(day)s") if late else _("%(name)s, due by %(day)s")
            yield Known(
                heading=_("Not guided to apply yet"),
                text=text % {"name": name_of(one), "day": due},
                cite="20 § 5 mom.",
            )


def past_their_end(before: Before) -> Iterator[Known]:
    """Services whose last day has gone and which nobody has marked as done."""
    for one in before.view.measures:
        if one.ends_on is not None and one.ends_on < before.on and one.state not in {"done", "dropped"}:
            yield Known(heading=_("Past its last day"), text=f"{name_of(one)}, {day(one.ends_on)}")


def child_care(before: Before) -> Iterator[Known]:
    """Child care that is needed and not arranged."""
    for one in before.view.measures:
        if one.child_care_state == "needed" and one.state in {"planned", "referred", "started"}:
            yield Known(heading=_("Child care is not arranged yet"), text=name_of(one))


def obstacles(before: Before) -> Iterator[Known]:
    """Times when the plan could not be carried out, since the latest review."""
    first = since(before.view)
    for one in before.view.obstacles:
        if first is None or one.last_day is None or one.last_day >= first:
            until = str(day(one.last_day)) if one.last_day else _("goes on")
            yield Known(
                heading=_("The plan could not be carried out"),
                text=f"{codes.word(codes.OBSTACLE_REASONS, one.reason)}, {day(one.first_day)}–{until}",
                cite="23 § 4 mom.",
            )


def own_tasks(before: Before) -> Iterator[Known]:
    """What the client does by themselves: how each stands, and what they told when it was asked about."""
    for one in before.view.measures:
        if one.responsible == "client":
            said = [
                f"{day(told.on)} {told.text}"
                for told in before.told
                if told.code == OWN_TASK and told.title in {one.title, one.code}
            ]
            state = f"{name_of(one)}: {codes.word(codes.MEASURE_STATES, one.state)}"
            yield Known(heading=_("The client's own task"), text=". ".join((state, *said)))


def no_shows(before: Before) -> Iterator[Known]:
    """Days on which the client did not come or was not reached."""
    missed = _missed(before.told)
    if missed:
        yield Known(heading=_("Did not come or was not reached"), text=missed)


def _missed(told: Sequence[Told]) -> str:
    return ", ".join(str(day(one.on)) for one in told if one.code == NO_SHOW)


SOURCES: tuple[Callable[[Before], Iterator[Known]], ...] = (
    asked,
    own_tasks,
    no_shows,
    referrals,
    past_their_end,
    child_care,
    obstacles,
)


def known(before: Before) -> list[Known]:
    """Return everything the sources tell, in their order."""
    return [row for source in SOURCES for row in source(before)]


def participation(before: Before) -> str:
    """Return the first words on taking part, to be corrected by the officer: each service, and the missed times."""
    rows = [f"{name_of(one)}: {codes.word(codes.MEASURE_STATES, one.state)}." for one in before.view.measures]
    missed = _missed(before.told)
    if missed:
        rows.append(_("Missed: %(days)s.") % {"days": missed})
    return "\n".join(rows)

"""A granted plan as words, for a partner's page and for that of a former unit."""

from dataclasses import dataclass

from kotopolku.plans import words
from kotopolku.plans.granted import GrantedPlan, GrantedService
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.packet.words import word
from kotopolku.web.parts.plan_words import MEASURE_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownService:
    """A service as words."""

    name: str
    state: str
    meta: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """A plan as words; `as_of` says of which day a former unit's version is."""

    when: str
    as_of: str
    long_goal: str
    goals: list[str]
    services: list[ShownService]
    reviews: list[tuple[str, str]]


def plan_shown(plan: GrantedPlan) -> ShownPlan:
    """Return the plan as words."""
    return ShownPlan(
        when="–".join(str(day(one)) for one in (plan.made_on, plan.ends_on) if one),
        as_of=str(day(plan.as_of)) if plan.as_of else "",
        long_goal=plan.long_goal,
        goals=[
            ": ".join(part for part in (word(words.GOALS, code), text) if part) for code, text in plan.goals
        ],
        services=[_service(one) for one in plan.services],
        reviews=[
            (str(day(one.on)), " ".join(filter(None, (one.progress, one.changes)))) for one in plan.reviews
        ],
    )


def _service(one: GrantedService) -> ShownService:
    who = one.responsible_name or word(words.RESPONSIBLES, one.responsible)
    when = "–".join(str(day(part)) for part in (one.starts_on, one.ends_on) if part)
    kind = word(words.SERVICES, one.code)
    return ShownService(
        name=one.title or kind,
        state=word(MEASURE_STATES, one.state),
        meta=", ".join(part for part in (kind if one.title else "", who, one.place, when) if part),
        reason=one.reason,
    )

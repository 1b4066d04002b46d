"""Which clocks there are: the law's, the area's own targets, and plain dates. The code is what rows and pages use."""

from dataclasses import dataclass
from enum import StrEnum

from kotopolku.law.wording import N_


class Kind(StrEnum):
    """Whose date it is; pages draw law solid, a target dashed, a fact without an edge."""

    LAW = "law"
    TARGET = "target"
    FACT = "fact"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockKind:
    """One clock. `harm` sorts late rows: the smaller, the more the client loses when the day passes.

    `loss` says what is lost for good; what the law orders but loses nothing comes after it, own targets last.

    `question` is what the law is asked; empty for targets and facts. `long_limit` is a limit counted in years, which
    warns earlier. `waits` means a fact's date that stays on the list after its day, until somebody has acted.
    """

    code: str
    kind: Kind
    name: str
    harm: int
    loss: str = ""
    question: str = ""
    rule: str = ""
    long_limit: bool = False
    waits: bool = False


CLOCKS: dict[str, ClockKind] = {
    made.code: made
    for made in (
        ClockKind(
            code="window_last_day",
            kind=Kind.LAW,
            name=N_("Three years: the assessment"),
            question="window_last_day",
            rule="KOTOL-14-0",
            long_limit=True,
            harm=1,
            loss=N_("The right to an assessment is lost for good."),
        ),
        ClockKind(
            code="plan_latest_day",
            kind=Kind.LAW,
            name=N_("Three years: the first plan"),
            question="plan_latest_day",
            rule="KOTOL-20-3",
            long_limit=True,
            harm=1,
            loss=N_("The right to a first plan is lost for good."),
        ),
        ClockKind(
            code="plan_max_end",
            kind=Kind.LAW,
            name=N_("Longest time of all plans together"),
            question="plan_max_end",
            rule="KOTOL-23-2b",
            long_limit=True,
            harm=2,
            loss=N_("The time of all plans is used up: services and benefits that rest on a plan end."),
        ),
        ClockKind(
            code="first_plan_last_end",
            kind=Kind.LAW,
            name=N_("Longest time of the first plan"),
            question="first_plan_last_end",
            rule="KOTOL-23-2a",
            long_limit=True,
            harm=3,
            loss=N_(
                "The first plan ends: services and benefits that rest on it end unless it is extended in time."
            ),
        ),
        ClockKind(
            code="referral_due",
            kind=Kind.LAW,
            name=N_("Guiding the client to the agreed services"),
            question="referral_due",
            rule="KOTOL-20-5",
            harm=4,
        ),
        ClockKind(
            code="next_review_due",
            kind=Kind.LAW,
            name=N_("Review of the plan"),
            question="next_review_due",
            rule="KOTOL-22-1",
            harm=5,
        ),
        ClockKind(code="assessment_start", kind=Kind.TARGET, name=N_("Starting the assessment"), harm=6),
        ClockKind(code="plan_after_assessment", kind=Kind.TARGET, name=N_("Drawing up the plan"), harm=7),
        ClockKind(
            code="review_asked",
            kind=Kind.FACT,
            name=N_("The client's situation has changed, or a review was asked for"),
            question="review_required",
            rule="KOTOL-22-1",
            waits=True,
            harm=5,
        ),
        ClockKind(
            code="plan_ends",
            kind=Kind.FACT,
            name=N_("The plan ends"),
            waits=True,
            harm=3,
            loss=N_("Services and benefits that rest on the plan have ended."),
        ),
        ClockKind(
            code="plan_hand_over",
            kind=Kind.TARGET,
            name=N_("Agreeing on the next step before the plan ends"),
            harm=6,
        ),
        ClockKind(code="permit_ends", kind=Kind.FACT, name=N_("The residence permit ends"), harm=8),
        ClockKind(
            code="non_disclosure_ends",
            kind=Kind.FACT,
            name=N_("Non-disclosure ends"),
            harm=2,
            loss=N_("The client's address is no longer protected."),
        ),
    )
}

"""22 § Kotoutumissuunnitelman tarkistaminen: at least every six months, and when needs change."""

from datetime import date

from kotopolku.law.act_150_1930.calculation import MAL_3
from kotopolku.law.act_681_2023.s05_definitions import plan_made_on, plan_valid
from kotopolku.law.calendar import add_months
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, V1_FROM, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_22_1 = rule(
    id="KOTOL-22-1",
    at=Provision(KOTOL, "22", 1),
    title=N_("The plan is reviewed at least every six months"),
    text=N_(
        "A valid plan is reviewed when needs or the life situation change, when the client asks for it, and at least "
        "every six months, counted from the plan or the latest review."
    ),
    not_decided=N_(
        "A plan made before the Act is reviewed for the first time under the old act; the six months run from then on."
    ),
    module=__name__,
)
KOTOL_22_2 = rule(
    id="KOTOL-22-2",
    at=Provision(KOTOL, "22", 2),
    title=N_("The wellbeing services county takes part in the review"),
    text=N_("The wellbeing services county takes part in the review of a plan that was made with it."),
    module=__name__,
)
_READS = ("plan.first_made_on", "plan.made_on", "plan.reviews", "plan.ends_on")
_MONTHS = 6
_NO_VALID_PLAN = N_("No plan is valid on {on}.")
_OLD_PLAN = N_("The plan was made on {made_on}, before the Act, and has not been reviewed under it.")


def latest_review(facts: Facts, on: date) -> date | None:
    """The latest review up to `on`, or None."""
    return max([day for day in facts.plan.reviews if day <= on], default=None)


def reviewed_under_this_act(facts: Facts, on: date) -> bool:
    """Whether a review has been made under this Act, from 2025-01-01 to `on`."""
    latest = latest_review(facts, on)
    return latest is not None and latest >= V1_FROM


def review_due(facts: Facts, on: date) -> tuple[date, date] | None:
    """The day the six months run from and the day they end; None without a valid plan under this Act."""
    made = plan_made_on(facts)
    if made is None or not plan_valid(facts, on):
        return None
    latest = latest_review(facts, on)
    start = made if latest is None or latest < made else latest
    return None if start < V1_FROM else (start, add_months(start, _MONTHS))


@question(
    "next_review_due",
    rules=(KOTOL_22_1, MAL_3),
    reads=_READS,
    type="date",
    meaning=N_("By which day must the plan be reviewed?"),
)
def next_review_due(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Six months from the plan or the latest review, not rolled."""
    asked = "next_review_due"
    due = review_due(facts, on)
    if due is None:
        return (_not_running(facts, on, asked=asked),)
    six = N_("Six months from {from_day} end on {due_on}.")
    return (found(KOTOL_22_1, asked, due[1], six, from_day=due[0], due_on=due[1]),)


@question(
    "review_overdue",
    rules=(KOTOL_22_1,),
    reads=_READS,
    type="bool",
    meaning=N_("Is the review late?"),
)
def review_overdue(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The day asked is after the due day."""
    asked = "review_overdue"
    due = review_due(facts, on)
    if due is None:
        return (_not_running(facts, on, asked=asked),)
    six = N_("Six months from {from_day} end on {due_on}.")
    return (found(KOTOL_22_1, asked, on > due[1], six, from_day=due[0], due_on=due[1]),)


@question(
    "review_required",
    rules=(KOTOL_22_1,),
    reads=(*_READS, "plan.review_requested_on", "plan.change_in_needs_on"),
    type="bool",
    meaning=N_("Must the plan be reviewed now?"),
)
def review_required(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The six months are full, or a request or change came after the latest review."""
    asked = "review_required"
    made = plan_made_on(facts)
    if made is None or not plan_valid(facts, on):
        return (found(KOTOL_22_1, asked, False, _NO_VALID_PLAN, on=on),)
    since = max(made, latest_review(facts, on) or made)
    requested = facts.plan.review_requested_on
    if requested is not None and since < requested <= on:
        return (
            found(
                KOTOL_22_1,
                asked,
                True,
                N_("The client asked for a review on {asked_on}."),
                asked_on=requested,
            ),
        )
    changed = facts.plan.change_in_needs_on
    if changed is not None and since < changed <= on:
        return (
            found(
                KOTOL_22_1, asked, True, N_("The client's needs changed on {changed_on}."), changed_on=changed
            ),
        )
    due = review_due(facts, on)
    if due is None:
        return (found(KOTOL_22_1, asked, False, _OLD_PLAN, made_on=made),)
    six = N_("Six months from {from_day} end on {due_on}.")
    return (found(KOTOL_22_1, asked, on >= due[1], six, from_day=due[0], due_on=due[1]),)


@question(
    "county_must_participate_in_review",
    rules=(KOTOL_22_2,),
    reads=("plan.made_with_county",),
    type="bool",
    meaning=N_("Must the wellbeing services county take part in the review?"),
)
def county_must_participate_in_review(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The plan was made with the county."""
    del on
    asked = "county_must_participate_in_review"
    if facts.plan.made_with_county:
        return (
            found(KOTOL_22_2, asked, True, N_("The wellbeing services county took part in making the plan.")),
        )
    no = N_("The wellbeing services county is not recorded to have taken part in making the plan.")
    return (found(KOTOL_22_2, asked, False, no),)


def _not_running(facts: Facts, on: date, *, asked: str) -> Finding:
    made = plan_made_on(facts)
    if made is None or not plan_valid(facts, on):
        return found(KOTOL_22_1, asked, None, _NO_VALID_PLAN, on=on)
    return found(KOTOL_22_1, asked, None, _OLD_PLAN, made_on=made)

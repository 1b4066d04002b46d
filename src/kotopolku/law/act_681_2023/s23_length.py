"""23 § Kotoutumissuunnitelman kesto ja päättyminen: the last days the Act allows."""

from datetime import date

from kotopolku.law.act_150_1930.calculation import MAL_3
from kotopolku.law.act_681_2023.s05_definitions import first_plan_made_on, plan_made_on
from kotopolku.law.act_681_2023.s23_extension import (
    KOTOL_23_3A,
    KOTOL_23_3B,
    extension_finding,
    extension_months,
    no_age,
    not_modelled,
)
from kotopolku.law.act_681_2023.s23_obstacles import KOTOL_23_4, obstacle_days
from kotopolku.law.act_681_2023.s31_studies import KOTOL_31_1, READS
from kotopolku.law.act_681_2023.s102_transition import (
    DECISION,
    KOTOL_102_2,
    MAX_RULE_READS,
    NO_DECISION,
    max_rule,
)
from kotopolku.law.act_1386_2010.plan_length import KOTOL_2010_12, old_base_max_end
from kotopolku.law.calendar import add_days, add_months, add_years
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, V1_FROM, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_23_2A = rule(
    id="KOTOL-23-2a",
    at=Provision(KOTOL, "23", 2),
    title=N_("The first plan lasts at most one year"),
    text=N_("The first plan is made for at most one year."),
    module=__name__,
)
KOTOL_23_2B = rule(
    id="KOTOL-23-2b",
    at=Provision(KOTOL, "23", 2),
    title=N_("Plans together last at most two years"),
    text=N_(
        "All plans together last at most two years from the drawing up of the first plan. Gaps between plans do not "
        "stop the clock."
    ),
    module=__name__,
)
_BASE_MONTHS = 24
_NO_PLAN = N_("There is no plan.")


def end_after(facts: Facts, on: date, *, months: int) -> date | None:
    """The last day two years, `months` months and the obstacle days after the first plan; None without a plan."""
    first = first_plan_made_on(facts)
    if first is None:
        return None
    return add_days(add_months(first, _BASE_MONTHS + months), obstacle_days(facts, on))


def first_plan_end(facts: Facts) -> date | None:
    """The last day of the first plan; None without a plan or for a first plan made before the Act."""
    first = first_plan_made_on(facts)
    return None if first is None or first < V1_FROM else add_years(first, 1)


@question(
    "first_plan_last_end",
    rules=(KOTOL_23_2A, MAL_3),
    reads=("plan.first_made_on", "plan.made_on"),
    type="date",
    meaning=N_("On which day must the first plan end at the latest?"),
)
def first_plan_last_end(facts: Facts, on: date) -> tuple[Finding, ...]:
    """One year from the day the first plan was made, not rolled."""
    del on
    asked = "first_plan_last_end"
    first, end = first_plan_made_on(facts), first_plan_end(facts)
    if first is None:
        return (found(KOTOL_23_2A, asked, None, _NO_PLAN),)
    if end is None:
        before = N_("The first plan was made on {first_made_on}, before the Act: the year does not apply.")
        return (found(KOTOL_23_2A, asked, None, before, first_made_on=first),)
    year = N_("The first plan was made on {first_made_on}; it ends on {last_day} at the latest.")
    return (found(KOTOL_23_2A, asked, end, year, first_made_on=first, last_day=end),)


@question(
    "plan_base_max_end",
    rules=(KOTOL_23_2B, KOTOL_102_2, KOTOL_2010_12, MAL_3),
    reads=MAX_RULE_READS,
    type="date",
    meaning=N_("On which day do plans end at the latest without extensions?"),
)
def plan_base_max_end(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Two years from the first plan under this Act, three under the old one."""
    asked = "plan_base_max_end"
    first = first_plan_made_on(facts)
    which = max_rule(facts, on)
    if first is None or which is None:
        return (found(KOTOL_23_2B, asked, None, _NO_PLAN),)
    if which is UNKNOWN:
        return (missing_fact(KOTOL_102_2, asked, DECISION, NO_DECISION, first_made_on=first),)
    if which == "OLD":
        end = old_base_max_end(first)
        three = N_(
            "The first plan was made on {first_made_on}, before the Act: three years end on {last_day}."
        )
        return (found(KOTOL_102_2, asked, end, three, first_made_on=first, last_day=end),)
    end = add_months(first, _BASE_MONTHS)
    two = N_("The first plan was made on {first_made_on}: two years end on {last_day}.")
    return (found(KOTOL_23_2B, asked, end, two, first_made_on=first, last_day=end),)


@question(
    "plan_extended_end",
    rules=(KOTOL_23_3A, KOTOL_23_3B, KOTOL_23_4, KOTOL_31_1),
    reads=READS,
    type="date",
    meaning=N_("On which day does the plan end if the requested months are granted?"),
)
def plan_extended_end(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Two years, the requested months and the obstacle days from the first plan."""
    asked = "plan_extended_end"
    first = first_plan_made_on(facts)
    if first is None:
        return (found(KOTOL_23_3A, asked, None, _NO_PLAN),)
    open_ = not_modelled(facts, on, base=KOTOL_23_3A, asked=asked)
    if open_ is not None:
        return (open_,)
    request = extension_finding(facts, on, asked=asked)
    if request.value is UNKNOWN:
        return (request,)
    if request.value is False:
        refused = N_("The requested months are more than may be granted.")
        return (
            found(KOTOL_23_3A, asked, None, refused),
            extension_finding(facts, on, asked="plan_extension_allowed"),
        )
    months = facts.plan.extension.requested_months or 0
    return (_end_finding(facts, on, asked=asked, months=months),)


@question(
    "plan_max_end",
    rules=(KOTOL_23_2B, KOTOL_23_3A, KOTOL_23_3B, KOTOL_23_4, KOTOL_31_1),
    reads=READS,
    type="date",
    meaning=N_("On which day do plans end at the latest with every extension the facts allow?"),
)
def plan_max_end(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Two years, the most months and the obstacle days from the first plan."""
    asked = "plan_max_end"
    if first_plan_made_on(facts) is None:
        return (found(KOTOL_23_2B, asked, None, _NO_PLAN),)
    open_ = not_modelled(facts, on, base=KOTOL_23_2B, asked=asked)
    if open_ is not None:
        return (open_,)
    certain, possible = extension_months(facts, on)
    if certain != possible:
        return (no_age(facts, on, asked=asked),)
    return (_end_finding(facts, on, asked=asked, months=certain),)


@question(
    "plan_end_allowed",
    rules=(KOTOL_23_2A, KOTOL_23_2B, KOTOL_23_3A, KOTOL_23_4),
    reads=("plan.proposed_end", *READS),
    type="bool",
    meaning=N_("May the plan end on the proposed day?"),
)
def plan_end_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Not after the maximum and, for the first plan, not after one year."""
    asked = "plan_end_allowed"
    proposed = facts.plan.proposed_end
    if first_plan_made_on(facts) is None:
        return (found(KOTOL_23_2B, asked, None, _NO_PLAN),)
    if proposed is None:
        none = N_("No end day is proposed.")
        return (missing_fact(KOTOL_23_2B, asked, ("plan.proposed_end",), none),)
    year = first_plan_end(facts) if first_plan_made_on(facts) == plan_made_on(facts) else None
    if year is not None and proposed > year:
        late = N_("{proposed_end} is proposed; the first plan ends on {last_day} at the latest.")
        return (found(KOTOL_23_2A, asked, False, late, proposed_end=proposed, last_day=year),)
    return (_within_maximum(facts, on),)


def _within_maximum(facts: Facts, on: date) -> Finding:
    asked = "plan_end_allowed"
    proposed = facts.plan.proposed_end or on
    sure = _surely_allowed_until(facts, on)
    compared = N_("{proposed_end} is proposed; plans end on {last_day} at the latest.")
    if sure is not None and proposed <= sure:
        return found(KOTOL_23_2B, asked, True, compared, proposed_end=proposed, last_day=sure)
    open_ = not_modelled(facts, on, base=KOTOL_23_2B, asked=asked)
    if open_ is not None:
        return open_
    _, possible = extension_months(facts, on)
    most = end_after(facts, on, months=possible)
    if most is not None and proposed <= most:
        return no_age(facts, on, asked=asked, base=KOTOL_23_3A)
    return found(KOTOL_23_2B, asked, False, compared, proposed_end=proposed, last_day=most or on)


def _surely_allowed_until(facts: Facts, on: date) -> date | None:
    """The last day that is allowed whatever a missing fact or the open law may say."""
    first = first_plan_made_on(facts)
    if first is None:
        return None
    which = max_rule(facts, on)
    if which == "OLD":
        return old_base_max_end(first)
    if which is UNKNOWN:
        return add_months(first, _BASE_MONTHS)
    certain, _ = extension_months(facts, on)
    return end_after(facts, on, months=certain)


def _end_finding(facts: Facts, on: date, *, asked: str, months: int) -> Finding:
    first = first_plan_made_on(facts) or on
    days = obstacle_days(facts, on)
    end = add_days(add_months(first, _BASE_MONTHS + months), days)
    rule_ = (
        KOTOL_23_4
        if days and not months
        else KOTOL_23_3A
        if months or asked == "plan_extended_end"
        else KOTOL_23_2B
    )
    counted = N_(
        "From the first plan on {first_made_on}: two years, {months} months of extension and {days} obstacle days "
        "end on {last_day}."
    )
    return found(rule_, asked, end, counted, first_made_on=first, months=months, days=days, last_day=end)

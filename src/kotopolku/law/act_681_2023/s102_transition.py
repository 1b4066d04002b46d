"""102 § Siirtymäsäännökset: which maximum a plan follows that began under act 1386/2010."""

from datetime import date
from typing import Literal

from kotopolku.law.act_681_2023.s05_definitions import first_plan_made_on, plan_made_on
from kotopolku.law.act_681_2023.s22_review import reviewed_under_this_act
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Unknown, found, missing_fact
from kotopolku.law.provision import KOTOL, V1_FROM, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_102_1 = rule(
    id="KOTOL-102-1",
    at=Provision(KOTOL, "102", 1),
    title=N_("Claims under the old act are applied for by the end of 2026"),
    text=N_(
        "Reimbursement under 46, 48, 49 § 1 mom. 3 k or 50 § of act 1386/2010 is applied for by the end of 2026."
    ),
    module=__name__,
)
KOTOL_102_2 = rule(
    id="KOTOL-102-2",
    at=Provision(KOTOL, "102", 2),
    title=N_("A plan of the old act keeps the old maximum until it is reviewed"),
    text=N_(
        "A plan drawn up before 2025-01-01 follows act 1386/2010 until it is reviewed under 22 §. After that the "
        "municipality's recorded decision tells which maximum is used."
    ),
    not_decided=N_(
        "Whether the old maximum survives the first review under 22 §: the text allows both readings."
    ),
    module=__name__,
)
KOTOL_102_4 = rule(
    id="KOTOL-102-4",
    at=Provision(KOTOL, "102", 4),
    title=N_("Recording in the national repository begins in 2027"),
    text=N_("The data of 76 § is recorded in the national data repository from 2027-01-01."),
    module=__name__,
)
KOTOL_102_6 = rule(
    id="KOTOL-102-6",
    at=Provision(KOTOL, "102", 6),
    title=N_("Reimbursement that started before 2025 runs longer"),
    text=N_(
        "When the reimbursement started before 2025-01-01 it is paid for three years, for a quota refugee for four."
    ),
    module=__name__,
)
MAX_RULE_READS = ("plan.first_made_on", "plan.made_on", "plan.reviews", "plan.max_rule_decision")
DECISION = ("plan.max_rule_decision",)
NO_DECISION = N_(
    "The first plan was made on {first_made_on}, before the Act; no decision on its maximum is recorded."
)


def max_rule(facts: Facts, on: date) -> Literal["NEW", "OLD", Unknown.UNKNOWN] | None:
    """Which maximum the plan follows; None without a plan, unknown without the decision that is needed."""
    first, made = first_plan_made_on(facts), plan_made_on(facts)
    if first is None or made is None:
        return None
    if first >= V1_FROM:
        return "NEW"
    if made < V1_FROM and not reviewed_under_this_act(facts, on):
        return "OLD"
    decision = facts.plan.max_rule_decision
    if decision is None:
        return UNKNOWN
    return "OLD" if decision == "OLD" else "NEW"


@question(
    "plan_max_rule",
    rules=(KOTOL_102_2,),
    reads=MAX_RULE_READS,
    type="code",
    codes=("NEW", "OLD"),
    meaning=N_("Which maximum does the plan follow, the new or the old?"),
)
def plan_max_rule(facts: Facts, on: date) -> tuple[Finding, ...]:
    """New from 2025-01-01, old until the first review, then as decided."""
    asked = "plan_max_rule"
    first = first_plan_made_on(facts)
    answer = max_rule(facts, on)
    if first is None or answer is None:
        return (found(KOTOL_102_2, asked, None, N_("There is no plan.")),)
    if answer is UNKNOWN:
        return (missing_fact(KOTOL_102_2, asked, DECISION, NO_DECISION, first_made_on=first),)
    if first >= V1_FROM:
        new = N_("The first plan was made on {first_made_on}, under the Act in force.")
        return (found(KOTOL_102_2, asked, answer, new, first_made_on=first),)
    if facts.plan.max_rule_decision is None or not reviewed_under_this_act(facts, on):
        old = N_(
            "The first plan was made on {first_made_on}, before the Act, and has not been reviewed under it."
        )
        return (found(KOTOL_102_2, asked, answer, old, first_made_on=first),)
    decided = N_("The municipality has decided that the plan follows the maximum {decision}.")
    return (found(KOTOL_102_2, asked, answer, decided, decision=answer),)

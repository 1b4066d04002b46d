"""5 § Määritelmät: kotoutuja-asiakas, the integration client."""

from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

DEF_5_5 = rule(
    id="DEF-5-5",
    at=Provision(KOTOL, "5", 1, 5),
    title=N_("Integration client"),
    text=N_("An integration client is an immigrant who has a valid integration plan."),
    not_decided=N_("What happens to the plan of a client who becomes a Finnish citizen while it runs."),
    module=__name__,
)


def plan_made_on(facts: Facts) -> date | None:
    """The day the plan in question was drawn up; None = no plan."""
    return facts.plan.made_on or facts.plan.first_made_on


def first_plan_made_on(facts: Facts) -> date | None:
    """The day the first plan was drawn up; None = no plan."""
    return facts.plan.first_made_on or facts.plan.made_on


def plan_valid(facts: Facts, on: date) -> bool:
    """Whether the plan in question is valid on `on`."""
    made = plan_made_on(facts)
    if made is None or made > on:
        return False
    return facts.plan.ends_on is None or on <= facts.plan.ends_on


@question(
    "integration_client",
    rules=(DEF_5_5,),
    reads=("plan.made_on", "plan.first_made_on", "plan.ends_on"),
    type="bool",
    meaning=N_("Is the person an integration client, with a valid plan?"),
)
def integration_client(facts: Facts, on: date) -> tuple[Finding, ...]:
    """From the day the plan was made to its agreed last day."""
    asked = "integration_client"
    made, ends = plan_made_on(facts), facts.plan.ends_on
    if made is None or made > on:
        return (found(DEF_5_5, asked, False, N_("No integration plan had been made by {on}."), on=on),)
    if ends is None:
        return (
            found(DEF_5_5, asked, True, N_("The plan made on {made_on} has no agreed end."), made_on=made),
        )
    span = N_("The plan runs from {made_on} to {ends_on}.")
    return (found(DEF_5_5, asked, on <= ends, span, made_on=made, ends_on=ends),)

"""42 § Sopimus kuntaan ohjaamisesta ja kotoutumisen edistämisestä."""

from datetime import date

from kotopolku.law.calendar import add_years
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_42 = rule(
    id="KOTOL-42",
    at=Provision(KOTOL, "42"),
    title=N_("The contract on placement is reviewed every four years"),
    text=N_(
        "The contract on referral to a municipality and integration is reviewed at least every four years."
    ),
    module=__name__,
)
NO_CONTRACT = N_("No contract on placement had been made by {on}.")
_YEARS = 4


@question(
    "placement_contract_review_latest",
    rules=(KOTOL_42,),
    reads=("programme.placement_contract_on",),
    type="date",
    meaning=N_("By which day must the contract on placement be reviewed?"),
)
def placement_contract_review_latest(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Four years from the contract, not rolled."""
    asked = "placement_contract_review_latest"
    made = facts.programme.placement_contract_on
    if made is None or made > on:
        return (found(KOTOL_42, asked, None, NO_CONTRACT, on=on),)
    latest = add_years(made, _YEARS)
    due = N_("The contract was made on {made_on}: it is reviewed by {latest}.")
    return (found(KOTOL_42, asked, latest, due, made_on=made, latest=latest),)

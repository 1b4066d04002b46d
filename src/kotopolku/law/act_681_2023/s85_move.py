"""85 § Kuntien välinen tiedonsaantioikeus: when a client moves to another municipality."""

from datetime import date

from kotopolku.law.act_681_2023.s05_definitions import plan_valid
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_85 = rule(
    id="KOTOL-85",
    at=Provision(KOTOL, "85"),
    title=N_("The new municipality is contacted with the client's consent"),
    text=N_(
        "When a municipality learns that a client with a valid plan moves to another municipality, it contacts that "
        "municipality if the client consents."
    ),
    module=__name__,
)


@question(
    "contact_new_municipality",
    rules=(KOTOL_85,),
    reads=("plan.made_on", "plan.first_made_on", "plan.ends_on", "move"),
    type="bool",
    meaning=N_("Must the new municipality be contacted?"),
)
def contact_new_municipality(facts: Facts, on: date) -> tuple[Finding, ...]:
    """A valid plan, a known move, and consent."""
    asked = "contact_new_municipality"
    moves = facts.move.to_other_municipality_on
    if moves is None:
        return (found(KOTOL_85, asked, False, N_("No move to another municipality is known.")),)
    if not plan_valid(facts, on):
        return (found(KOTOL_85, asked, False, N_("No plan is valid on {on}."), on=on),)
    if not facts.move.consent_to_contact:
        return (found(KOTOL_85, asked, False, N_("No consent to the contact is recorded.")),)
    yes = N_("A client with a valid plan moves on {moves_on} and consents to the contact.")
    return (found(KOTOL_85, asked, True, yes, moves_on=moves),)

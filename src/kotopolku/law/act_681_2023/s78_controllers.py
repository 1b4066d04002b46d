"""78 § Kotoutumisen valtakunnallisen tietovarannon rekisterinpitäjät."""

from datetime import date

from kotopolku.law.act_410_2015.contract_on_task import KUNTAL_54
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, V2_FROM, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_78 = rule(
    id="KOTOL-78",
    at=Provision(KOTOL, "78"),
    title=N_("The municipality is controller of its own clients' data"),
    text=N_(
        "Each municipality is controller of its own clients' data, jointly with a state centre: until the end of 2025 "
        "the KEHA Centre, from 2026 the Employment, Development and Administration Centre (TKH)."
    ),
    not_decided=N_("Which municipality is controller for a person without a municipality of residence."),
    module=__name__,
)


@question(
    "controller_municipality",
    rules=(KOTOL_78, KUNTAL_54),
    reads=("residence.municipality_of_residence.name",),
    type="text",
    meaning=N_("Which municipality is controller of the data?"),
)
def controller_municipality(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The home municipality, never the one whose staff does the work."""
    del on
    asked = "controller_municipality"
    name = facts.residence.municipality_of_residence.name
    if not name:
        none = N_("No municipality of residence is recorded.")
        return (missing_fact(KOTOL_78, asked, ("residence.municipality_of_residence.name",), none),)
    home = N_("The home municipality, {municipality}, is controller also when another one does the work.")
    return (found(KOTOL_78, asked, name, home, municipality=name),)


@question(
    "joint_controller",
    rules=(KOTOL_78,),
    reads=(),
    type="code",
    codes=("KEHA", "TKH"),
    meaning=N_("Which state centre is joint controller?"),
)
def joint_controller(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The KEHA Centre until the end of 2025, TKH from 2026 (721/2025)."""
    del facts
    centre = "KEHA" if on < V2_FROM else "TKH"
    state = N_("On {on} the joint controller on the state's side is {centre}.")
    return (found(KOTOL_78, "joint_controller", centre, state, on=on, centre=centre),)

"""10 § Ohjaus ja neuvonta: for every immigrant, whatever the reason or length of stay."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import KOTOL_2_2, finnish_citizen, valid_status
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_10_1 = rule(
    id="KOTOL-10-1",
    at=Provision(KOTOL, "10", 1),
    title=N_("Guidance and counselling for every immigrant"),
    text=N_(
        "The municipality gives guidance and counselling to every immigrant, whatever the reason for immigration or "
        "the length of stay. The answer tells whom the duty covers; a service point does not ask for it at the door."
    ),
    not_decided=N_(
        "A visitor on a short-stay visa is read not to be an immigrant; no service point turns anybody away."
    ),
    module=__name__,
)


@question(
    "guidance_section_10",
    rules=(KOTOL_10_1, KOTOL_2_2),
    reads=("person.citizenships", "residence.statuses", "residence.visa"),
    type="bool",
    meaning=N_("Does the duty to give guidance and counselling cover the person?"),
)
def guidance_section_10(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Everybody but a Finnish citizen and a visitor who has only a short-stay visa."""
    asked = "guidance_section_10"
    if finnish_citizen(facts):
        return (
            found(
                KOTOL_10_1, asked, False, N_("A Finnish citizen is not an immigrant in the sense of the Act.")
            ),
        )
    if facts.residence.visa == "short_stay" and valid_status(facts, on) is None:
        return (found(KOTOL_10_1, asked, False, N_("The person is a visitor with a short-stay visa only.")),)
    return (
        found(
            KOTOL_10_1,
            asked,
            True,
            N_("Guidance covers every immigrant, whatever the reason or length of stay."),
        ),
    )

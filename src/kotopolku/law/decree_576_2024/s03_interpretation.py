"""3 § Tulkkauksen käyttäminen: orientation through interpretation."""

from datetime import date

from kotopolku.law.decree_576_2024.s01_content import ACT
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

VNA576_3 = rule(
    id="VNA576-3",
    at=Provision(ACT, "3"),
    title=N_("When interpretation may be used"),
    text=N_(
        "Orientation may be given through interpretation when teaching in the client's language would be unreasonable: "
        "few participants, no trainer, a rare language or another justified reason."
    ),
    module=__name__,
)


@question(
    "orientation_interpretation_allowed",
    rules=(VNA576_3,),
    reads=("orientation.own_language_teaching_unreasonable_reason",),
    type="bool",
    meaning=N_("May the orientation be given through interpretation?"),
)
def orientation_interpretation_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """A reason is given why teaching in the client's language would be unreasonable."""
    del on
    asked = "orientation_interpretation_allowed"
    reason = facts.orientation.own_language_teaching_unreasonable_reason
    if reason is None or reason == "none":
        no = N_("No reason is recorded why teaching in the client's language would be unreasonable.")
        return (found(VNA576_3, asked, False, no),)
    yes = N_("Teaching in the client's language would be unreasonable: {reason}.")
    return (found(VNA576_3, asked, True, yes, reason=reason),)

"""4 § Lain soveltaminen lapseen: the child's opinion is found out."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import age_under
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_CHILD = rule(
    id="KOTOL-CHILD",
    at=Provision(KOTOL, "4"),
    title=N_("The wishes and opinion of a child are found out"),
    text=N_(
        "The wishes and opinion of a client under 18 are found out and heeded. They may be left unasked only if "
        "asking would endanger the child's health or development or is otherwise obviously unnecessary; the reason "
        "is recorded."
    ),
    module=__name__,
)
_LEGAL_REASONS = frozenset({"endangers_health_or_development", "obviously_unnecessary"})


@question(
    "child_opinion_compliant",
    rules=(KOTOL_CHILD,),
    reads=("person.birth_date", "assessment.child_opinion_found_out", "assessment.child_opinion_reason"),
    type="bool",
    meaning=N_("Has the child's opinion been found out as the Act demands?"),
)
def child_opinion_compliant(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Under 18: found out, or one of the two legal reasons recorded; not applicable from the 18th birthday."""
    asked = "child_opinion_compliant"
    child = age_under(facts, 18, on)
    if child is UNKNOWN:
        age = N_("Whether the person is under 18 is not known: the birth date is missing.")
        return (missing_fact(KOTOL_CHILD, asked, ("person.birth_date",), age),)
    if not child:
        return (found(KOTOL_CHILD, asked, None, N_("The person is not under 18 on {on}."), on=on),)
    if facts.assessment.child_opinion_found_out:
        return (found(KOTOL_CHILD, asked, True, N_("The child's wishes and opinion were found out.")),)
    if facts.assessment.child_opinion_reason in _LEGAL_REASONS:
        reason = N_("They were left unasked for the reason {reason}, which the Act allows.")
        return (found(KOTOL_CHILD, asked, True, reason, reason=facts.assessment.child_opinion_reason),)
    no = N_("The child's wishes and opinion were not found out, and no reason the Act allows is recorded.")
    return (found(KOTOL_CHILD, asked, False, no),)

"""16 § Kotoutumissuunnitelma: for whom a plan is drawn up."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import in_scope_on
from kotopolku.law.act_681_2023.s14_assessment import DUTY_READS, reached_late
from kotopolku.law.act_681_2023.s14_groups import group_findings
from kotopolku.law.act_681_2023.s14_window import KOTOL_14_0, inside
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Outcome, found, found_as, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_16 = rule(
    id="KOTOL-16",
    at=Provision(KOTOL, "16"),
    title=N_("A plan is drawn up when the assessment finds the need"),
    text=N_(
        "An integration plan is drawn up for a person of 14 § 1 mom. when an assessment has been made and a need of "
        "a plan was found. Without the need there is no plan, and the person is referred onward."
    ),
    not_decided=N_(
        "Whether a plan must be made for a victim of human trafficking reached only after the three years: here it may."
    ),
    module=__name__,
)
_ASKED = "plan_duty"
_NOT_MADE = N_("No assessment had been made by {on}.")
_NEED = "assessment.plan_need_found"


@question(
    "plan_duty",
    rules=(KOTOL_16, KOTOL_14_0),
    reads=(*DUTY_READS, "assessment.made_on", _NEED),
    type="code",
    codes=("must", "may", "none"),
    meaning=N_("Must an integration plan be drawn up?"),
)
def plan_duty(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Assessed, need found, and a person of 14 § 1 mom.; without the recorded need unknown."""
    made = facts.assessment.made_on
    entitled, missing = _entitled(facts, on)
    obstacle = _obstacle(facts, on, entitled=entitled)
    if made is None or obstacle is not None:
        reason = obstacle or _NOT_MADE
        return (found_as(Outcome.NOT_MET, KOTOL_16, _ASKED, "none", reason, on=on),)
    if facts.assessment.plan_need_found is None:
        unsaid = N_("The assessment was made on {made_on}; whether a plan is needed is not recorded.")
        return (missing_fact(KOTOL_16, _ASKED, (_NEED, *missing), unsaid, made_on=made),)
    if missing:
        open_ = N_("A plan is needed, but it is not known whether the person belongs to those of 14 § 1 mom.")
        return (missing_fact(KOTOL_16, _ASKED, missing, open_),)
    if entitled == "may":
        late = N_(
            "A plan is needed; the victim was reached only after the three years, so a plan may be made."
        )
        return (found(KOTOL_16, _ASKED, "may", late),)
    must = N_("The assessment made on {made_on} found that a plan is needed.")
    return (found(KOTOL_16, _ASKED, "must", must, made_on=made),)


def _obstacle(facts: Facts, on: date, *, entitled: str) -> str | None:
    """Why no plan is drawn up, as a sentence; None if nothing known speaks against it."""
    made = facts.assessment.made_on
    if made is None or made > on:
        return _NOT_MADE
    if not in_scope_on(facts, on):
        return N_("The Act does not apply to the person on {on}.")
    if facts.assessment.plan_need_found is False:
        return N_("The assessment found no need of a plan by {on}.")
    if entitled == "none":
        return N_("On {on} the person does not belong to those for whom a plan is drawn up.")
    return None


def _entitled(facts: Facts, on: date) -> tuple[str, tuple[str, ...]]:
    """What a found need would lead to, and the facts that are missing to know it."""
    if not inside(facts, on):
        late = reached_late(facts, on)
        if late is UNKNOWN:
            return "may", ("trafficking.first_reached_on",)
        return ("may" if late else "none"), ()
    parts = group_findings(facts, on)
    if any(part.value is True for part in parts):
        return "must", ()
    missing = tuple(dict.fromkeys([key for part in parts for key in part.missing]))
    return ("must" if missing else "none"), missing

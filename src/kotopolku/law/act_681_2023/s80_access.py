"""79–80 § Käyttöoikeudet: to whom the municipality grants access."""

from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_79 = rule(
    id="KOTOL-79",
    at=Provision(KOTOL, "79"),
    title=N_("Access as far as the task needs"),
    text=N_("Access is personal and limited in content, extent, powers and time to what the task needs."),
    module=__name__,
)
KOTOL_80 = rule(
    id="KOTOL-80",
    at=Provision(KOTOL, "80"),
    title=N_("To whom the municipality grants access"),
    text=N_(
        "The municipality grants access to its own staff, to the staff of a bought service, and to staff of the "
        "wellbeing services county who take part in an assessment, plan or review."
    ),
    module=__name__,
)
_BY_TASK = frozenset({"municipality", "bought_service_provider"})


@question(
    "municipality_grants_access",
    rules=(KOTOL_79, KOTOL_80),
    reads=("access",),
    type="bool",
    meaning=N_("May the municipality grant access to this employee?"),
)
def municipality_grants_access(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Own and bought staff by task, county staff by taking part, others never."""
    del on
    asked = "municipality_grants_access"
    access = facts.access
    employer = access.employer or "other"
    if employer in _BY_TASK:
        if access.task_under_act:
            task = N_("The employee of {employer} handles tasks of the Act or of the bought service.")
            return (found(KOTOL_79, asked, True, task, employer=employer),)
        no_task = N_("The employee of {employer} is not recorded to handle tasks of the Act.")
        return (found(KOTOL_79, asked, False, no_task, employer=employer),)
    if employer != "wellbeing_services_county":
        return (found(KOTOL_80, asked, False, N_("The municipality grants no access to staff of others.")),)
    part = access.participates_in or "none"
    county = N_("What the employee of the wellbeing services county takes part in: {part}.")
    return (found(KOTOL_80, asked, part != "none", county, part=part),)

"""19 § Kotoutumissuunnitelman sisältö."""

from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, Outcome, found, found_as
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_19_1 = rule(
    id="KOTOL-19-1",
    at=Provision(KOTOL, "19", 1),
    title=N_("The plan agrees how services are followed up"),
    text=N_("The plan agrees on services and on how they are followed up."),
    module=__name__,
)
KOTOL_19_2 = rule(
    id="KOTOL-19-2",
    at=Provision(KOTOL, "19", 2),
    title=N_("The plan contains services"),
    text=N_("The plan contains services of the integration programme or other integration services."),
    module=__name__,
)
KOTOL_19_3 = rule(
    id="KOTOL-19-3",
    at=Provision(KOTOL, "19", 3),
    title=N_("The plan gives reasons for its services"),
    text=N_("The plan gives reasons why the agreed services serve its goal."),
    module=__name__,
)
_RULES = (KOTOL_19_1, KOTOL_19_2, KOTOL_19_3)
_READS = ("plan.services", "plan.service_reasons", "plan.follow_up_agreed")


@question(
    "plan_missing_content",
    rules=_RULES,
    reads=_READS,
    type="list",
    codes=("services", "service_reasons", "follow_up"),
    meaning=N_("What does the plan lack?"),
)
def plan_missing_content(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Services, the reasons for them, and how they are followed up, as far as missing."""
    del on
    asked = "plan_missing_content"
    missing = _missing(facts)
    if missing:
        gap = N_("The plan lacks: {content}.")
        return (found_as(Outcome.NOT_MET, KOTOL_19_2, asked, missing, gap, content=missing),)
    full = N_("The plan has services, reasons for them and an agreed follow-up.")
    return (found(KOTOL_19_2, asked, missing, full),)


@question(
    "plan_content_ok",
    rules=_RULES,
    reads=_READS,
    type="bool",
    meaning=N_("Does the plan have the content the Act demands?"),
)
def plan_content_ok(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Nothing is missing."""
    parts = plan_missing_content(facts, on)
    ground = parts[0].grounds[0]
    return (
        found(KOTOL_19_2, "plan_content_ok", not _missing(facts), ground.message, **ground.params),
        *parts,
    )


def _missing(facts: Facts) -> tuple[str, ...]:
    plan = facts.plan
    there = (
        ("services", bool(plan.services)),
        ("service_reasons", bool((plan.service_reasons or "").strip())),
        ("follow_up", bool(plan.follow_up_agreed)),
    )
    return tuple([name for name, present in there if not present])

"""68 § Ihmiskaupan uhrille annetuista palveluista aiheutuvien kustannusten korvaaminen."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import KOTOL_2_2, finnish_citizen, in_scope_on
from kotopolku.law.act_681_2023.s14_groups import in_assistance_system
from kotopolku.law.act_681_2023.s59_reimbursement_start import KOTOL_59_2, start_for_person
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_68 = rule(
    id="KOTOL-68",
    at=Provision(KOTOL, "68"),
    title=N_("Costs due to being a victim of human trafficking"),
    text=N_(
        "Costs that arise because the person is a victim of human trafficking are reimbursed, also for a Finnish "
        "citizen. A decision of the state authority is needed."
    ),
    module=__name__,
)
_READS = (
    "trafficking.assistance_system_from",
    "trafficking.assistance_system_to",
    "person.citizenships",
    "residence.statuses",
)


@question(
    "trafficking_reimbursement_possible",
    rules=(KOTOL_68, KOTOL_2_2),
    reads=_READS,
    type="bool",
    meaning=N_("Can costs due to human trafficking be reimbursed?"),
)
def trafficking_reimbursement_possible(facts: Facts, on: date) -> tuple[Finding, ...]:
    """A victim on the day who is in scope or a Finnish citizen."""
    return (_possible(facts, on),)


@question(
    "trafficking_reimbursement_start",
    rules=(KOTOL_68, KOTOL_59_2),
    reads=(*_READS, "residence"),
    type="date",
    meaning=N_("From which day are costs due to human trafficking reimbursed?"),
)
def trafficking_reimbursement_start(facts: Facts, on: date) -> tuple[Finding, ...]:
    """From the assistance system for a Finnish citizen, from the start of 59 § for others."""
    asked = "trafficking_reimbursement_start"
    possible = _possible(facts, on)
    if not possible.value:
        ground = possible.grounds[0]
        return (found(KOTOL_68, asked, None, ground.message, **ground.params),)
    since = facts.trafficking.assistance_system_from
    if finnish_citizen(facts) and since is not None:
        citizen = N_("A Finnish citizen: from the first day in the assistance system, {since}.")
        return (found(KOTOL_68, asked, since, citizen, since=since), possible)
    start = start_for_person(facts, on)
    if start is None:
        return (
            found(KOTOL_59_2, asked, None, N_("The reimbursement had not started by {on}."), on=on),
            possible,
        )
    return (found(KOTOL_59_2, asked, start, N_("The start under 59 § is {start}."), start=start), possible)


def _possible(facts: Facts, on: date) -> Finding:
    asked = "trafficking_reimbursement_possible"
    if not in_assistance_system(facts, on):
        no = N_("The person is not in the assistance system for victims of human trafficking on {on}.")
        return found(KOTOL_68, asked, False, no, on=on)
    if finnish_citizen(facts):
        citizen = N_("The person is in the assistance system and a Finnish citizen.")
        return found(KOTOL_2_2, asked, True, citizen)
    if in_scope_on(facts, on):
        yes = N_("The person is in the assistance system, and the Act applies to the person.")
        return found(KOTOL_68, asked, True, yes)
    return found(KOTOL_68, asked, False, N_("The Act does not apply to the person on {on}."), on=on)

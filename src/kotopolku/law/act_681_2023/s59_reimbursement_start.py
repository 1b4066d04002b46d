"""59 § Valtion korvaus: from when the state reimburses the costs of a person."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import (
    act_4_conditions_met,
    g3_status,
    g4,
    g4_missing,
    registered_by,
)
from kotopolku.law.act_681_2023.s14_window import first_grant
from kotopolku.law.act_681_2023.s42_placement_contract import NO_CONTRACT
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Maybe, found, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_59_1 = rule(
    id="KOTOL-59-1",
    at=Provision(KOTOL, "59", 1),
    title=N_("Reimbursement needs a programme and a contract"),
    text=N_(
        "The state reimburses a municipality that has arranged an integration programme and made the contract of 42 §."
    ),
    module=__name__,
)
KOTOL_59_2 = rule(
    id="KOTOL-59-2",
    at=Provision(KOTOL, "59", 2),
    title=N_("Reimbursement starts with the first municipality of residence"),
    text=N_(
        "The reimbursement starts on the day a municipality of residence is registered for the first time."
    ),
    module=__name__,
)
KOTOL_59_3 = rule(
    id="KOTOL-59-3",
    at=Provision(KOTOL, "59", 3),
    title=N_("Reimbursement without a municipality of residence"),
    text=N_(
        "For a person who came without a permit and does not meet the conditions for a municipality of residence after "
        "getting one, the reimbursement starts with the first permit; with temporary protection only with the first "
        "municipality of residence."
    ),
    module=__name__,
)
START_READS = ("person.citizenships", "residence", "family.sponsor", "family.tie_formed_on")


def start_for_person(facts: Facts, on: date) -> date | None:
    """The start of 59 § 2–3 mom. by `on`, without the test of groups; None if it has not come."""
    residence = facts.residence
    conditions = residence.municipality_of_residence.act_4_conditions_met
    if conditions is False and not residence.permit_on_arrival and not _temporary_protection(facts, on):
        return first_grant(facts, on)
    return residence.municipality_of_residence.first_registered_on if registered_by(facts, on) else None


def reimbursed_group(facts: Facts, on: date) -> Maybe:
    """Whether the person belongs to 2 § 3 or 4 mom."""
    return True if g3_status(facts, on) is not None else g4(facts)


@question(
    "reimbursement_possible",
    rules=(KOTOL_59_1,),
    reads=("programme.arranged", "programme.placement_contract_on"),
    type="bool",
    meaning=N_("Can the municipality be reimbursed at all?"),
)
def reimbursement_possible(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The programme is arranged and the contract made."""
    asked = "reimbursement_possible"
    if not facts.programme.arranged:
        return (found(KOTOL_59_1, asked, False, N_("No integration programme is recorded to be arranged.")),)
    made = facts.programme.placement_contract_on
    if made is None or made > on:
        return (found(KOTOL_59_1, asked, False, NO_CONTRACT, on=on),)
    yes = N_("The programme is arranged and the contract was made on {made_on}.")
    return (found(KOTOL_59_1, asked, True, yes, made_on=made),)


@question(
    "reimbursement_start",
    rules=(KOTOL_59_2, KOTOL_59_3),
    reads=START_READS,
    type="date",
    meaning=N_("From which day is the municipality reimbursed for the person?"),
)
def reimbursement_start(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The first municipality of residence, or the first permit of a person who cannot have one."""
    return (start_finding(facts, on),)


def start_finding(facts: Facts, on: date) -> Finding:
    """The answer to `reimbursement_start`."""
    asked = "reimbursement_start"
    start = start_for_person(facts, on)
    if start is None:
        return found(KOTOL_59_2, asked, None, N_("The reimbursement had not started by {on}."), on=on)
    group = reimbursed_group(facts, on)
    if group is UNKNOWN:
        dates = N_(
            "Whether the family tie is older than the sponsor's arrival cannot be seen: a date is missing."
        )
        return missing_fact(KOTOL_59_2, asked, g4_missing(facts), dates)
    if not group:
        no = N_("The person belongs neither to 2 § 3 mom. nor to 2 § 4 mom.")
        return found(KOTOL_59_2, asked, None, no)
    if not act_4_conditions_met(facts, on) and start == first_grant(facts, on):
        permit = N_("The person cannot have a municipality of residence: the first permit of {start} counts.")
        return found(KOTOL_59_3, asked, start, permit, start=start)
    registered = N_("A municipality of residence was registered for the first time on {start}.")
    return found(KOTOL_59_2, asked, start, registered, start=start)


def _temporary_protection(facts: Facts, on: date) -> bool:
    return any(
        status.legal_basis == "temporary_protection_110" and status.valid_on(on)
        for status in facts.residence.statuses
    )

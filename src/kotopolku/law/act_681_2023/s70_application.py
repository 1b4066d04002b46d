"""70–71 § Korvausten maksaminen ja palautusvelvollisuus: by when to apply, and to recover."""

from datetime import date

from kotopolku.law.act_150_1930.calculation import MAL_5
from kotopolku.law.act_681_2023.s102_transition import KOTOL_102_1
from kotopolku.law.calendar import roll_forward
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_70 = rule(
    id="KOTOL-70",
    at=Provision(KOTOL, "70"),
    title=N_("Reimbursement is applied for within two years"),
    text=N_(
        "Reimbursement is applied for within two years from the end of the calendar year of the activity."
    ),
    module=__name__,
)
KOTOL_71 = rule(
    id="KOTOL-71",
    at=Provision(KOTOL, "71"),
    title=N_("Recovery is decided in the fifth calendar year at the latest"),
    text=N_(
        "A wrong payment is decided to be recovered at the latest in the fifth calendar year after the year paid for."
    ),
    module=__name__,
)
_READS = ("reimbursement.activity_year", "reimbursement.claim_basis")
_CURRENT = "kotol_chapter_8"
_OLD_ACT_LATEST = date(2026, 12, 31)


@question(
    "reimbursement_application_latest",
    rules=(KOTOL_70, KOTOL_102_1, MAL_5),
    reads=_READS,
    type="date",
    meaning=N_("By which day must the reimbursement be applied for?"),
)
def reimbursement_application_latest(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The end of the second year after the activity, rolled; the end of 2026 for claims of the old act."""
    del on
    return (_latest(facts),)


@question(
    "reimbursement_application_in_time",
    rules=(KOTOL_70, KOTOL_102_1),
    reads=(*_READS, "reimbursement.applied_on"),
    type="bool",
    meaning=N_("Was the reimbursement applied for in time?"),
)
def reimbursement_application_in_time(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The application arrived on the last day or before it."""
    del on
    asked = "reimbursement_application_in_time"
    applied = facts.reimbursement.applied_on
    if applied is None:
        return (found(KOTOL_70, asked, None, N_("No application has arrived.")),)
    part = _latest(facts)
    latest = part.value
    if not isinstance(latest, date):
        ground = part.grounds[0]
        return (missing_fact(KOTOL_70, asked, part.missing, ground.message, **ground.params),)
    base = KOTOL_70 if _current(facts) else KOTOL_102_1
    compared = N_("The application arrived on {applied_on}; the last day was {latest}.")
    return (found(base, asked, applied <= latest, compared, applied_on=applied, latest=latest), part)


@question(
    "recovery_decision_latest",
    rules=(KOTOL_71,),
    reads=("reimbursement.paid_for_year",),
    type="date",
    meaning=N_("By which day must a wrong payment be decided to be recovered?"),
)
def recovery_decision_latest(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The end of the fifth calendar year after the year paid for, not rolled."""
    del on
    asked = "recovery_decision_latest"
    year = facts.reimbursement.paid_for_year
    if year is None:
        none = N_("The year paid for is not recorded.")
        return (missing_fact(KOTOL_71, asked, ("reimbursement.paid_for_year",), none),)
    latest = date(year + 5, 12, 31)
    paid = N_("The payment was for the year {year}: recovery is decided by {latest}.")
    return (found(KOTOL_71, asked, latest, paid, year=str(year), latest=latest),)


def _current(facts: Facts) -> bool:
    return (facts.reimbursement.claim_basis or _CURRENT) == _CURRENT


def _latest(facts: Facts) -> Finding:
    asked = "reimbursement_application_latest"
    if not _current(facts):
        latest = roll_forward(_OLD_ACT_LATEST)
        old = N_("The claim is under act 1386/2010: it is applied for by {latest}.")
        return found(KOTOL_102_1, asked, latest, old, latest=latest)
    year = facts.reimbursement.activity_year
    if year is None:
        none = N_("The year of the activity is not recorded.")
        return missing_fact(KOTOL_70, asked, ("reimbursement.activity_year",), none)
    latest = roll_forward(date(year + 2, 12, 31))
    two = N_("The activity was in {year}: two years from its end are over on {latest}, a working day.")
    return found(KOTOL_70, asked, latest, two, year=str(year), latest=latest)

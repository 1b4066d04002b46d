"""3 § Lain soveltaminen työnhakijaan: who answers for the services of 12–32 a §."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import in_scope_on
from kotopolku.law.act_681_2023.s25_orientation import KOTOL_25_1
from kotopolku.law.facts import Facts, Period
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_3_1 = rule(
    id="KOTOL-3-1",
    at=Provision(KOTOL, "3", 1),
    title=N_("The employment authority answers for jobseekers"),
    text=N_(
        "For a person with a valid job search the tasks of 12–32 and 32 a § belong to the employment authority, "
        "employed or not. For everybody else they belong to the municipality."
    ),
    not_decided=N_("Which municipality answers for a person in scope who has no municipality of residence."),
    module=__name__,
)


def covering(periods: tuple[Period, ...], on: date) -> Period | None:
    """The period that covers `on`, or None."""
    for period in periods:
        if period.covers(on):
            return period
    return None


def jobseeker_on(facts: Facts, on: date) -> bool:
    """Työnhakija: whether the job search is valid on `on`."""
    return covering(facts.employment.jobseeker_periods, on) is not None


@question(
    "responsible_authority",
    rules=(KOTOL_3_1, KOTOL_25_1),
    reads=("employment.jobseeker_periods", "residence.statuses", "person.citizenships"),
    type="code",
    codes=("municipality", "employment_authority"),
    meaning=N_("Who answers for the services of 12–32 a §?"),
)
def responsible_authority(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The employment authority while job search is valid, otherwise the municipality; nobody out of scope."""
    asked = "responsible_authority"
    if not in_scope_on(facts, on):
        return (found(KOTOL_3_1, asked, None, N_("The Act does not apply to the person on {on}."), on=on),)
    search = covering(facts.employment.jobseeker_periods, on)
    if search is None:
        no = N_("Job search is not valid on {on}: the municipality answers.")
        return (found(KOTOL_3_1, asked, "municipality", no, on=on),)
    yes = N_("Job search has been valid since {since}: the employment authority answers.")
    return (found(KOTOL_3_1, asked, "employment_authority", yes, since=search.from_),)

"""1, 2 ja 4 § Laskennallinen korvaus: euros a person and year for municipality and wellbeing services county.

Åland is outside: the amounts are those of the other municipalities and counties.
"""

from dataclasses import dataclass
from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found, missing_fact
from kotopolku.law.provision import Act, Provision, Rule, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

ACT = Act(
    "872/2024",
    "VNA 872/2024",
    "Valtioneuvoston asetus kotoutumisen edistämiseen liittyvien kustannusten korvaamisesta valtion varoista",
)

VNA872_1 = rule(
    id="VNA872-1",
    at=Provision(ACT, "1"),
    title=N_("Imputed reimbursement to a municipality"),
    text=N_(
        "A municipality gets 2,741 euros a year for a person under 7 and 2,052 euros for an older one, and 7,741 euros "
        "more for the first year paid for a person as an adult."
    ),
    not_decided=N_("Which day of the year decides the age, and the share of a part of a year."),
    module=__name__,
)
VNA872_2 = rule(
    id="VNA872-2",
    at=Provision(ACT, "2"),
    title=N_("Imputed reimbursement to a wellbeing services county"),
    text=N_(
        "A wellbeing services county gets 948 euros a year for a person under 7 and 1,097 euros for an older one, and "
        "73 euros more for the first year paid for a person as an adult."
    ),
    module=__name__,
)
VNA872_4 = rule(
    id="VNA872-4",
    at=Provision(ACT, "4"),
    title=N_("Amounts for years before 2025"),
    text=N_(
        "For the costs of years before 2025 the former amounts are paid, without an addition for the first adult year."
    ),
    module=__name__,
)
_READS = ("reimbursement.age_in_year", "reimbursement.first_adult_year", "reimbursement.activity_year")
_FIRST_YEAR = 2025
_SCHOOL_AGE, _ADULT = 7, 18


@dataclass(frozen=True, slots=True)
class _Amounts:
    """Euros a year: under 7, 7 or over, and the addition for the first adult year."""

    under_7: int
    from_7: int
    first_adult_year: int


_MUNICIPALITY, _MUNICIPALITY_OLD = _Amounts(2741, 2052, 7741), _Amounts(2185, 1496, 0)
_COUNTY, _COUNTY_OLD = _Amounts(948, 1097, 73), _Amounts(115, 264, 0)


@question(
    "imputed_amount_municipality_eur",
    rules=(VNA872_1, VNA872_4),
    reads=_READS,
    type="number",
    meaning=N_("How many euros does the municipality get for the person for the year?"),
)
def imputed_amount_municipality_eur(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The amount of the decree by age and year."""
    asked = "imputed_amount_municipality_eur"
    if _year(facts, on) < _FIRST_YEAR:
        return (_amount(facts, on, base=VNA872_4, asked=asked, amounts=_MUNICIPALITY_OLD),)
    return (_amount(facts, on, base=VNA872_1, asked=asked, amounts=_MUNICIPALITY),)


@question(
    "imputed_amount_county_eur",
    rules=(VNA872_2, VNA872_4),
    reads=_READS,
    type="number",
    meaning=N_("How many euros does the wellbeing services county get for the person for the year?"),
)
def imputed_amount_county_eur(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The amount of the decree by age and year."""
    asked = "imputed_amount_county_eur"
    if _year(facts, on) < _FIRST_YEAR:
        return (_amount(facts, on, base=VNA872_4, asked=asked, amounts=_COUNTY_OLD),)
    return (_amount(facts, on, base=VNA872_2, asked=asked, amounts=_COUNTY),)


def _year(facts: Facts, on: date) -> int:
    return facts.reimbursement.activity_year or on.year


def _amount(facts: Facts, on: date, *, base: Rule, asked: str, amounts: _Amounts) -> Finding:
    age = facts.reimbursement.age_in_year
    if age is None:
        none = N_("The age used for the year is not recorded.")
        return missing_fact(base, asked, ("reimbursement.age_in_year",), none)
    euros = amounts.under_7 if age < _SCHOOL_AGE else amounts.from_7
    if age >= _ADULT and facts.reimbursement.first_adult_year:
        euros += amounts.first_adult_year
    paid = N_("{euros} euros for the year {year}, at the age of {age}.")
    return found(base, asked, euros, paid, euros=euros, year=str(_year(facts, on)), age=age)

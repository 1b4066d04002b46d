"""2 § Oppivelvollisuus: from the autumn of the year of turning 7 to 18 or an upper secondary qualification."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import registered_by
from kotopolku.law.calendar import add_years
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found, missing_fact
from kotopolku.law.provision import Act, Force, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

ACT = Act("1214/2020", "OpvL", "Oppivelvollisuuslaki")

OPVL_2 = rule(
    id="OPVL-2",
    at=Provision(ACT, "2"),
    title=N_("Who is under compulsory education"),
    text=N_(
        "A child with a municipality of residence is under compulsory education from the autumn of the year of turning "
        "7 until the 18th birthday or an upper secondary qualification. The autumn is read to begin on 1 August."
    ),
    force=Force(date(2021, 8, 1)),
    module=__name__,
)
READS = ("person.birth_date", "person.upper_secondary_qualification", "residence.municipality_of_residence")
_START_AGE, _END_AGE = 7, 18


@question(
    "under_compulsory_education",
    rules=(OPVL_2,),
    reads=READS,
    type="bool",
    meaning=N_("Is the person under compulsory education?"),
)
def under_compulsory_education(facts: Facts, on: date) -> tuple[Finding, ...]:
    """A municipality of residence, no upper secondary qualification, and the age."""
    return (compulsory(facts, on),)


def compulsory(facts: Facts, on: date) -> Finding:
    """The answer to `under_compulsory_education`."""
    asked = "under_compulsory_education"
    if not registered_by(facts, on):
        return found(
            OPVL_2, asked, False, N_("No municipality of residence had been registered by {on}."), on=on
        )
    if facts.person.upper_secondary_qualification:
        return found(OPVL_2, asked, False, N_("The person has an upper secondary qualification."))
    born = facts.person.birth_date
    if born is None:
        return missing_fact(OPVL_2, asked, ("person.birth_date",), N_("The birth date is not recorded."))
    first, end = date(born.year + _START_AGE, 8, 1), add_years(born, _END_AGE)
    span = N_("Compulsory education begins on {first} and ends on the 18th birthday, {end}.")
    return found(OPVL_2, asked, first <= on < end, span, first=first, end=end)

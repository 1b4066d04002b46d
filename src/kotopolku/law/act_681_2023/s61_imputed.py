"""61–62 § Laskennallinen korvaus: for how many years, and a child born in Finland."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import g4, g4_missing
from kotopolku.law.act_681_2023.s59_reimbursement_start import KOTOL_59_3, START_READS, start_finding
from kotopolku.law.act_681_2023.s102_transition import KOTOL_102_6
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, V1_FROM, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_61_3 = rule(
    id="KOTOL-61-3",
    at=Provision(KOTOL, "61", 3),
    title=N_("Imputed reimbursement lasts two years, for quota refugees three"),
    text=N_(
        "Imputed reimbursement is paid for two years from its start; for a quota refugee and the relatives of one for "
        "three."
    ),
    not_decided=N_("The last day and the share of a part of a year are not computed."),
    module=__name__,
)
KOTOL_61_4 = rule(
    id="KOTOL-61-4",
    at=Provision(KOTOL, "61", 4),
    title=N_("A child born in Finland (G5)"),
    text=N_(
        "For a child born in Finland to a parent of 2 § 3 or 4 mom. reimbursement is paid at most until the parent's "
        "own time ends."
    ),
    module=__name__,
)
_G5_READS = ("person.born_in_finland", "family.parent.groups")


def g5(facts: Facts) -> bool:
    """Whether the person was born in Finland to a parent of G3 or G4 (2 § 5 mom.)."""
    return bool(facts.person.born_in_finland and facts.family.parent.groups)


@question(
    "is_g5",
    rules=(KOTOL_61_4,),
    reads=_G5_READS,
    type="bool",
    meaning=N_("Is the person a child born in Finland to such a person (2 § 5 mom.)?"),
)
def is_g5(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Born in Finland, and a parent belongs to G3 or G4."""
    del on
    if g5(facts):
        yes = N_("The person was born in Finland, and a parent belongs to 2 § 3 or 4 mom.")
        return (found(KOTOL_61_4, "is_g5", True, yes),)
    no = N_("The person is not recorded as born in Finland to a parent of 2 § 3 or 4 mom.")
    return (found(KOTOL_61_4, "is_g5", False, no),)


@question(
    "reimbursement_years",
    rules=(KOTOL_61_3, KOTOL_102_6, KOTOL_59_3),
    reads=(*START_READS, "residence.quota_refugee", "family.sponsor.quota_refugee"),
    type="integer",
    meaning=N_("For how many years is the municipality reimbursed for the person?"),
)
def reimbursement_years(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Two or three years; three or four when the start was before 2025."""
    asked = "reimbursement_years"
    part = start_finding(facts, on)
    start, ground = part.value, part.grounds[0]
    if start is UNKNOWN:
        return (missing_fact(KOTOL_61_3, asked, part.missing, ground.message, **ground.params), part)
    if not isinstance(start, date):
        return (found(KOTOL_61_3, asked, None, ground.message, **ground.params), part)
    quota = bool(facts.residence.quota_refugee)
    if start < V1_FROM:
        before = N_("The reimbursement started on {start}, before the Act: it is paid for {years} years.")
        years = 4 if quota else 3
        return (found(KOTOL_102_6, asked, years, before, start=start, years=years), part)
    relative = bool(facts.family.sponsor.quota_refugee) and not quota
    family = g4(facts) if relative else False
    if family is UNKNOWN:
        dates = N_(
            "Whether the family tie is older than the sponsor's arrival cannot be seen: a date is missing."
        )
        return (missing_fact(KOTOL_61_3, asked, g4_missing(facts), dates), part)
    years = 3 if quota or family else 2
    paid = N_("The reimbursement started on {start}: it is paid for {years} years.")
    return (found(KOTOL_61_3, asked, years, paid, start=start, years=years), part)


@question(
    "reimbursement_until_at_most",
    rules=(KOTOL_61_4,),
    reads=(*_G5_READS, "family.parent.reimbursement_until"),
    type="date",
    meaning=N_("Until which day at most is the municipality reimbursed for the child?"),
)
def reimbursement_until_at_most(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The last day of the parent's own time, for a child born in Finland."""
    del on
    asked = "reimbursement_until_at_most"
    if not g5(facts):
        no = N_("The person is not recorded as born in Finland to a parent of 2 § 3 or 4 mom.")
        return (found(KOTOL_61_4, asked, None, no),)
    until = facts.family.parent.reimbursement_until
    if until is None:
        none = N_("The last day of the parent's own time is not recorded.")
        return (missing_fact(KOTOL_61_4, asked, ("family.parent.reimbursement_until",), none),)
    last = N_("The parent's own time ends on {until}.")
    return (found(KOTOL_61_4, asked, until, last, until=until),)

"""Kotoutumissuunnitelman kesto 1386/2010: three years from the signing of the first plan."""

from datetime import date

from kotopolku.law.calendar import add_years
from kotopolku.law.provision import V1_FROM, Act, Force, Provision, rule
from kotopolku.law.wording import N_

ACT = Act("1386/2010", "KotoL 2010", "Laki kotoutumisen edistämisestä")

KOTOL_2010_12 = rule(
    id="KOTOL2010-12",
    at=Provision(ACT, "12"),
    title=N_("The old maximum of a plan"),
    text=N_("Under the act of 2010 a plan lasts at most three years from the signing of the first plan."),
    not_decided=N_(
        "The extensions of the old act are not modelled; an answer that depends on them is left open."
    ),
    force=Force(date(2011, 9, 1), date(V1_FROM.year - 1, 12, 31)),
    module=__name__,
)
_YEARS = 3


def old_base_max_end(first_made_on: date) -> date:
    """The last day of the old maximum without extensions."""
    return add_years(first_made_on, _YEARS)

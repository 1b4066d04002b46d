"""26 § Tulkitseminen ja kääntäminen (6 § of the Integration Act refers here)."""

from datetime import date

from kotopolku.law.provision import Act, Force, Provision, rule
from kotopolku.law.wording import N_

ACT = Act("434/2003", "HL", "Hallintolaki")
FORCE = Force(date(2004, 1, 1))

HL_26_1 = rule(
    id="HL-26-1",
    at=Provision(ACT, "26", 1),
    title=N_("The authority arranges interpretation and pays for it"),
    text=N_(
        "In a matter that the authority may start itself, it arranges interpretation and translation for a party who "
        "does not know its language. Assessment and plan are read as such matters."
    ),
    force=FORCE,
    module=__name__,
)

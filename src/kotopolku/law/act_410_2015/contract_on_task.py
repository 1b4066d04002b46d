"""54 § Sopimus viranomaistehtävän hoitamisesta: a task handled by another municipality's official."""

from datetime import date

from kotopolku.law.provision import Act, Force, Provision, rule
from kotopolku.law.wording import N_

ACT = Act("410/2015", "KuntaL", "Kuntalaki")

KUNTAL_54 = rule(
    id="KUNTAL-54",
    at=Provision(ACT, "54"),
    title=N_("A task handled for another municipality stays that municipality's task"),
    text=N_(
        "Under a contract an official of another municipality may handle a statutory task. The home municipality stays "
        "responsible and the controller of the data."
    ),
    force=Force(date(2015, 5, 1)),
    module=__name__,
)

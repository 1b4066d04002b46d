"""25 § Monikielinen yhteiskuntaorientaatio: arranged for integration clients; its contents are in the decree, too."""

from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.wording import N_

KOTOL_25_1 = rule(
    id="KOTOL-25-1",
    at=Provision(KOTOL, "25", 1),
    title=N_("Civic orientation is arranged for integration clients"),
    text=N_(
        "The municipality, or for jobseekers the employment authority, arranges civic orientation for integration "
        "clients, as far as possible in their own or another well-known language."
    ),
    module=__name__,
)
KOTOL_25_2 = rule(
    id="KOTOL-25-2",
    at=Provision(KOTOL, "25", 2),
    title=N_("Contents of civic orientation"),
    text=N_(
        "Civic orientation covers at least living and working in Finland, how society works, and the rights and "
        "duties of the individual; the decree adds nine contents."
    ),
    module=__name__,
)

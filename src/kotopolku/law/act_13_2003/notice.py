"""19 § Muu sähköinen tiedoksianto: an electronic message with consent."""

from datetime import date

from kotopolku.law.provision import Act, Force, Provision, rule
from kotopolku.law.wording import N_

ACT = Act("13/2003", "L 13/2003", "Laki sähköisestä asioinnista viranomaistoiminnassa")

L13_19 = rule(
    id="L13-19",
    at=Provision(ACT, "19"),
    title=N_("An electronic message counts as received on the third day"),
    text=N_(
        "Notice by electronic message needs the party's consent. It counts as received on the third day after it was "
        "sent, unless another day is shown."
    ),
    force=Force(date(2003, 2, 1)),
    module=__name__,
)

"""2, 3 ja 5 §: the rules behind `law.calendar`, cited by every answer that is a counted day."""

from kotopolku.law.provision import Act, Force, Provision, rule
from kotopolku.law.wording import N_

ACT = Act("150/1930", "MäärL", "Laki säädettyjen määräaikain laskemisesta")
_FORCE = Force(None)

MAL_2 = rule(
    id="MAL-2",
    at=Provision(ACT, "2"),
    title=N_("Days are counted from the day after"),
    text=N_("When a time is given as days after a named day, the named day is not counted."),
    force=_FORCE,
    module=__name__,
)
MAL_3 = rule(
    id="MAL-3",
    at=Provision(ACT, "3"),
    title=N_("Months and years end on the day with the same number"),
    text=N_(
        "A time in weeks, months or years ends on the day that has the same name or number; when the month has no "
        "such day, on the last day of the month. The end is counted in one step from the start."
    ),
    force=_FORCE,
    module=__name__,
)
MAL_5 = rule(
    id="MAL-5",
    at=Provision(ACT, "5"),
    title=N_("A last day on a holiday moves to the next working day"),
    text=N_(
        "When the last day for an act before an authority is a Saturday, a Sunday, a church holiday, Independence "
        "Day, May Day, Christmas Eve or Midsummer Eve, the act may be done on the next working day. Times that are "
        "states, not acts before an authority, are not moved."
    ),
    force=_FORCE,
    module=__name__,
)

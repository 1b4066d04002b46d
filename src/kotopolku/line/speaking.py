"""Kuka puhuu mitäkin tänään: in which languages an adviser counsels, and which are counselled in at an office.

The week's roster says who is where. On a day for which nobody has kept it, everybody with a desk's duty counts who is
not away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kotopolku.accounts.models import StaffLanguage
from kotopolku.line import codes
from kotopolku.roster.access import at_desk
from kotopolku.roster.queries import at_work, away_on

EVERYBODY = frozenset({"fi", "fi-x-selko"})
"""Whoever advises in Finland counsels in Finnish, whether or not it was written down."""

type Speakers = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Who counsels in which language in the area on a day, and who of them is where (None: no roster is kept)."""

    known: Speakers
    where: Mapping[str, frozenset[int]] | None

    def at(self, office: str) -> Speakers:
        """Return the speakers by language at an office; of the whole area for what comes from afar."""
        if self.where is None:
            return self.known
        everywhere = frozenset[int]().union(*self.where.values())
        here = everywhere if office == codes.AFAR else self.where.get(office, frozenset())
        found = {language: ids & here for language, ids in self.known.items()}
        return {language: ids for language, ids in found.items() if ids}

    def languages_at(self, office: str) -> tuple[str, ...]:
        """Return the languages counselled in at an office, Finnish always."""
        return tuple(sorted({*self.at(office), *EVERYBODY}))

    def of(self, staff_id: int | None) -> frozenset[str]:
        """Return the languages that a worker counsels in, and Finnish; also where the roster does not have them."""
        return EVERYBODY | {language for language, ids in self.known.items() if staff_id in ids}


def speaking(area_id: str, *, on: date) -> Speaking:
    """Return who speaks what and is where on the day."""
    where = at_work(area_id, on=on)
    desk = at_desk(area_id, on=on).values("staff_id")
    rows = StaffLanguage.objects.filter(for_counsel=True, staff_id__in=desk)
    away = away_on(area_id, on=on) if where is None else frozenset()
    found: dict[str, set[int]] = {}
    for language, staff_id in rows.values_list("language", "staff_id"):
        if staff_id not in away:
            found.setdefault(language, set()).add(staff_id)
    return Speaking(known={language: frozenset(ids) for language, ids in found.items()}, where=where)

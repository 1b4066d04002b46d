"""Kuka sijaistaa ketä: who is away on a day and who stands in, as plain values."""

from dataclasses import dataclass
from datetime import date

from kotopolku.accounts.models import Absence


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceView:
    """Somebody's absence from the first day to the last, both included, and the colleague who stands in."""

    id: int
    staff_id: int
    staff: str
    stand_in_id: int
    stand_in: str
    first_day: date
    last_day: date

    def runs(self, on: date) -> bool:
        """Tell whether the day is one of the absence's."""
        return self.first_day <= on <= self.last_day


def absences(area_id: str, *, on: date) -> tuple[AbsenceView, ...]:
    """Return the area's absences that run on the day or are still to come, the earliest first."""
    found = Absence.objects.filter(area_id=area_id, last_day__gte=on, ended_by_name="")
    rows = found.select_related("staff", "stand_in").order_by("first_day", "pk")
    return tuple(
        AbsenceView(
            id=row.pk,
            staff_id=row.staff_id,
            staff=row.staff.name,
            stand_in_id=row.stand_in_id,
            stand_in=row.stand_in.name,
            first_day=row.first_day,
            last_day=row.last_day,
        )
        for row in rows
    )

"""Kuka puhuu mitäkin: in which languages an adviser counsels, and which of them are counselled in at all."""

from datetime import date

from django.db.models import QuerySet

from kotopolku.accounts.models import Duty, StaffLanguage
from kotopolku.accounts.periods import in_force
from kotopolku.audit.actor import Role

EVERYBODY = frozenset({"fi", "fi-x-selko"})
"""Whoever advises in Finland counsels in Finnish, whether or not it was written down."""

ADVISERS = (Role.OFFICER, Role.ADVISER, Role.COORDINATOR)


def at_desk(area_id: str, *, on: date) -> QuerySet[Duty]:
    """Return the duties under which somebody advises in the area on the day."""
    return Duty.objects.filter(in_force(on), area_id=area_id, role__in=ADVISERS, staff__is_active=True)


def speakers(area_id: str, *, on: date) -> dict[str, frozenset[int]]:
    """Return by language which workers with a desk's duty in the area counsel in it on the day."""
    desk = at_desk(area_id, on=on).values("staff_id")
    rows = StaffLanguage.objects.filter(for_counsel=True, staff_id__in=desk)
    found: dict[str, set[int]] = {}
    for language, staff_id in rows.values_list("language", "staff_id"):
        found.setdefault(language, set()).add(staff_id)
    return {language: frozenset(ids) for language, ids in found.items()}


def spoken_by(staff_id: int | None, known: dict[str, frozenset[int]]) -> frozenset[str]:
    """Return the languages of `speakers` that a worker counsels in, and Finnish."""
    return EVERYBODY | {language for language, ids in known.items() if staff_id in ids}

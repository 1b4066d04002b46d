"""Työntekijöiden kielitaito: which languages a worker speaks, reads and writes, and who speaks one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.models import Duty, Staff, StaffLanguage
from kotopolku.accounts.periods import in_force
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.languages.names import is_language


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLanguage:
    """A language a worker uses at work; `for_counsel` is false where it is enough for greeting only."""

    language: str
    speaks: bool = True
    reads: bool = False
    writes: bool = False
    for_counsel: bool = False


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, Role.ADMINISTRATOR)
def set_staff_languages(*, staff_id: int, languages: Iterable[KnownLanguage]) -> None:
    """Say all the languages of a worker: one's own, or of anybody with a duty in the area for those who keep duties.

    Raises Invalid for an unknown or doubled language or one without any skill, NotFound for another's worker.
    """
    now, wanted = acting(), tuple(languages)
    if now.actor.role not in {Role.COORDINATOR, Role.ADMINISTRATOR} and staff_id != now.actor.staff_id:
        raise NotFound(f"staff {staff_id}")
    if not Duty.objects.filter(in_force(now.on), staff_id=staff_id, area_id=now.actor.area_id).exists():
        raise NotFound(f"staff {staff_id}")
    for one in wanted:
        if not is_language(one.language):
            raise Invalid(field="language", message=_("Choose the language from the list."))
        if not (one.speaks or one.reads or one.writes):
            raise Invalid(field="language", message=_("Tick what the worker can do in the language."))
        if one.for_counsel and not one.speaks:
            raise Invalid(field="language", message=_("Counsel needs speaking. Tick also that."))
    if len({one.language for one in wanted}) < len(wanted):
        raise Invalid(field="language", message=_("A language is there twice. Give it once."))
    Staff.objects.select_for_update().get(pk=staff_id)
    StaffLanguage.objects.filter(staff_id=staff_id).delete()
    StaffLanguage.objects.bulk_create(
        StaffLanguage(
            staff_id=staff_id,
            language=one.language,
            speaks=one.speaks,
            reads=one.reads,
            writes=one.writes,
            for_counsel=one.for_counsel,
        )
        for one in wanted
    )


def languages_of(staff_ids: Collection[int]) -> dict[int, tuple[KnownLanguage, ...]]:
    """Return the languages of each of the workers, those for counsel first; a worker without any is left out."""
    found: dict[int, list[KnownLanguage]] = {}
    rows = StaffLanguage.objects.filter(staff_id__in=staff_ids).order_by("-for_counsel", "language")
    for row in rows:
        found.setdefault(row.staff_id, []).append(
            KnownLanguage(
                language=row.language,
                speaks=row.speaks,
                reads=row.reads,
                writes=row.writes,
                for_counsel=row.for_counsel,
            )
        )
    return {staff_id: tuple(known) for staff_id, known in found.items()}


def speakers_of(language: str, *, counsel: bool = True) -> frozenset[int]:
    """Return the ids of workers who speak the language, well enough for counsel unless `counsel` is false."""
    rows = StaffLanguage.objects.filter(language=language, speaks=True)
    return frozenset((rows.filter(for_counsel=True) if counsel else rows).values_list("staff_id", flat=True))

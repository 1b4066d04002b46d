"""The only doors to letters, notices and files: under the walls; times come from the database."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kotopolku.accounts.models import Absence
from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.errors import NotFound
from kotopolku.audit.log import looked, refuse
from kotopolku.letters.models import File, Notice


def own_notices() -> QuerySet[Notice]:
    """Return the notices of the acting member of staff and of those they stand in for; none for who is not staff."""
    return _notices(current_actor().staff_id or 0, on=acting().on)


def _notices(staff_id: int, *, on: date) -> QuerySet[Notice]:
    away = Absence.objects.filter(stand_in_id=staff_id, first_day__lte=on, last_day__gte=on).values(
        "staff_id"
    )
    return Notice.objects.filter(Q(staff_id=staff_id) | Q(staff_id__in=away))


def unread() -> QuerySet[Notice]:
    """Return one's own notices that have not been read."""
    return unread_by(current_actor().staff_id or 0, on=acting().on)


def unread_by(staff_id: int, *, on: date) -> QuerySet[Notice]:
    """Return the same for a member of staff and a day that are named."""
    return _notices(staff_id, on=on).filter(read_at__isnull=True)


def notice_for(notice_id: UUID) -> Notice:
    """Return the actor's own notice; raises NotFound, and logs the refusal, for another's."""
    found = own_notices().filter(pk=notice_id).first()
    if found is None:
        refuse(kind="look", subject="notice", subject_id=str(notice_id))
        raise NotFound
    return found


def file_for(file_id: UUID, *, to: str = "read") -> File:
    """Return the file; the look is logged. Raises NotFound, and logs the refusal, behind a wall."""
    found = File.objects.filter(pk=file_id).first()
    if found is None:
        refuse(kind="look" if to == "read" else "change", subject="file", subject_id=str(file_id))
        raise NotFound
    if to == "read":
        looked(subject="file", subject_id=str(found.pk), person=found.person_id)
    return found

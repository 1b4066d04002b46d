"""Printed one-time codes (tulostetut kertakoodit): a sheet an administrator gives to somebody without a work phone.

A code is on paper and nowhere else: the database keeps its keyed digest. A new sheet takes the former one's place.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import Now
from django.utils.crypto import salted_hmac

from kotopolku.accounts.models import PrintedCode, Staff
from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import NotFound

ON_A_SHEET = 20
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # no letter that looks like another
LENGTH = 8  # 31 ** 8: 8.5e11, and a lock-out after five guesses


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What can be known of a sheet: never its codes."""

    made_by: str
    made_at: datetime
    codes: int
    used: int
    last_used: datetime | None


def _digest(staff_id: int, code: str) -> str:
    return salted_hmac("printed code", f"{staff_id}:{code.upper()}", algorithm="sha256").hexdigest()


def _of_area(staff_id: int) -> Staff:
    """Return the person when the acting administrator's area has given them a duty."""
    found = Staff.objects.filter(pk=staff_id, duties__area_id=current_actor().area_id, is_active=True).first()
    if found is None:
        raise NotFound
    return found


@action(Role.ADMINISTRATOR, Role.PROVIDER_ADMINISTRATOR, Role.COORDINATOR, Role.OPERATOR)
def print_codes(*, staff_id: int) -> tuple[str, ...]:
    """Make a sheet of codes and return it, this once; a former sheet no longer works."""
    staff = _of_area(staff_id)
    _revoke(staff.pk)
    codes = tuple("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(ON_A_SHEET))
    sheet, made_by = uuid4(), current_actor().name
    PrintedCode.objects.bulk_create(
        [
            PrintedCode(staff=staff, sheet=sheet, digest=_digest(staff.pk, one), made_by=made_by)
            for one in codes
        ]
    )
    return codes


@action(Role.ADMINISTRATOR, Role.PROVIDER_ADMINISTRATOR, Role.COORDINATOR, Role.OPERATOR)
def revoke_codes(*, staff_id: int) -> None:
    """Make a sheet worthless: it was lost, or is no longer needed."""
    _revoke(_of_area(staff_id).pk)


def _revoke(staff_id: int) -> None:
    PrintedCode.objects.filter(staff_id=staff_id, revoked_at__isnull=True).update(revoked_at=Now())


def codes_left(staff_id: int) -> int:
    """Return how many codes of the person's sheet still work."""
    return _working(staff_id).count()


def use_printed_code(staff_id: int, code: str) -> bool:
    """Use up a code; False when there is no such code or it has been used. Two at once: one of them wins."""
    return _working(staff_id).filter(digest=_digest(staff_id, code)).update(used_at=Now()) == 1


def sheet_of(staff_id: int) -> Sheet | None:
    """Return the sheet a person has, without its codes; None when there is none that works."""
    found = PrintedCode.objects.filter(staff_id=staff_id, revoked_at__isnull=True).aggregate(
        codes=Count("pk"),
        used=Count("pk", filter=Q(used_at__isnull=False)),
        made_by=Min("made_by"),
        made_at=Min("made_at"),
        last_used=Max("used_at"),
    )
    return Sheet(**found) if found["codes"] else None


def _working(staff_id: int) -> QuerySet[PrintedCode]:
    return PrintedCode.objects.filter(staff_id=staff_id, used_at__isnull=True, revoked_at__isnull=True)

"""Printed one-time codes (tulostetut kertakoodit): a sheet an administrator gives to somebody without a work phone.

A code is on paper and nowhere else: the database keeps its keyed digest. A new sheet takes the former one's place.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils.crypto import salted_hmac

from kotopolku.accounts.models import Duty, PrintedCode, Staff
from kotopolku.accounts.rights import GRANTS
from kotopolku.audit.acting import acting, current_actor
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who works in the area, with the sheet they have."""

    staff_id: int
    name: str
    organisation: str
    sheet: Sheet | None


def _people_of_area() -> QuerySet[Staff]:
    """Return who has a duty in the acting administrator's area today or from a day to come.

    Codes open what a duty opens, so somebody with a duty that the actor may not grant is left out.
    """
    now = acting()
    held = Duty.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=now.on), area_id=now.actor.area_id, staff__isnull=False
    )
    beyond = held.exclude(role__in=GRANTS.get(now.actor.role, frozenset()))
    people = Staff.objects.filter(pk__in=held.values("staff_id"), is_active=True)
    return people.exclude(pk__in=beyond.values("staff_id"))


def holders() -> tuple[Holder, ...]:
    """Return everybody who works in the acting administrator's area, by name, with their sheets."""
    people = list(_people_of_area().order_by("name", "pk"))
    sheets: dict[int, Sheet] = {}
    for one in PrintedCode.objects.filter(staff__in=people, revoked_at__isnull=True).order_by("pk"):
        before = sheets.get(one.staff_id)
        used = [at for at in (before.last_used if before else None, one.used_at) if at]
        sheets[one.staff_id] = Sheet(
            made_by=one.made_by,
            made_at=one.made_at,
            codes=(before.codes if before else 0) + 1,
            used=(before.used if before else 0) + bool(one.used_at),
            last_used=max(used) if used else None,
        )
    where = dict(
        Duty.objects.filter(staff__in=people, area_id=acting().actor.area_id)
        .order_by("valid_from", "pk")
        .values_list("staff_id", "organisation__names")
    )
    return tuple(
        Holder(
            staff_id=one.pk,
            name=one.name,
            organisation=where[one.pk].pick("fi").text if one.pk in where else "",
            sheet=sheets.get(one.pk),
        )
        for one in people
    )


def person_of_area(staff_id: int) -> Staff:
    """Return the person when the acting administrator's area has given them a duty."""
    found = _people_of_area().filter(pk=staff_id).first()
    if found is None:
        raise NotFound
    return found


@action(Role.ADMINISTRATOR, Role.COORDINATOR)
def print_codes(*, staff_id: int) -> tuple[str, ...]:
    """Make a sheet of codes and return it, this once; a former sheet no longer works."""
    staff = person_of_area(staff_id)
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


@action(Role.ADMINISTRATOR, Role.COORDINATOR)
def revoke_codes(*, staff_id: int) -> None:
    """Make a sheet worthless: it was lost, or is no longer needed."""
    _revoke(person_of_area(staff_id).pk)


def _revoke(staff_id: int) -> None:
    PrintedCode.objects.filter(staff_id=staff_id, revoked_at__isnull=True).update(revoked_at=Now())


def codes_left(staff_id: int) -> int:
    """Return how many codes of the person's sheet still work."""
    return _working(staff_id).count()


def use_printed_code(staff_id: int, code: str) -> bool:
    """Use up a code; False when there is no such code or it has been used. Two at once: one of them wins."""
    return _working(staff_id).filter(digest=_digest(staff_id, code)).update(used_at=Now()) == 1


def _working(staff_id: int) -> QuerySet[PrintedCode]:
    return PrintedCode.objects.filter(staff_id=staff_id, used_at__isnull=True, revoked_at__isnull=True)

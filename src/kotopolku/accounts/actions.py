"""Set up organisations, areas, staff and duties; every act is logged."""

from collections.abc import Iterable
from datetime import date

from kotopolku.accounts import area_settings
from kotopolku.accounts.granting import (
    add_staff,
    confirm_duty,
    end_duty,
    first_password,
    grant_duty,
    stand_in,
)
from kotopolku.accounts.models import Area, Duty, DutyMunicipality, Membership, Organisation, Staff
from kotopolku.accounts.rights import USUAL_GROUPS
from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import ROOMS, Role
from kotopolku.audit.log import write
from kotopolku.languages.texts import Texts

__all__ = [
    "USUAL_GROUPS",
    "add_staff",
    "confirm_duty",
    "end_duty",
    "first_password",
    "grant_duty",
    "mark_demo",
    "note_sign_in",
    "save_area",
    "save_organisation",
    "set_area_settings",
    "set_own_settings",
    "stand_in",
]


@action(Role.OPERATOR, Role.COORDINATOR, Role.ADMINISTRATOR)
def save_organisation(
    *,
    code: str,
    kind: str,
    names: Texts,
    municipality_code: str | None = None,
    business_id: str | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
    successor: str | None = None,
) -> Organisation:
    """Create or change the organisation with this code (kind: Organisation.Kind)."""
    later = Organisation.objects.get(code=successor) if successor else None
    found, _ = Organisation.objects.update_or_create(
        code=code,
        defaults={
            "kind": kind,
            "names": names,
            "municipality_code": municipality_code,
            "business_id": business_id,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "successor": later,
        },
    )
    return found


@action(Role.OPERATOR, Role.COORDINATOR, Role.ADMINISTRATOR)
def save_area(
    *,
    area_id: str,
    names: Texts,
    host: str,
    municipalities: Iterable[str],
    employment_authority: str | None,
    county: str | None,
    on: date,
) -> Area:
    """Create or change an area; codes of organisations must exist. Members missing from the list leave on the day."""
    by_code = {found.code: found for found in Organisation.objects.all()}
    area, _ = Area.objects.update_or_create(
        pk=area_id,
        defaults={
            "names": names,
            "host": by_code[host],
            "employment_authority": by_code[employment_authority] if employment_authority else None,
            "county": by_code[county] if county else None,
        },
    )
    codes = list(municipalities)
    for position, code in enumerate(codes):
        Membership.objects.update_or_create(
            area=area, municipality=by_code[code], defaults={"position": position, "valid_to": None}
        )
    area.memberships.exclude(municipality__code__in=codes).filter(valid_to__isnull=True).update(valid_to=on)
    _keep_system_duty(area, on=on)
    return area


def _keep_system_duty(area: Area, *, on: date) -> None:
    duty, _ = Duty.objects.get_or_create(
        area=area,
        role=Role.SYSTEM,
        staff=None,
        defaults={
            "organisation": area.host,
            "groups": sorted(USUAL_GROUPS[Role.SYSTEM]),
            "purpose": "scheduled work",
            # Background work also replays days before the area was loaded (statistics, demo).
            "valid_from": date(2025, 1, 1),
            "granted_by": current_actor().name,
            "reason": "clocks and scheduled work of the area",
        },
    )
    for member in area.memberships.all():
        DutyMunicipality.objects.get_or_create(duty=duty, municipality_id=member.municipality_id)


@action(Role.OPERATOR, Role.COORDINATOR, Role.ADMINISTRATOR)
def set_area_settings(*, area_id: str, settings: area_settings.AreaSettings) -> None:
    """Keep the area's own targets (days)."""
    area_settings.read(area_settings.write(settings))
    Area.objects.filter(pk=area_id).update(settings=area_settings.write(settings))


@action(Role.OPERATOR)
def mark_demo(*, area_id: str) -> None:
    """Mark the database as a demo: only then do one-click roles exist."""
    Area.objects.filter(pk=area_id).update(is_demo=True)


@action(*ROOMS)
def set_own_settings(*, language: str, single_keys: bool) -> None:
    """Keep the acting staff member's language (fi, sv, en) and whether single-letter keys are on (WCAG 2.1.4)."""
    Staff.objects.filter(pk__in=[current_actor().staff_id]).update(language=language, single_keys=single_keys)


@action(Role.PUBLIC, *ROOMS)
def note_sign_in(*, username: str, staff_id: int | None, result: str) -> None:
    """Log a sign-in; a refused name is kept only when it is a real one.

    Result: done, refused, locked, no_duty, second_refused, second_locked, signed_out.
    """
    known = Staff.objects.filter(username=username.strip().lower()).exists()
    write(
        kind="sign_in",
        action="sign_in",
        subject="staff",
        subject_id=str(staff_id) if staff_id else (username.strip().lower() if known else "unknown"),
        result=result,
    )

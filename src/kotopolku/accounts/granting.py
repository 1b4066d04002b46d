"""Give somebody the right to work, say that it is still needed, and end it (käyttöoikeudet, KotoL 79–80 §).

Nobody grants to themselves, or more than `rights.GRANTS` and their own duty allow: a coordinator only for the
municipalities and groups of the own duty, an administrator for the own area.
"""

import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import count

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.models import Duty, DutyMunicipality, Membership, Organisation, Staff
from kotopolku.accounts.rights import OFFICIALS, PARTNERS, USUAL_GROUPS, WORKS_AT, may_grant
from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import SEE_CLIENTS, Group, Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.log import refuse

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GRANTERS = (Role.OPERATOR, Role.ADMINISTRATOR, Role.COORDINATOR)


@action(*GRANTERS)
def add_staff(
    *,
    username: str,
    name: str,
    password: str | None = None,
    email: str = "",
    language: str = "fi",
    to_be_changed: bool = False,
) -> Staff:
    """Create somebody who can sign in; user names are kept in small letters. Raises Invalid if taken.

    Without a password the person signs in by the organisation's own sign-in or by a printed code. One that is
    `to_be_changed` opens nothing but the page where its owner chooses their own.
    """
    staff = Staff(
        username=username.strip().lower(),
        name=name.strip(),
        email=email,
        language=language,
        password_is_first=to_be_changed,
    )
    if not staff.username or not staff.name:
        raise Invalid(field="name" if staff.username else "username", message=_("Write a name."))
    if password is None:
        staff.set_unusable_password()
    else:
        staff.set_password(password)
    try:
        with transaction.atomic():
            staff.save()
    except IntegrityError:
        raise Invalid(
            field="username", message=_("Somebody has this user name already. Choose another.")
        ) from None
    return staff


@action(*GRANTERS)
def grant_duty(
    *,
    staff_id: int,
    organisation: str,
    area_id: str,
    role: Role,
    municipalities: Iterable[str],
    purpose: str,
    valid_from: date,
    reason: str,
    valid_to: date | None = None,
    groups: Iterable[Group] | None = None,
    is_official: bool = False,
    limited_to: str = "",
) -> Duty:
    """Give a duty from–until (last day included) for the clients of the named municipalities (organisation codes).

    `groups` is what it may know beyond them; left out, the usual ones of the role (`USUAL_GROUPS`) that the granter
    may give. `is_official` is for a coordinator who is a public official; an officer always is one. Raises Invalid.
    """
    codes = list(dict.fromkeys(municipalities))
    _check_granter(staff_id=staff_id, area_id=area_id, role=role)
    _check_period(role, valid_from=valid_from, valid_to=valid_to)
    at = _workplace(organisation, role)
    if not purpose.strip() or not reason.strip():
        raise Invalid(
            field="reason" if purpose.strip() else "purpose",
            message=_("Write what the duty is for and why it is granted."),
        )
    if is_official and role not in OFFICIALS:
        raise Invalid(field="is_official", message=_("Only an officer or a coordinator can be an official."))
    duty = Duty.objects.create(
        staff_id=staff_id,
        organisation=at,
        area_id=area_id,
        role=role,
        groups=sorted(_groups(role, groups)),
        purpose=purpose.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
        granted_by=current_actor().name,
        reason=reason.strip(),
        is_official=is_official or role is Role.OFFICER,
        limited_to=limited_to.strip(),
    )
    DutyMunicipality.objects.bulk_create(
        DutyMunicipality(duty=duty, municipality=one) for one in _covered(codes, area_id=area_id, role=role)
    )
    return duty


def _check_granter(*, staff_id: int, area_id: str, role: Role) -> None:
    actor = current_actor()
    if actor.role is not Role.OPERATOR and actor.area_id != area_id:
        raise NotFound(area_id)
    if staff_id == actor.staff_id:
        refuse(kind="change", subject="duty_for_oneself", subject_id=str(staff_id))
        raise Invalid(
            field="staff", message=_("Nobody grants a duty to themselves. Ask another to grant it.")
        )
    if not may_grant(actor.role, role):
        refuse(kind="change", subject="duty_beyond_own", subject_id=str(staff_id))
        raise Invalid(
            field="role",
            message=_("Your own duty does not let you grant this one. Ask the administrator of the area."),
        )
    if not Staff.objects.filter(pk=staff_id).exists():
        raise NotFound("staff")


def _check_period(role: Role, *, valid_from: date, valid_to: date | None) -> None:
    if valid_to is None and role in PARTNERS:
        raise Invalid(
            field="valid_to",
            message=_("A partner has a duty only while taking part (80 §). Give the last day."),
        )
    if valid_to is not None and valid_to < valid_from:
        raise Invalid(field="valid_to", message=_("The last day is before the first. Check the days."))


def _workplace(code: str, role: Role) -> Organisation:
    at = Organisation.objects.filter(code=code).first()
    if at is None:
        raise Invalid(field="organisation", message=_("Choose the organisation from the list."))
    if role in WORKS_AT and at.kind not in WORKS_AT[role]:
        raise Invalid(
            field="organisation", message=_("Nobody has this role at such an organisation. Check the two.")
        )
    return at


def _groups(role: Role, wanted: Iterable[Group] | None) -> set[Group]:
    actor = current_actor()
    unbounded = actor.role is not Role.COORDINATOR
    usual = USUAL_GROUPS.get(role, frozenset())
    if wanted is None:
        return {one for one in usual if unbounded or one in actor.groups}
    groups = set(wanted)
    if not unbounded and not groups <= actor.groups:
        refuse(kind="change", subject="duty_beyond_own", subject_id="groups")
        raise Invalid(field="groups", message=_("You can give only what your own duty lets you know."))
    return groups


def _covered(codes: Sequence[str], *, area_id: str, role: Role) -> list[Organisation]:
    actor = current_actor()
    found = list(Organisation.objects.filter(code__in=codes, kind=Organisation.Kind.MUNICIPALITY))
    if len(found) != len(codes) or (not found and (role in SEE_CLIENTS or role is Role.CONTACT_PERSON)):
        raise Invalid(field="municipalities", message=_("Choose the municipalities from the list."))
    members = set(Membership.objects.filter(area_id=area_id).values_list("municipality_id", flat=True))
    allowed = set(actor.controllers) if actor.role is Role.COORDINATOR else members
    if actor.role is not Role.OPERATOR and not {one.pk for one in found} <= allowed:
        refuse(kind="change", subject="duty_beyond_own", subject_id="municipalities")
        raise Invalid(
            field="municipalities",
            message=_("Your own duty does not cover all of these municipalities. Choose among your own."),
        )
    return found


def _manageable(duty_id: int) -> Duty:
    """The duty, when the actor might have granted it; NotFound for others and for the system's own."""
    actor = current_actor()
    duty = Duty.objects.select_for_update().filter(pk=duty_id, staff__isnull=False).first()
    own_area = duty is not None and (actor.role is Role.OPERATOR or duty.area_id == actor.area_id)
    if duty is None or not own_area or not may_grant(actor.role, Role(duty.role)):
        refuse(kind="change", subject="duty", subject_id=str(duty_id))
        raise NotFound("duty")
    return duty


@action(*GRANTERS)
def end_duty(*, duty_id: int, reason: str, last_day: date | None = None) -> None:
    """End a duty before its time; without a last day at once. Raises Invalid, NotFound.

    What was done under it stays as it was; the duty only stops opening anything.
    """
    duty, now = _manageable(duty_id), acting()
    if not reason.strip():
        raise Invalid(field="end_reason", message=_("Write why the duty ends."))
    last = last_day or now.on - timedelta(days=1)
    if duty.valid_to is not None and duty.valid_to < (last_day or now.on):
        raise Invalid(field="last_day", message=_("The duty ends before that day already."))
    if last_day is not None and last_day < now.on:
        raise Invalid(field="last_day", message=_("Give today or a later day. Leave it empty to end it now."))
    duty.valid_to = last
    duty.ended_at, duty.ended_by, duty.end_reason = Now(), now.actor.name, reason.strip()
    duty.save(update_fields=["valid_to", "ended_at", "ended_by", "end_reason"])


@action(*GRANTERS)
def confirm_duty(*, duty_id: int) -> None:
    """Say that a duty has been looked at and is still needed: it leaves the review list. Raises NotFound."""
    duty, now = _manageable(duty_id), acting()
    duty.reviewed_on, duty.reviewed_by = now.on, now.actor.name
    duty.save(update_fields=["reviewed_on", "reviewed_by"])


@action(*GRANTERS)
def stand_in(
    *,
    staff_id: int | None = None,
    name: str = "",
    organisation: str,
    area_id: str,
    on: date,
    instead_of: str,
    limited_to: str,
) -> tuple[int, str, str]:
    """Give a substitute teacher (sijainen) a teacher's duty of one day, for one group; somebody new gets an account.

    Return (staff id, user name, first password: empty for somebody who has an account). Raises Invalid.
    """
    if not limited_to.strip():
        raise Invalid(field="limited_to", message=_("Write which group the substitute takes."))
    username, password = "", ""
    if staff_id is None:
        username, password = free_username(name), first_password()
        staff_id = add_staff(username=username, name=name, password=password, to_be_changed=True).pk
    else:
        username = Staff.objects.filter(pk=staff_id).values_list("username", flat=True).first() or ""
    grant_duty(
        staff_id=staff_id,
        organisation=organisation,
        area_id=area_id,
        role=Role.TEACHER,
        municipalities=[],
        purpose=str(_("teaching as a substitute")),
        valid_from=on,
        valid_to=on,
        reason=instead_of.strip() or str(_("substitute")),
        limited_to=limited_to,
    )
    return staff_id, username, password


def free_username(name: str) -> str:
    """Return a user name made of the name's words ("anna.aalto"), with a number where it is taken."""
    folded = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    base = ".".join("".join(filter(str.isalnum, word)) for word in folded.split()) or "sijainen"
    taken = set(Staff.objects.filter(username__startswith=base).values_list("username", flat=True))
    return next(
        one for number in count(1) if (one := base if number == 1 else f"{base}{number}") not in taken
    )


def first_password() -> str:
    """Return a password to be given on paper: four groups without letters that look like others."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))

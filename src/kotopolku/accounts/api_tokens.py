"""Keys of other systems (rajapinta-avaimet): issued and ended by the administrator, each for one duty and a time."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.models import ApiToken, Duty
from kotopolku.accounts.periods import in_force
from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import SEE_CLIENTS, Actor, Role
from kotopolku.audit.digests import digest_of
from kotopolku.audit.errors import Invalid, NotFound

MOST_DAYS = 366
READERS = SEE_CLIENTS - {Role.SYSTEM}
_MARK = "kotopolku_"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenView:
    """One key as the administrator sees it; the key itself is nowhere."""

    id: int
    name: str
    worker: str
    role: str
    valid_from: date
    valid_to: date
    ended_on: date | None
    last_used_on: date | None
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyChoice:
    """A duty a key can be made for."""

    id: int
    worker: str
    role: str
    organisation: str


def _duties(*, on: date) -> "list[Duty]":
    found = Duty.objects.filter(
        in_force(on),
        area_id=acting().actor.area_id,
        role__in=READERS,
        staff__is_active=True,
    )
    return list(found.select_related("staff", "organisation").order_by("staff__name", "pk"))


def duties_for_tokens(*, on: date) -> tuple[DutyChoice, ...]:
    """Return the duties of the acting administrator's area that see clients today."""
    return tuple(
        DutyChoice(
            id=one.pk,
            worker=one.staff.name if one.staff else "",
            role=one.role,
            organisation=one.organisation.names.pick("fi").text,
        )
        for one in _duties(on=on)
    )


def api_tokens() -> tuple[TokenView, ...]:
    """Return the keys of the acting administrator's area, the newest first."""
    found = ApiToken.objects.filter(duty__area_id=acting().actor.area_id).select_related("duty__staff")
    return tuple(
        TokenView(
            id=one.pk,
            name=one.name,
            worker=one.duty.staff.name if one.duty.staff else "",
            role=one.duty.role,
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            ended_on=one.ended_on,
            last_used_on=one.last_used_on,
            made_by=one.made_by,
        )
        for one in found.order_by("-pk")
    )


@action(Role.ADMINISTRATOR, Role.OPERATOR)
def issue_api_token(*, duty: int, name: str, valid_to: date) -> str:
    """Make a key for a duty of one's area, at most for a year, and return it: it cannot be shown again."""
    on = acting().on
    if not name.strip():
        raise Invalid(field="name", message=_("Write which system reads with the key."))
    if not on <= valid_to <= on + timedelta(days=MOST_DAYS):
        raise Invalid(field="valid_to", message=_("A key is valid for at most a year from today."))
    chosen = next((one for one in _duties(on=on) if one.pk == duty), None)
    if chosen is None:
        raise Invalid(field="duty", message=_("Choose a duty that is in force."))
    key = _MARK + secrets.token_urlsafe(32)
    made = ApiToken.objects.create(
        duty=chosen,
        name=name.strip()[:100],
        digest=digest_of(key),
        valid_from=on,
        valid_to=valid_to,
        made_by=acting().actor.name,
    )
    about("api_token", made.pk)
    return key


@action(Role.ADMINISTRATOR, Role.OPERATOR)
def end_api_token(*, token_id: int) -> None:
    """End a key at once. Raises NotFound outside one's area."""
    ended = ApiToken.objects.filter(
        pk=token_id, duty__area_id=acting().actor.area_id, ended_on__isnull=True
    ).update(ended_on=acting().on)
    if not ended:
        raise NotFound


def actor_of_token(key: str, *, on: date) -> Actor | None:
    """Return who acts by the key on the day: its duty, while key, duty and account are all in force."""
    found = ApiToken.objects.filter(
        digest=digest_of(key),
        ended_on__isnull=True,
        valid_from__lte=on,
        valid_to__gte=on,
        duty__staff__is_active=True,
        duty__role__in=READERS,
    ).select_related("duty")
    token = found.first()
    if token is None or token.duty.staff_id is None:
        return None
    if token.last_used_on != on:  # the day is enough: a write a call would serialise the callers
        ApiToken.objects.filter(pk=token.pk).update(last_used_on=on)
    return actor_for(token.duty.staff_id, on=on, duty_id=token.duty_id)

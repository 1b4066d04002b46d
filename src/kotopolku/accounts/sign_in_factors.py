"""Second factors of sign-in (toinen tunnistustekijä): what somebody has, and checking what they give.

The mathematics is django-allauth's. Ours is that a code of the phone works once (the step it belongs to is kept with
the secret, under a lock, so that two processes cannot both take it) and that sheets printed by an administrator count.
"""

from dataclasses import dataclass

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    validate_totp_code,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from django.db import transaction

from kotopolku.accounts.models import Staff
from kotopolku.accounts.sign_in_printed import codes_left, use_printed_code
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import ROOMS, Role

LONGEST_CODE = 20
ANYBODY_SIGNING_IN = (Role.PUBLIC, *ROOMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """A passkey by the name its owner gave it."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """What somebody can show besides a password."""

    totp: bool
    passkeys: tuple[Passkey, ...]
    recovery_left: int
    printed_left: int

    @property
    def enough(self) -> bool:
        """True when a second step can be asked for; recovery codes alone are what is left of a lost phone."""
        return bool(self.totp or self.passkeys or self.recovery_left or self.printed_left)

    @property
    def codes(self) -> bool:
        """True when a code can be typed."""
        return bool(self.totp or self.recovery_left or self.printed_left)


def factors_of(staff_id: int) -> Factors:
    """Return the second factors a person has."""
    found = list(Authenticator.objects.filter(user_id=staff_id).order_by("pk"))
    recovery = [one for one in found if one.type == Authenticator.Type.RECOVERY_CODES]
    return Factors(
        totp=any(one.type == Authenticator.Type.TOTP for one in found),
        passkeys=tuple(
            Passkey(id=one.pk, name=one.data["name"])
            for one in found
            if one.type == Authenticator.Type.WEBAUTHN
        ),
        recovery_left=len(recovery[0].wrap().get_unused_codes()) if recovery else 0,
        printed_left=codes_left(staff_id),
    )


def code_is_right(staff_id: int, code: str) -> str | None:
    """Return which kind of code this was (totp, recovery, printed), now used up; None for a wrong one."""
    typed = "".join(code.split()).replace("-", "")
    if not typed or len(typed) > LONGEST_CODE:
        return None
    if _totp(staff_id, typed):
        return "totp"
    recovery = Authenticator.objects.filter(user_id=staff_id, type=Authenticator.Type.RECOVERY_CODES).first()
    if recovery is not None and recovery.wrap().validate_code(typed):
        return "recovery"
    return "printed" if use_printed_code(staff_id, typed) else None


@transaction.atomic
def _totp(staff_id: int, code: str) -> bool:
    kept = (
        Authenticator.objects.select_for_update()
        .filter(user_id=staff_id, type=Authenticator.Type.TOTP)
        .first()
    )
    if kept is None:
        return False
    step = _step_of(decrypt(kept.data["secret"]), code)
    if step is None or step <= kept.data.get("step", 0):
        return False
    kept.data["step"] = step
    kept.save(update_fields=["data"])
    kept.record_usage()
    return True


def _step_of(secret: str, code: str) -> int | None:
    """Return the half minute a code of the phone belongs to, among those near now."""
    for step in yield_hotp_counters_from_time():
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, step))):
            return int(step)
    return None


def proves_secret(secret: str, code: str) -> bool:
    """True when the code comes from a phone that has just taken the secret."""
    return bool(validate_totp_code(secret, "".join(code.split())))


@action(*ANYBODY_SIGNING_IN)
def enrol_totp(*, staff: Staff, secret: str, code: str) -> None:
    """Keep the secret of a person's phone instead of a former one; the code that proved it is used up."""
    Authenticator.objects.filter(user_id=staff.pk, type=Authenticator.Type.TOTP).delete()
    kept = TOTP.activate(staff, secret).instance
    kept.data["step"] = _step_of(secret, "".join(code.split())) or 0
    kept.save(update_fields=["data"])


@action(*ANYBODY_SIGNING_IN)
def new_recovery_codes(*, staff: Staff) -> tuple[str, ...]:
    """Make ten codes for the day the phone is lost; former ones no longer work."""
    Authenticator.objects.filter(user_id=staff.pk, type=Authenticator.Type.RECOVERY_CODES).delete()
    return tuple(RecoveryCodes.activate(staff).generate_codes())


@action(*ROOMS)
def remove_passkey(*, passkey_id: int) -> None:
    """Forget one of the acting person's own passkeys."""
    Authenticator.objects.filter(
        pk=passkey_id, user_id=acting().actor.staff_id, type=Authenticator.Type.WEBAUTHN
    ).delete()

"""Passwords of staff: one's own choice, and the help of an administrator when the way in is lost.

A first password was written down by somebody else, so it opens only the page where its owner chooses another.
"""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.granting import first_password
from kotopolku.accounts.models import Staff
from kotopolku.accounts.sign_in_factors import ANYBODY_SIGNING_IN, Factors, factors_of
from kotopolku.accounts.sign_in_oidc import PROVIDER, connect_subject
from kotopolku.accounts.sign_in_printed import person_of_area, revoke_codes
from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid


@action(*ANYBODY_SIGNING_IN)
def choose_password(*, staff: Staff, password: str) -> None:
    """Let somebody who has proved who they are choose a password of their own. Raises Invalid."""
    about("staff", staff.pk)
    if staff.has_usable_password() and check_password(password, staff.password):
        raise Invalid(field="password", message=_("This is the password you have now. Choose another."))
    try:
        validate_password(password, user=staff)
    except ValidationError as fault:
        raise Invalid(field="password", message=" ".join(fault.messages)) from None
    staff.set_password(password)
    staff.password_is_first = False
    staff.save(update_fields=["password", "password_is_first"])


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysIn:
    """How a person of the area can sign in, as its administrator may know it."""

    staff_id: int
    name: str
    username: str
    has_password: bool
    password_is_first: bool
    subject: str
    factors: Factors


def ways_in(staff_id: int) -> WaysIn:
    """Return how somebody of the acting administrator's area signs in. Raises NotFound."""
    staff = person_of_area(staff_id)
    known = SocialAccount.objects.filter(provider=PROVIDER, user=staff).first()
    return WaysIn(
        staff_id=staff.pk,
        name=staff.name,
        username=staff.username,
        has_password=staff.has_usable_password(),
        password_is_first=staff.password_is_first,
        subject=known.uid if known else "",
        factors=factors_of(staff.pk),
    )


@action(Role.ADMINISTRATOR)
def set_subject(*, staff_id: int, subject: str) -> None:
    """Connect somebody to the name the organisation's own sign-in has for them; "" takes it away. Raises Invalid."""
    staff, subject = person_of_area(staff_id), subject.strip()
    _not_oneself(staff)
    others = SocialAccount.objects.filter(provider=PROVIDER, uid=subject).exclude(user=staff)
    if subject and others.exists():
        raise Invalid(
            field="subject", message=_("Somebody else is connected to this identifier. Check whose it is.")
        )
    if subject:
        connect_subject(staff_id=staff.pk, subject=subject)
    else:
        SocialAccount.objects.filter(provider=PROVIDER, user=staff).delete()


@action(Role.ADMINISTRATOR)
def reset_sign_in(*, staff_id: int) -> str:
    """Let somebody who lost phone or password begin anew; return a first password to be given in person.

    Phone, passkeys, recovery codes and the printed sheet no longer work, and every open session ends: whoever found
    the phone is out too. The password changes with them, since it alone leads to taking a new phone into use.
    """
    staff = person_of_area(staff_id)
    _not_oneself(staff)
    Authenticator.objects.filter(user=staff).delete()
    revoke_codes(staff_id=staff.pk)
    for one in UserSession.objects.filter(user=staff):
        one.end()
    password = first_password()
    staff.set_password(password)
    staff.password_is_first = True
    staff.save(update_fields=["password", "password_is_first"])
    return password


def _not_oneself(staff: Staff) -> None:
    if staff.pk == current_actor().staff_id:
        raise Invalid(
            field="staff", message=_("Change your own sign-in on its own page, or ask another administrator.")
        )

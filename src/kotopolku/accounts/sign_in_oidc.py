"""Sign-in by the organisation's own OpenID Connect (henkilöstön kertakirjautuminen): who of our staff it is.

It never makes an account. Somebody is known by the subject connected to them; the first time, by an e-mail address
that the provider has verified and an administrator has given to exactly one person here. From then on the address
means nothing: it may be given to somebody else.
"""

from collections.abc import Mapping
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.conf import settings

from kotopolku.accounts.models import Staff
from kotopolku.audit.action import action
from kotopolku.audit.actor import ROOMS, Role

PROVIDER = "staff"


def staff_by_claims(*, subject: str, claims: Mapping[str, Any]) -> Staff | None:
    """Return whose claims these are; None when nobody here has been connected to them, nor can be."""
    known = SocialAccount.objects.filter(provider=PROVIDER, uid=subject).select_related("user").first()
    if known is not None:
        return known.user if known.user.is_active else None
    email = str(claims.get("email") or "")
    if not email or claims.get("email_verified") is not True:
        return None
    found = list(Staff.objects.filter(email__iexact=email, is_active=True)[:2])
    if len(found) != 1 or SocialAccount.objects.filter(provider=PROVIDER, user=found[0]).exists():
        return None
    connect_subject(staff_id=found[0].pk, subject=subject)
    return found[0]


@action(Role.PUBLIC, *ROOMS, Role.OPERATOR)
def connect_subject(*, staff_id: int, subject: str) -> None:
    """Connect a person to the provider's name for them, instead of a former one."""
    SocialAccount.objects.filter(provider=PROVIDER, user_id=staff_id).delete()
    SocialAccount.objects.create(provider=PROVIDER, user_id=staff_id, uid=subject, extra_data={})


def is_connected(staff_id: int) -> bool:
    """True when the person has signed in by OpenID Connect before."""
    return bool(SocialAccount.objects.filter(provider=PROVIDER, user_id=staff_id).exists())


def proves_two_factors(claims: Mapping[str, Any]) -> bool:
    """True when the provider says that it saw two factors, or the area has set that it always asks for them."""
    methods = claims.get("amr")
    return bool(
        settings.OIDC_MFA
        or (isinstance(methods, list) and "mfa" in methods)
        or claims.get("acr") in settings.OIDC_ACR
    )

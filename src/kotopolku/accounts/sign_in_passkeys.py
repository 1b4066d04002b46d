"""Passkeys (todennusavaimet): the browser's and the key's part is WebAuthn, checked by django-allauth and fido2."""

import json
from collections.abc import Mapping
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature
from django.core.exceptions import ValidationError

from kotopolku.accounts.models import Staff
from kotopolku.audit.action import action
from kotopolku.audit.actor import ROOMS

# Whatever a browser sends that is no answer of a key ends in one of these.
NOT_AN_ANSWER = (ValidationError, InvalidSignature, ValueError, TypeError, KeyError, AttributeError)
LONGEST = 20_000


def creation_options(staff: Staff) -> str:
    """Return what the browser needs to make a passkey, as JSON; the challenge is kept in the session."""
    return _as_json(auth.begin_registration(staff, passwordless=False))


def request_options(staff: Staff) -> str:
    """Return what the browser needs to ask a passkey of the person, as JSON; the challenge is kept in the session."""
    return _as_json(auth.begin_authentication(staff))


def _as_json(options: Mapping[str, Any]) -> str:
    return json.dumps(options["publicKey"], default=dict)


def _parsed(text: str) -> dict[str, Any] | None:
    if len(text) > LONGEST:
        return None
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def add_passkey(staff: Staff, *, name: str, answer: str) -> bool:
    """Keep the passkey the browser has made; False when the answer is not one to the challenge."""
    credential = _parsed(answer)
    if credential is None:
        return False
    try:
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except NOT_AN_ANSWER:
        return False
    keep_passkey(staff=staff, name=name, credential=credential)
    return True


@action(*ROOMS)
def keep_passkey(*, staff: Staff, name: str, credential: dict[str, Any]) -> None:
    """Keep a passkey that has just proved itself."""
    auth.WebAuthn.add(staff, name, credential)


def passkey_is_right(staff: Staff, answer: str) -> bool:
    """True when one of the person's passkeys answered the challenge of this session."""
    credential = _parsed(answer)
    if credential is None:
        return False
    try:
        auth.parse_authentication_response(credential)
        used: Authenticator = auth.complete_authentication(staff, credential)
    except NOT_AN_ANSWER:
        return False
    used.record_usage()
    return True

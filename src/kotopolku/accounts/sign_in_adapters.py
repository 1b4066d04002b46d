"""What django-allauth asks its host: how secrets of second factors are kept, and what a person is called there."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.encoding import force_str


def _box() -> MultiFernet:
    keys = [force_str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet(
        [
            Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"second factors:" + key.encode()).digest()))
            for key in keys
        ]
    )


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are encrypted with the program's key, so that a copy of the database alone signs nobody in."""

    def encrypt(self, text: str) -> str:
        """Return the text as it is kept."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text as it was."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def _get_user_identifier(self, user: AbstractBaseUser) -> str:
        return str(user.get_username())

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, object]:
        """Return what the browser shows beside a passkey: the user name, no e-mail address."""
        return {"id": str(user.pk).encode(), "display_name": user.get_username(), "name": user.get_username()}

"""Lapun koodi: eight letters on the visitor's slip, kept as a keyed digest for 90 days and then erased."""

import secrets

from django.utils.crypto import salted_hmac

# No letters or figures that are mistaken for one another when read aloud or from paper.
LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679"
LENGTH = 8


def new_code() -> str:
    """Return a code nobody can guess, in two groups of four."""
    letters = "".join(secrets.choice(LETTERS) for _one in range(LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def digest(code: str) -> bytes:
    """Return what is kept of a code; spaces, hyphens and small letters make no difference."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac("kotopolku.advice.slip", plain, algorithm="sha256").digest()

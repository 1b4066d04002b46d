"""What is kept of a secret that opens something: never the secret itself."""

import hashlib


def digest_of(secret: str) -> str:
    """Return what is kept of a link's or key's secret part; it is random and long, so nothing slower is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()

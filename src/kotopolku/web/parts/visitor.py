"""Somebody without a duty here for whom the identity provider has vouched: only their address is kept, for a while.

The provider's page leads back to an address under `LINKS`, which alone asks for it.
"""

from collections.abc import Mapping, MutableMapping
from typing import Any

LINKS = "/link/"
_VISITOR, _SECONDS = "visitor", 10 * 60


def keep_visitor(session: MutableMapping[str, Any], claims: Mapping[str, Any], *, now: float) -> bool:
    """Keep the address the provider has verified; False where it has verified none."""
    email = str(claims.get("email") or "")
    if not email or claims.get("email_verified") is not True:
        return False
    session[_VISITOR] = {"email": email, "at": now}
    return True


def visitor_email(session: MutableMapping[str, Any], *, now: float) -> str:
    """Return the address vouched for within ten minutes, or ""."""
    kept = session.get(_VISITOR)
    return str(kept["email"]) if kept and now - kept["at"] <= _SECONDS else ""

"""Lock-out after wrong guesses: five within a quarter of an hour, per user name and address.

django-axes counts, in the database, so that all processes count together and a restart forgets nothing. It is given
a keyed digest instead of what was typed: an unknown name is counted as a known one is (no oracle), and a password
typed into the wrong field is kept nowhere. The second step is counted per person alone: who guesses there already
knows the password, and may come from many addresses.
"""

from datetime import datetime

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SECOND = "2:"


def counted_by(request: HttpRequest, credentials: dict[str, str] | None) -> list[str | list[str]]:
    """Tell axes what belongs together: name and address, or in the second step the person alone."""
    second = (credentials or {}).get("username", "").startswith(SECOND)
    return ["username"] if second else [["username", "ip_address"]]


def name_key(username: str) -> str:
    """Return the key under which guesses of a user name's password are counted."""
    return "1:" + salted_hmac("sign-in name", username.strip().lower(), algorithm="sha256").hexdigest()


def second_key(staff_id: int) -> str:
    """Return the key under which guesses of a person's second factor are counted."""
    return f"{SECOND}{staff_id}"


def locked_until(address: str, key: str) -> datetime | None:
    """Return when somebody who guessed too often may try again; None while they may try."""
    asked = _asked(address)
    if AxesProxyHandler.is_allowed(asked, {"username": key}):
        return None
    found = AccessAttempt.objects.filter(username=key)
    if not key.startswith(SECOND):
        found = found.filter(ip_address=address)
    last: datetime | None = found.aggregate(last=Max("attempt_time"))["last"]
    return last + settings.AXES_COOLOFF_TIME if last else None


def guessed_wrong(address: str, key: str) -> datetime | None:
    """Count a wrong guess; return until when its maker must now wait, if they must."""
    AxesProxyHandler.user_login_failed(
        sender="sign-in", credentials={"username": key}, request=_asked(address)
    )
    return locked_until(address, key)


def guessed_right(address: str, key: str) -> None:
    """Forget the wrong guesses before a right one."""
    if key.startswith(SECOND):
        AxesProxyHandler.reset_attempts(username=key)
    else:
        AxesProxyHandler.reset_attempts(username=key, ip_address=address)


def _asked(address: str) -> HttpRequest:
    """Return the little of a request that axes may know and keep: the address."""
    request = HttpRequest()
    request.method = "POST"
    request.META["REMOTE_ADDR"] = address
    return request

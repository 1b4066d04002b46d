"""Password sign-in for staff. A second factor and OpenID Connect stand in front of it where the area has them."""

from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest

from kotopolku.accounts.models import Staff

__all__ = ["PasswordBackend", "Staff"]


class PasswordBackend:
    """Django's sign-in backend without its permissions: rights come from duties."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any
    ) -> Staff | None:
        """Return the person whose user name and password match, else None in the same time."""
        if not username or password is None:
            return None
        staff = Staff.objects.filter(username=username.strip().lower()).first()
        if staff is None:
            make_password(password)  # an unknown name must take as long as a wrong password
            return None
        return staff if check_password(password, staff.password) and staff.is_active else None

    def get_user(self, user_id: int) -> Staff | None:
        """Return the signed-in person while the account is active."""
        return Staff.objects.filter(pk=user_id, is_active=True).first()

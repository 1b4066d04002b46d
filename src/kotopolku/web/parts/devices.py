"""Who acts on the pages of kiosks and wall screens: the device, whoever is signed in on the same browser."""

from django.http import HttpRequest, HttpResponse

from kotopolku.accounts.sign_in_devices import device_of
from kotopolku.audit.actor import ANYBODY, Actor

DEVICE_COOKIE = "kotopolku_device"
DEVICE_DAYS = 400  # the longest a browser keeps a cookie; set again on every visit of a paired device


def actor_of(request: HttpRequest) -> Actor:
    """Return the paired device as the public in its area, and keep it as `request.device`; else anybody."""
    token = request.COOKIES.get(DEVICE_COOKIE, "")
    device = device_of(token) if token else None
    request.device = device  # type: ignore[attr-defined]
    return device.actor if device else ANYBODY


def keep_token(response: HttpResponse, token: str, *, secure: bool) -> None:
    """Let the browser be the device of this token."""
    response.set_cookie(
        DEVICE_COOKIE,
        token,
        max_age=DEVICE_DAYS * 24 * 60 * 60,
        httponly=True,
        samesite="Strict",
        secure=secure,
        path="/device/",
    )

"""`/device/` on a kiosk or a wall screen: six digits until an administrator has paired it, then where it belongs."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.sign_in_devices import TooManyWait, ask_for_pairing, code_of, is_waiting
from kotopolku.web.parts.devices import DEVICE_COOKIE, keep_token
from kotopolku.web.parts.requests import PageRequest

KINDS = ("kiosk", "wall")
LOOK_AGAIN = 10  # seconds


@require_http_methods(["GET", "POST"])
def device(request: PageRequest) -> HttpResponse:
    """Show the state of this device; POST with its kind asks for pairing."""
    token = request.COOKIES.get(DEVICE_COOKIE, "")
    paired = getattr(request, "device", None)
    if request.method == "POST" and not paired:
        return _ask(request)
    context = {"title": _("This device"), "paired": paired}
    if paired:
        context["where"] = paired.area.pick(request.language.code).text
        answer = render(request, "sign_in/device/page.html", context)
        keep_token(answer, token, secure=request.is_secure())
        return answer
    if token and is_waiting(token):
        code = code_of(token)
        answer = render(request, "sign_in/device/page.html", context | {"code": f"{code[:3]} {code[3:]}"})
        answer["Refresh"] = str(LOOK_AGAIN)
        return answer
    return render(request, "sign_in/device/page.html", context)


def _ask(request: PageRequest) -> HttpResponse:
    kind = request.POST.get("kind", "")
    if kind not in KINDS:
        return render(request, "sign_in/device/page.html", {"title": _("This device")}, status=422)
    try:
        token = ask_for_pairing(kind=kind)
    except TooManyWait:
        return render(
            request, "sign_in/device/page.html", {"title": _("This device"), "too_many": True}, status=429
        )
    answer = redirect("device")
    keep_token(answer, token, secure=request.is_secure())
    return answer

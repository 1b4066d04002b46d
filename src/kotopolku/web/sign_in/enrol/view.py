"""Take a phone into use: scan the square or type the secret, prove it by a code, keep the recovery codes.

Who signs in for the first time comes here and nowhere else.
"""

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import clear_totp_secret, get_totp_secret
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.sign_in import Staff
from kotopolku.accounts.sign_in_factors import enrol_totp, factors_of, new_recovery_codes, proves_secret
from kotopolku.letters.actions import tell_sign_in_changed
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.sign_in.entering import enter, pending
from kotopolku.web.sign_in.second.form import CodeForm


@require_http_methods(["GET", "POST"])
def enrol(request: PageRequest) -> HttpResponse:
    """First sign-in: show the secret; a code of it opens the session. Who has a factor already must show that one."""
    known = pending(request)
    if known is None:
        return redirect("sign_in")
    staff, waiting = known
    if factors_of(staff.pk).enough:
        return redirect("second_step")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and proved(form):
        codes = keep_phone(request, staff, form)
        on = enter(request, staff, way=waiting.way, target=waiting.next)
        page = show_codes(request, codes, target=on["Location"])
        page.cookies.update(on.cookies)
        return page
    return phone_page(request, staff, form)


def proved(form: CodeForm) -> bool:
    """True when the code belongs to the secret shown; else the form says what is wrong."""
    if not form.is_valid():
        return False
    if proves_secret(get_totp_secret(), form.cleaned_data["code"]):
        return True
    form.add_error(
        "code", _("The code is not right. Check that your phone's clock is right and write a new code.")
    )
    return False


def keep_phone(request: PageRequest, staff: Staff, form: CodeForm) -> tuple[str, ...]:
    """Keep the phone and return new recovery codes."""
    enrol_totp(staff=staff, secret=get_totp_secret(), code=form.cleaned_data["code"])
    clear_totp_secret(request)
    tell_sign_in_changed(staff_id=staff.pk, code="sign_in_phone")
    return new_recovery_codes(staff=staff)


def phone_page(request: PageRequest, staff: Staff, form: CodeForm) -> HttpResponse:
    """Show the square and the secret with the field for the first code."""
    secret = get_totp_secret()
    context = {
        "title": _("Take your phone into use"),
        "form": form,
        "square": _square(get_adapter().build_totp_url(staff, secret)),
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
    }
    return render(
        request, "sign_in/enrol/page.html", context, status=422 if request.method == "POST" else 200
    )


def show_codes(request: PageRequest, codes: tuple[str, ...], *, target: str) -> HttpResponse:
    """Show recovery codes, this once."""
    context = {"title": _("Keep these recovery codes"), "codes": codes, "target": target}
    return render(request, "sign_in/enrol/codes.html", context)


def _square(text: str) -> SafeString:
    drawn = segno.make(text, error="m").svg_inline(scale=5, light="#fff", svgclass=None, lineclass=None)
    return mark_safe(drawn)  # noqa: S308  lines and numbers made by segno; the text is not in it as text

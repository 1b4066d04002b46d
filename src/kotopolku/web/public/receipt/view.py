"""The receipt of what was sent: a code to quote, and nothing about the person. The code is signed."""

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language

_signer = Signer(salt="kotopolku.public.receipt", sep="~")
KINDS = ("contact", "request", "outreach")


def to_receipt(code: str, *, kind: str, language: Language) -> HttpResponse:
    """Redirect to the receipt of a code (kind: contact, request, outreach)."""
    return HttpResponseRedirect(reverse("public:receipt", args=[language, kind, _signer.sign(code)]))


@require_safe
def receipt(request: HttpRequest, language: Language, kind: str, signed: str) -> HttpResponse:
    """Show the receipt; 404 for a code that we have not given."""
    try:
        code = _signer.unsign(signed)
    except BadSignature as fault:
        raise NotFound(kind) from fault
    if kind not in KINDS:
        raise NotFound(kind)
    context = {
        "title": _("Your contact has arrived") if kind == "contact" else _("Your request has arrived"),
        "code": code,
        "kind": kind,
    }
    response = render(request, "public/receipt/page.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response

"""Send a contact of an authority (681/2023 9 §). The page never tells whether the person is known."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.cases.actions import receive_contact
from kotopolku.languages.codes import Language
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.shapes import Crumb
from kotopolku.web.public.contact_form.form import ContactForm
from kotopolku.web.public.keeping import FORM, keep_typed, sent
from kotopolku.web.public.reading import area_of
from kotopolku.web.public.receipt.view import to_receipt


@require_http_methods(["GET", "HEAD", "POST"])
def contact_form(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the form (GET) or send it (POST): 302 to the receipt, or 422 with the form as typed."""
    area_of(request)
    on: date = request.on  # type: ignore[attr-defined]
    members = request.area.municipalities  # type: ignore[attr-defined]
    form = ContactForm(sent(request), members=members, language=language, on=on)
    keep_typed(form, request)
    if form.is_valid() and (code := attempt(form, lambda: _receive(form))):
        return to_receipt(code, kind="contact", language=language)
    context = {
        "title": _("Send a contact"),
        "form": form,
        **FORM,
        "crumbs": [Crumb(label=_("For authorities"), url=reverse("public:authorities", args=[language]))],
    }
    return render(request, "public/contact_form/page.html", context, status=422 if form.is_bound else 200)


def _receive(form: ContactForm) -> str:
    """Hand the contact over and return its receipt code."""
    given = form.cleaned_data
    return receive_contact(
        kind="authority",
        sender_organisation=given["sender_organisation"],
        sender_name=given["sender_name"],
        sender_email=given["sender_email"],
        consent=given["consent"] == "yes",
        consent_on=given["consent_on"],
        need_seen=given["need_seen"],
        **form.person(),
    )

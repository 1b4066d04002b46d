"""Request an assessment for oneself (681/2023 14 § 1 mom. 4 k), in one's own language."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.cases.actions import receive_contact
from kotopolku.languages.codes import Language
from kotopolku.web.parts.forms import attempt
from kotopolku.web.public.assessment_request.form import AssessmentRequestForm
from kotopolku.web.public.keeping import FORM, keep_typed, sent
from kotopolku.web.public.reading import area_of
from kotopolku.web.public.receipt.view import to_receipt


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_request(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the form (GET) or send it (POST): 302 to the receipt, or 422 with the form as typed."""
    area_of(request)
    area = request.area  # type: ignore[attr-defined]
    on: date = request.on  # type: ignore[attr-defined]
    form = AssessmentRequestForm(sent(request), members=area.municipalities, language=language, on=on)
    keep_typed(form, request)
    if form.is_valid() and (code := attempt(form, lambda: _receive(form))):
        return to_receipt(code, kind="request", language=language)
    authority = area.employment_authority
    context = {
        "title": _("Request an assessment"),
        "form": form,
        **FORM,
        "authority": authority.pick(language.code).text if authority else "",
    }
    return render(
        request, "public/assessment_request/page.html", context, status=422 if form.is_bound else 200
    )


def _receive(form: AssessmentRequestForm) -> str:
    """Hand the request over and return its receipt code."""
    return receive_contact(
        kind="own_request", sender_email=form.cleaned_data["sender_email"], **form.person()
    )

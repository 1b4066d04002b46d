"""The integration programme as a document to read and print: chapters, preparation, approvals, follow-up, own rules."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language
from kotopolku.programme import queries
from kotopolku.web.public.reading import area_of


@require_safe
def programme(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the whole document."""
    area = area_of(request)
    on: date = request.on  # type: ignore[attr-defined]
    document = queries.document(area, on=on)
    if document is None:
        raise NotFound("programme")
    context = {
        "title": document.head.title.pick(language.code).text,
        "document": document,
        "rules": queries.own_rules(area),
        "valid_from_is_sample": "document.valid_from" in document.samples,
        "approvals_are_samples": any(field.startswith("approvals[") for field in document.samples),
    }
    return render(request, "public/programme/page.html", context)

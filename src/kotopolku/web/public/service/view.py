"""One service: who it is for, how and where it is arranged, in which languages, whom to ask, who answers for it."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language
from kotopolku.programme.queries import service_page
from kotopolku.web.parts.shapes import Crumb
from kotopolku.web.public.reading import area_of


@require_safe
def service(request: HttpRequest, language: Language, service_id: str) -> HttpResponse:
    """Show a service; 404 when the programme has no such service."""
    on: date = request.on  # type: ignore[attr-defined]
    page = service_page(area_of(request), service_id, on=on)
    if page is None:
        raise NotFound(service_id)
    context = {
        "title": page.service.name.pick(language.code).text,
        "page": page,
        "service": page.service.facts,
        "texts": page.service.texts,
        "crumbs": [Crumb(label=_("Services"), url=reverse("public:services", args=[language]))],
    }
    return render(request, "public/service/page.html", context)

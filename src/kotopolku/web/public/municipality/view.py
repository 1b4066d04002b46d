"""One municipality: its offices, its services, its contact person, and where the programme's approval stands."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language
from kotopolku.programme.guide_queries import local_services
from kotopolku.programme.queries import municipality_page
from kotopolku.web.parts.shapes import Crumb
from kotopolku.web.public.reading import area_of


@require_safe
def municipality(request: HttpRequest, language: Language, municipality_id: str) -> HttpResponse:
    """Show a member municipality; 404 for one that is not a member today."""
    on: date = request.on  # type: ignore[attr-defined]
    page = municipality_page(area_of(request), municipality_id, on=on)
    if page is None:
        raise NotFound(municipality_id)
    context = {
        "title": page.name.pick(language.code).text,
        "page": page,
        "local": local_services(area_of(request), municipality_id),
        "crumbs": [Crumb(label=_("Municipalities"), url=reverse("public:municipalities", args=[language]))],
    }
    return render(request, "public/municipality/page.html", context)

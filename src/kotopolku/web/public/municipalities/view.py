"""The member municipalities, and who arranges the services for them."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.languages.codes import Language
from kotopolku.programme import queries
from kotopolku.web.public.reading import area_of


@require_safe
def municipalities(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the members of today."""
    on: date = request.on  # type: ignore[attr-defined]
    context = {
        "title": _("Municipalities"),
        "lead": _("These municipalities arrange integration services together."),
        "rows": queries.municipalities(area_of(request), on=on),
        "host": request.area.by_id.get(request.area.host_id),  # type: ignore[attr-defined]
    }
    return render(request, "public/municipalities/page.html", context)

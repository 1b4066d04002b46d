"""All services: those of the programme in the document's order, then other authorities' services, shown as theirs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.languages.codes import Language
from kotopolku.programme.queries import party_names
from kotopolku.services import queries
from kotopolku.web.public.reading import area_of


@require_safe
def services(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the list of services."""
    area = area_of(request)
    names = party_names(area)
    context = {
        "title": _("Services"),
        "lead": _("What the municipalities arrange for you, and whom to ask about the rest."),
        "rows": queries.services(area),
        "others": [(one, names[one.facts.organisation]) for one in queries.other_services(area)],
    }
    return render(request, "public/services/page.html", context)

"""The state of things: figures of one's municipality or area that name nobody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kotopolku.web.parts.requests import PageRequest


@require_GET
def front(request: PageRequest) -> HttpResponse:
    """Show the municipality or area one's duty covers."""
    covered = [one for one in request.area.municipalities if one.id in request.actor.controllers]
    context = {
        "title": _("State of things"),
        "lead": ", ".join(one.names.pick(request.language.code).text for one in covered)
        or request.area.names.pick(request.language.code).text,
    }
    return render(request, "office/front/page.html", context)

"""Who has looked at or changed a client's data, newest first."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kotopolku.audit.queries import looks_at
from kotopolku.cases.queries import case_view
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.parts.requests import PageRequest


@require_GET
def looks(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show who has looked at or changed the client's data, newest first."""
    found = case_view(case_id)
    context = {
        "title": _("Who has looked"),
        "looks": looks_at(found.person_id),
        # A worker's municipality could be the client's own.
        "hide_places": found.person is None or found.person.non_disclosure,
        "crumbs": to_client(found.person.name if found.person else found.number, case_id),
    }
    return render(request, "desk/looks/page.html", context)

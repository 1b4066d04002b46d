"""Who outside sees this case, which part of it and for how long; a grant can be ended at once."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.actor import Role
from kotopolku.audit.errors import NotFound
from kotopolku.cases.actions import end_grant
from kotopolku.cases.grants import GrantView, grants_of
from kotopolku.cases.queries import case_view
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.requests import PageRequest, sent_number

MAY_END = frozenset({Role.OFFICER, Role.COORDINATOR})


@require_http_methods(["GET", "POST"])
def grants(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the grants; POST ends the one named (`grant`)."""
    found = case_view(case_id)
    rows = grants_of(case_id)
    if request.method == "POST":
        number = sent_number(request.POST, "grant")
        if number not in {one.id for one in rows}:
            raise NotFound("grant")
        end_grant(grant_id=number)
        return redirect("desk:grants", case_id=case_id)
    language = request.language.code
    context = {
        "title": _("Who outside sees this case"),
        "now": [_told(one, language) for one in rows if not one.is_over],
        "over": [_told(one, language) for one in rows if one.is_over],
        "may_end": request.actor.role in MAY_END,
        "crumbs": to_client(found.person.name if found.person else found.number, found.id),
    }
    return render(request, "desk/grants/page.html", context)


def _told(one: GrantView, language: str) -> dict[str, object]:
    return {
        "row": one,
        "organisation": one.organisation.pick(language).text if one.organisation else "",
        "scope": codes.word(codes.GRANT_SCOPES, one.scope),
    }

"""Who outside sees this case, which part of it and for how long; it is opened here, and closed again at once."""

from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.organisation_queries import organisations_on
from kotopolku.audit.actor import RESPONSIBLE
from kotopolku.audit.errors import NotFound
from kotopolku.cases.actions import end_grant, grant_case
from kotopolku.cases.grants import GrantView, grants_of
from kotopolku.cases.queries import case_view
from kotopolku.cases.views import CaseView
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.grants.form import GrantForm
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest, sent_number


@require_http_methods(["GET", "POST"])
def grants(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the grants; POST opens the case to an organisation, or ends the grant named (`grant`)."""
    found, status = case_view(case_id), 200
    rows = grants_of(case_id)
    ends = "grant" in request.POST
    form = _form(request, found, request.POST if request.method == "POST" and not ends else None)
    if request.method == "POST":
        must_be(RESPONSIBLE, subject="case_grant")
        if ends:
            return _end(request, case_id, {one.id for one in rows})
        if form.is_valid() and attempt(form, lambda: _granted(case_id, form)):
            say_done(request, _("The case was opened. It closes by itself on its last day."))
            return redirect("desk:grants", case_id=case_id)
        status = 422
    language = request.language.code
    context = {
        "title": _("Who outside sees this case"),
        "now": [_told(one, language) for one in rows if not one.is_over],
        "over": [_told(one, language) for one in rows if one.is_over],
        "may_end": request.actor.role in RESPONSIBLE,
        "form": form if request.actor.role in RESPONSIBLE and found.closed_on is None else None,
        "crumbs": to_client(found.person.name if found.person else found.number, found.id),
    }
    return render(request, "desk/grants/page.html", context, status=status)


def _form(request: PageRequest, found: CaseView, sent: QueryDict | None) -> GrantForm:
    return GrantForm(
        sent,
        organisations=organisations_on(request.on),
        protected=found.person is None or found.person.non_disclosure,
        language=request.language.code,
    )


def _granted(case_id: UUID, form: GrantForm) -> bool:
    grant_case(case_id=case_id, **form.cleaned_data)
    return True


def _end(request: PageRequest, case_id: UUID, known: set[int]) -> HttpResponse:
    number = sent_number(request.POST, "grant")
    if number not in known:
        raise NotFound("grant")
    end_grant(grant_id=number)
    return redirect("desk:grants", case_id=case_id)


def _told(one: GrantView, language: str) -> dict[str, object]:
    return {
        "row": one,
        "organisation": one.organisation.pick(language).text if one.organisation else "",
        "scope": codes.word(codes.GRANT_SCOPES, one.scope),
    }

"""The county's own page about a client: the assessment to read, and the county's own part (14 § 4 mom.)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.actor import Role
from kotopolku.cases.actions import write_county_part
from kotopolku.cases.grants import GrantedCase, granted_case
from kotopolku.cases.queries import assessment_view
from kotopolku.cases.scopes import COUNTY_PART
from kotopolku.cases.views import AssessmentView, CountyPartView
from kotopolku.web.partner.county.form import OwnPartForm
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.interview import reading
from kotopolku.web.parts.packet import words
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest


@require_http_methods(["GET", "POST"])
def county_case(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the assessment of a client opened to the county; POST adds the county's part in the worker's own name."""
    must_be({Role.COUNTY_WORKER}, subject="case")
    found = granted_case(case_id, scope=COUNTY_PART)
    view = assessment_view(found.assessment_id) if found.assessment_id is not None else None
    form, status = OwnPartForm(request.POST or None), 200
    if request.method == "POST":
        if view is not None and form.is_valid() and attempt(form, lambda: _write(request, view, form)):
            say_done(request, _("Your part was saved. The client's officer sees it."))
            return redirect("partner:county_case", case_id=case_id)
        status = 422
    return render(request, "partner/county/page.html", _context(found, view, form), status=status)


def _write(request: PageRequest, view: AssessmentView, form: OwnPartForm) -> bool:
    write_county_part(assessment_id=view.id, said_on=request.on, **form.cleaned_data)
    return True


def _context(found: GrantedCase, view: AssessmentView | None, form: OwnPartForm) -> dict[str, object]:
    parts = view.county_parts if view is not None else ()
    return {
        "title": found.name,
        "found": found,
        "view": view,
        "lead": _lead(found, view),
        "topics": reading(view) if view is not None else [],
        "parts": [_said(one) for one in parts or ()],
        "hidden": parts is None,
        "form": form,
        "may_write": view is not None
        and view.state == "draft"
        and bool(view.county_participates)
        and parts is not None,
    }


def _lead(found: GrantedCase, view: AssessmentView | None) -> list[str]:
    language = language_name(view.language) if view is not None and view.language else ""
    return [
        part
        for part in (
            language
            and (
                _("%(language)s, interpreter") % {"language": language}
                if view and view.interpreter
                else language
            ),
            _("officer %(name)s") % {"name": found.officer} if found.officer else "",
            _("open to you until %(day)s") % {"day": day(found.last_day)} if found.last_day else "",
        )
        if part
    ]


def _said(one: CountyPartView) -> dict[str, str]:
    way = "" if one.way == "own" else words.word(words.WAYS, one.way)
    return {
        "needs": one.needs,
        "ability": one.ability,
        "who": " · ".join(part for part in (str(day(one.said_on)), one.who, way) if part),
    }

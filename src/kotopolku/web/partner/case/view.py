"""A case opened to the partner: what the grant lets it read, and the county's own part (14 § 4 mom.)."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.errors import NotFound
from kotopolku.cases.actions import write_county_part
from kotopolku.cases.grants import GrantedCase, granted_case
from kotopolku.cases.queries import assessment_view
from kotopolku.cases.scopes import COUNTY_PART, EMPLOYMENT_AUTHORITY, FORMER_UNIT, PROVIDER
from kotopolku.cases.views import AssessmentView, CountyPartView
from kotopolku.people.queries import person_card
from kotopolku.plans.granted import granted_plan
from kotopolku.web.partner.case.form import OwnPartForm
from kotopolku.web.partner.case.shown import client_lines
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.granted_plan import plan_shown
from kotopolku.web.parts.interview import reading
from kotopolku.web.parts.packet import words
from kotopolku.web.parts.requests import PageRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """By what right the partner reads: the provision, and the sentence that says so beside the page."""

    provision: str
    sentence: str


@require_http_methods(["GET", "POST"])
def case(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show what is opened; POST adds the county's part in the worker's own name."""
    found = granted_case(case_id)
    view = assessment_view(found.assessment_id) if found.assessment_id is not None else None
    form, status = OwnPartForm(request.POST or None), 200
    if request.method == "POST":
        if found.scope != COUNTY_PART:
            raise NotFound("county_part")
        if view is not None and form.is_valid() and attempt(form, lambda: _write(request, view, form)):
            say_done(request, _("Your part was saved. The client's officer sees it."))
            return redirect("partner:case", case_id=case_id)
        status = 422
    return render(request, "partner/case/page.html", _context(found, view, form), status=status)


def _write(request: PageRequest, view: AssessmentView, form: OwnPartForm) -> bool:
    write_county_part(assessment_id=view.id, said_on=request.on, **form.cleaned_data)
    return True


def _context(found: GrantedCase, view: AssessmentView | None, form: OwnPartForm) -> dict[str, object]:
    plan = granted_plan(found.case_id, hidden=found.non_disclosure)
    return {
        "title": found.name,
        "found": found,
        "view": view,
        "lead": _lead(found, view),
        "why": _why(found),
        "client": client_lines(person_card(found.person_id)),
        "topics": reading(view) if view is not None else [],
        "plan": plan_shown(plan) if plan is not None else None,
        "county": _county(view, form) if found.scope == COUNTY_PART else None,
        "form": form,
    }


def _county(view: AssessmentView | None, form: OwnPartForm) -> dict[str, object]:
    parts = view.county_parts if view is not None else ()
    return {
        "parts": [_said(one) for one in parts or ()],
        "hidden": parts is None,
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


def _why(found: GrantedCase) -> Why:
    if found.scope == COUNTY_PART:
        return Why(
            provision="14 § 4 mom.",
            sentence=_(
                "You see the assessment because you take part in it. Each look stays in the log. When you have "
                "ended, answer the invitation with “It has ended”: the case closes to you at once."
            ),
        )
    if found.scope == PROVIDER:
        return Why(
            provision="94 §",
            sentence=_(
                "You see what was agreed with the client, because you arrange a part of it. Each look stays in the "
                "log. If you need more, ask the officer and say what for."
            ),
        )
    if found.scope == FORMER_UNIT and found.rows_until is not None:
        return Why(
            provision="3 §",
            sentence=_(
                "You answered for the client until %(day)s. You read the records up to that day and change none. "
                "Each look stays in the log."
            )
            % {"day": day(found.rows_until)},
        )
    assert found.scope == EMPLOYMENT_AUTHORITY
    return Why(
        provision="3 §",
        sentence=_(
            "You see the case because you answer for the client, or will. You read it and change nothing: tell the "
            "officer what should be corrected. Each look stays in the log."
        ),
    )


def _said(one: CountyPartView) -> dict[str, str]:
    way = "" if one.way == "own" else words.word(words.WAYS, one.way)
    return {
        "needs": one.needs,
        "ability": one.ability,
        "who": " · ".join(part for part in (str(day(one.said_on)), one.who, way) if part),
    }

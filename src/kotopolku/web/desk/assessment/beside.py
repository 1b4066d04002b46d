"""The short posts beside the assessment's form: talks, what was told, measures, the county's part, conclusion."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases import actions
from kotopolku.cases.queries import assessment_view
from kotopolku.cases.refusals import AssessmentRefused
from kotopolku.cases.views import AssessmentView
from kotopolku.web.desk.assessment.extra import (
    ConcludeForm,
    CountyPartForm,
    MeasureForm,
    SittingForm,
    ToldForm,
)
from kotopolku.web.desk.assessment.view import form_page, unsaved
from kotopolku.web.desk.refusals import lines
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt, with_version
from kotopolku.web.parts.requests import PageRequest

ANCHORS = {"answers.": "topic-{rest}", "told.": "told", "child_opinion": "id_child_opinion_found_out"}

#: The fields of a talk whose names on the page differ, since the interview's form has the same ones.
SITTING_FIELDS = {
    "held_on": "sitting_on",
    "minutes": "sitting_minutes",
    "channel": "sitting_channel",
    "language": "sitting_language",
    "interpreter_kind": "sitting_interpreter",
    "weighty_reason": "sitting_reason",
}


def _there(view: AssessmentView, place: str) -> str:
    return f"{reverse('desk:assessment', args=[view.id])}#{place}"


@require_POST
def sitting(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Record one more talk (`remove`: take one away again)."""
    view = assessment_view(assessment_id)
    remove = request.POST.get("remove", "")
    if remove.isdecimal() and int(remove) in {one.id for one in view.sittings}:
        actions.remove_sitting(assessment_id=view.id, sitting_id=int(remove))
        return redirect(_there(view, "sittings"))
    form = SittingForm(request.POST)
    if form.is_valid() and attempt(form, lambda: _sit(view, form)):
        return redirect(_there(view, "sittings"))
    return form_page(request, view, status=422, extra={"sitting_form": form, "failed": [form]})


def _sit(view: AssessmentView, form: SittingForm) -> bool:
    try:
        actions.record_sitting(assessment_id=view.id, sitting=form.sitting())
    except Invalid as fault:
        name = SITTING_FIELDS.get(fault.field, fault.field)
        raise Invalid(field=name, message=fault.message) from fault
    return True


def _county(view: AssessmentView, form: CountyPartForm) -> bool:
    actions.write_county_part(assessment_id=view.id, **form.cleaned_data)
    return True


@require_POST
def county_part(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Record what the county said, on behalf of its worker who has no account."""
    view = assessment_view(assessment_id)
    form = CountyPartForm(request.POST)
    if form.is_valid() and attempt(form, lambda: _county(view, form)):
        return redirect(_there(view, "county"))
    return form_page(request, view, status=422, extra={"county_form": form, "failed": [form]})


@require_POST
def told(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Tick what was told (`undo`: take one tick back)."""
    view = assessment_view(assessment_id)
    here = _there(view, "told")
    if request.POST.get("undo"):
        for item in request.POST["undo"].split(","):
            actions.untick_told(assessment_id=view.id, item=item)
        return redirect(here)
    form = ToldForm(request.POST, untold=[one.item for one in view.told if one.told_on is None])
    if form.is_valid() and attempt(form, lambda: _tick(view, form)):
        items = form.cleaned_data["items"]
        words = ", ".join(codes.word(codes.TOLD, item) for item in items)
        say_done(
            request,
            _("Recorded as told: %(what)s.") % {"what": words},
            undo_url=reverse("desk:assessment_told", args=[view.id]),
            undo=",".join(items),
        )
        return redirect(here)
    return form_page(request, view, status=422, extra={"told_form": form, "failed": [form]})


def _tick(view: AssessmentView, form: ToldForm) -> bool:
    data = form.cleaned_data
    for item in data["items"]:
        actions.tick_told(
            assessment_id=view.id,
            item=item,
            language=data["told_language"],
            understood_how=data["understood_how"],
        )
    return True


@require_POST
def measure(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Record a specifying measure."""
    view = assessment_view(assessment_id)
    form = MeasureForm(request.POST)
    if form.is_valid() and attempt(form, lambda: _measure(view, form)):
        return redirect(_there(view, "measures"))
    return form_page(request, view, status=422, extra={"measure_form": form, "failed": [form]})


def _measure(view: AssessmentView, form: MeasureForm) -> bool:
    data = form.cleaned_data
    actions.record_measure(
        assessment_id=view.id,
        kind=data["kind"],
        who=data["who"],
        on=data["measured_on"],
        result=data["result"],
    )
    return True


@require_POST
def conclude(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Conclude the assessment; everything the law still asks is listed, each leading to its place."""
    view = assessment_view(assessment_id)
    form = ConcludeForm(request.POST)
    if not form.is_valid():
        return form_page(request, view, status=422, extra={"conclude_form": form, "failed": [form]})
    if unsaved(view):  # only what is saved is concluded
        return form_page(request, view, status=422, extra={"conclude_form": form, "unsaved": True})
    data = form.cleaned_data
    try:
        actions.conclude_assessment(assessment_id=view.id, **data)
    except AssessmentRefused as refused:
        extra = {
            "conclude_form": form,
            "refused": lines(refused.refusals, anchors=ANCHORS),
            "refused_title": _("The assessment cannot be concluded yet"),
        }
        return form_page(request, view, status=422, extra=extra)
    except Stale:
        with_version(form, view.version)
        return form_page(request, view, status=409, extra={"conclude_form": form, "stale": True})
    return redirect("desk:case", case_id=view.case_id)

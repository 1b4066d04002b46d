"""The assessment's page: saved as typed, stopped at any point, concluded when the law has nothing against it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kotopolku.audit.acting import current_actor
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.cases import actions
from kotopolku.cases.queries import assessment_view
from kotopolku.cases.refusals import AssessmentRefused
from kotopolku.cases.views import AssessmentView
from kotopolku.people.queries import person_card
from kotopolku.web.desk.assessment.extra import ConcludeForm, MeasureForm, ToldForm
from kotopolku.web.desk.assessment.form import InterviewForm, SettingForm, setting_initial
from kotopolku.web.desk.assessment.panels import reading, told_rows, topic_steps
from kotopolku.web.desk.assessment.paper_file import assessment_file
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.drafts import keep_typed, typed
from kotopolku.web.desk.papers import given_out, paper_language, sender_of
from kotopolku.web.desk.refusals import lines
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt, with_version
from kotopolku.web.parts.requests import PageRequest

DRAFT = "assessment"
ANCHORS = {"answers.": "topic-{rest}", "told.": "told", "child_opinion": "id_child_opinion_found_out"}


@require_http_methods(["GET", "POST"])
def assessment(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Show the form (a concluded one: to read); POST saves it, `next` says where to go on."""
    view = assessment_view(assessment_id)
    if view.state != "draft":
        return render(request, "desk/assessment/read.html", _reading(view))
    if request.method == "GET":
        kept = request.POST or typed(DRAFT, assessment_id)
        return _page(request, view, data=kept, restored=kept is not None)
    setting, interview = _forms(view, request.POST)
    if setting.is_valid() & interview.is_valid():
        return _save(request, view, setting, interview)
    return _page(request, view, data=request.POST, status=422)


def _save(
    request: PageRequest, view: AssessmentView, setting: SettingForm, interview: InterviewForm
) -> HttpResponse:
    try:
        actions.save_assessment(
            assessment_id=view.id,
            version=setting.cleaned_data["version"],
            setting=setting.setting(),
            answers=interview.answers(),
        )
    except Stale:
        keep_typed(DRAFT, view.id, request.POST, version=view.version)
        return _page(request, view, data=request.POST, status=409, stale=True)
    except Invalid as fault:
        name = fault.field.replace(".", "__")
        form = setting if name in setting.fields else interview
        form.add_error(name if name in form.fields else None, str(fault.message))
        return _page(request, view, data=request.POST, status=422, forms=(setting, interview))
    actions.drop_draft(form=DRAFT, subject_id=str(view.id))
    if request.POST.get("next") == "stop":
        return redirect("desk:case", case_id=view.case_id)
    anchor = request.POST.get("next", "")
    return redirect(
        f"{reverse('desk:assessment', args=[view.id])}{'#topic-' + anchor if anchor.isidentifier() else ''}"
    )


def _plain(data: QueryDict) -> dict[str, list[str]]:
    return {
        name: [str(value) for value in values]
        for name, values in data.lists()
        if name != "csrfmiddlewaretoken"
    }


@require_POST
def draft(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Keep what has been typed so far, for its writer alone (204); nothing is checked yet."""
    view = assessment_view(assessment_id)
    keep_typed(DRAFT, view.id, request.POST, version=view.version)
    return HttpResponse(status=204)


def _forms(view: AssessmentView, data: QueryDict | None) -> tuple[SettingForm, InterviewForm]:
    topics = (*view.topics, *((view.social_and_health,) if view.social_and_health else ()))
    answers = {topic.code: topic.answer for topic in topics}
    initial = {**setting_initial(view), "version": view.version}
    return (
        SettingForm(data, initial=initial),
        InterviewForm(
            data,
            answers=answers,
            with_county=bool(view.county_participates),
            hidden=frozenset(topic.code for topic in topics if topic.hidden),
        ),
    )


def _page(
    request: PageRequest,
    view: AssessmentView,
    *,
    data: QueryDict | None = None,
    status: int = 200,
    restored: bool = False,
    stale: bool = False,
    forms: tuple[SettingForm, InterviewForm] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    setting, interview = forms or _forms(view, data)
    if stale:
        with_version(setting, view.version)
    person = person_card(view.person_id)
    untold = [one.item for one in view.told if one.told_on is None]
    language = view.language or person.language("interpreting") or person.language("spoken") or ""
    context: dict[str, Any] = {
        "title": _("Assessment"),
        "view": view,
        "person": person,
        "lead": _lead(view),
        "crumbs": to_client(person.row.name, view.case_id),
        "setting": setting,
        "interview": interview,
        "topics": list(interview.shown()),
        "steps": topic_steps(view),
        "failed": [form for form in (setting, interview) if form.is_bound and form.errors and not restored],
        "restored": restored,
        "stale": stale,
        "told": told_rows(view),
        "told_count": f"{len(view.told) - len(untold)} / {len(view.told)}",
        "told_form": ToldForm(untold=untold, initial={"told_language": language}) if untold else None,
        "measure_form": MeasureForm(),
        "conclude_form": ConcludeForm(initial={"version": view.version}),
        "draft_url": reverse("desk:assessment_draft", args=[view.id]),
        "may_conclude": current_actor().is_official,
        "measures": view.measures,
        **(extra or {}),
    }
    return render(request, "desk/assessment/page.html", context, status=status)


def _lead(view: AssessmentView) -> list[str]:
    from kotopolku.web.parts.dates import day

    parts = [
        _("interview %(day)s") % {"day": day(view.held_on)} if view.held_on else _("interview not held yet"),
        codes.word(codes.CHANNELS, view.channel),
        language_name(view.language) if view.language else "",
        _("interpreter") if view.interpreter else "",
    ]
    return [part for part in parts if part]


@require_POST
def told(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Tick what was told (`undo`: take one tick back)."""
    view = assessment_view(assessment_id)
    here = f"{reverse('desk:assessment', args=[view.id])}#told"
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
    return _page(request, view, status=422, extra={"told_form": form, "failed": [form]})


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
        return redirect(f"{reverse('desk:assessment', args=[view.id])}#measures")
    return _page(request, view, status=422, extra={"measure_form": form, "failed": [form]})


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
        return _page(request, view, status=422, extra={"conclude_form": form, "failed": [form]})
    data = form.cleaned_data
    try:
        actions.conclude_assessment(assessment_id=view.id, **data)
    except AssessmentRefused as refused:
        extra = {
            "conclude_form": form,
            "refused": lines(refused.refusals, anchors=ANCHORS),
            "refused_title": _("The assessment cannot be concluded yet"),
        }
        return _page(request, view, status=422, extra=extra)
    except Stale:
        with_version(form, view.version)
        return _page(request, view, status=409, stale=True, extra={"conclude_form": form})
    return redirect("desk:case", case_id=view.case_id)


def _reading(view: AssessmentView) -> dict[str, Any]:
    person = person_card(view.person_id)
    return {
        "title": _("Assessment"),
        "view": view,
        "person": person,
        "lead": _lead(view),
        "crumbs": to_client(person.row.name, view.case_id),
        "topics": reading(view),
        "told": told_rows(view),
        "outcome": codes.word(codes.ASSESSMENT_OUTCOMES, view.outcome),
        "measures": view.measures,
        "plan_needed": view.outcome == "plan_needed",
    }


@require_GET
def paper_file(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Give the summary of a concluded assessment as a tagged PDF; making it is logged as an export."""
    view = assessment_view(assessment_id)
    if view.state == "draft":
        raise NotFound
    person = person_card(view.person_id)
    made = assessment_file(
        view,
        person,
        sender=sender_of(request),
        code=paper_language(person),
    )
    return given_out(made, name="arviointi", subject="assessment", subject_id=view.id, person=view.person_id)

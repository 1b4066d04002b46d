"""The assessment's page: saved as typed, stopped at any point, concluded when the law has nothing against it."""

from collections.abc import Mapping
from datetime import date
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
from kotopolku.cases.codes import SENSITIVE_TOPICS
from kotopolku.cases.queries import assessment_at, assessment_view
from kotopolku.cases.views import AssessmentView
from kotopolku.people.queries import person_card
from kotopolku.web.desk.assessment.comparing import SEEN, Difference, compared, resolved
from kotopolku.web.desk.assessment.form import InterviewForm, SettingForm, initial_of, setting_initial
from kotopolku.web.desk.assessment.panels import beside, told_rows, topics_beside
from kotopolku.web.desk.assessment.paper_file import assessment_file
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.drafts import LONGEST_VERSION, keep_typed, typed
from kotopolku.web.desk.papers import given_out, main_language, paper_language, sender_of
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.interview import reading
from kotopolku.web.parts.requests import PageRequest

DRAFT = "assessment"
ISO_DAY = len("2026-11-24")


@require_http_methods(["GET", "POST"])
def assessment(request: PageRequest, assessment_id: UUID) -> HttpResponse:
    """Show the form (a concluded one: to read); POST saves it, `next` says where to go on."""
    view = assessment_view(assessment_id)
    if view.state != "draft" or (request.method == "GET" and not view.may_change):
        return render(request, "desk/assessment/read.html", _reading(view))
    if request.method == "GET":
        return form_page(request, view)
    setting, interview = _forms(view, resolved(request.POST, *_forms(view, None)))
    if setting.is_valid() & interview.is_valid():
        return _save(request, view, setting, interview)
    return form_page(request, view, data=request.POST, status=422)


def _save(
    request: PageRequest, view: AssessmentView, setting: SettingForm, interview: InterviewForm
) -> HttpResponse:
    version = setting.cleaned_data["version"]
    seen = request.POST.get(SEEN, "")  # the version whose differences the writer has chosen between
    if seen.isdecimal() and len(seen) < LONGEST_VERSION:
        version = int(seen)
    try:
        actions.save_assessment(
            assessment_id=view.id,
            version=version,
            setting=setting.setting(),
            answers=interview.answers(),
        )
    except Stale:
        keep_typed(DRAFT, view.id, request.POST, version=view.version)
        return form_page(request, view, data=request.POST, status=409)
    except Invalid as fault:
        name = fault.field.replace(".", "__")
        form = setting if name in setting.fields else interview
        form.add_error(name if name in form.fields else None, str(fault.message))
        return form_page(request, view, data=request.POST, status=422, forms=(setting, interview))
    actions.drop_draft(form=DRAFT, subject_id=str(view.id))
    if request.POST.get("next") == "stop":
        return redirect("desk:case", case_id=view.case_id)
    anchor = request.POST.get("next", "") or _next_topic(request, view)
    return redirect(
        f"{reverse('desk:assessment', args=[view.id])}{'#topic-' + anchor if anchor.isidentifier() else ''}"
    )


def _next_topic(request: PageRequest, view: AssessmentView) -> str:
    """Return the first topic that is still to be gone through, as it stands after the save."""
    after = assessment_view(view.id)
    return next((topic.code for topic in after.topics if topic.state != "covered"), "")


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


def form_page(
    request: PageRequest,
    view: AssessmentView,
    *,
    data: QueryDict | None = None,
    status: int = 200,
    forms: tuple[SettingForm, InterviewForm] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Answer with the form: as sent, else as the acting staff member has typed it and not saved, else as saved."""
    restored = False
    if data is None and (data := typed(DRAFT, view.id)) is not None:
        restored = any(form.changed_data for form in _forms(view, data))
        data = data if restored else None
    setting, interview = forms or _forms(view, data)
    differences = _differences(view, data, setting, interview)
    person = person_card(view.person_id)
    language = view.language or person.language("interpreting") or person.language("spoken") or ""
    untold = [one.item for one in view.told if one.told_on is None]
    context: dict[str, Any] = {
        "title": _("Assessment"),
        "view": view,
        "person": person,
        "lead": _lead(view),
        "crumbs": to_client(person.row.name, view.case_id),
        "setting": setting,
        "interview": interview,
        "failed": [form for form in (setting, interview) if form.is_bound and form.errors and not restored],
        "restored": restored,
        "differences": differences,
        "draft_url": reverse("desk:assessment_draft", args=[view.id]),
        "may_conclude": current_actor().is_official,
        **topics_beside(view, interview, everything=request.GET.get("show") == "all" or status == 422),
        **beside(view, language=language, untold=untold),
        **(extra or {}),
    }
    return render(request, "desk/assessment/page.html", context, status=status)


def unsaved(view: AssessmentView) -> bool:
    """Tell whether the acting staff member has typed something that differs from what is saved."""
    data = typed(DRAFT, view.id)
    return data is not None and any(form.changed_data for form in _forms(view, data))


def _differences(
    view: AssessmentView, data: QueryDict | None, setting: SettingForm, interview: InterviewForm
) -> list[Difference]:
    """Return what differs from a form that was opened at an older version; nothing for one of today's."""
    said = data.get("version", "") if data is not None else ""
    if not said.isdecimal() or len(said) >= LONGEST_VERSION or int(said) == view.version:
        return []
    was = assessment_at(view.id, int(said))
    topics = {topic.code: str(_(topic.label)) for topic in interview.topics}
    frame = {name: _read_back(was.get(name)) for name in SettingForm.base_fields} if was else None
    apart = {name: None for name in interview.fields if name.partition("__")[0] in SENSITIVE_TOPICS}
    base = initial_of(interview.topics, was["answers"]) if was else None
    return [
        *compared(setting, frame, topic_of={}),
        *compared(interview, base, unknown=frozenset(apart), topic_of=topics),
    ]


def _read_back(value: Any) -> Any:
    """Return a column of the kept row as the form has it: days are ISO text there."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == ISO_DAY else value
    except ValueError:
        return value


def _lead(view: AssessmentView) -> list[str]:
    parts = [
        _("interview %(day)s") % {"day": day(view.held_on)} if view.held_on else _("interview not held yet"),
        codes.word(codes.CHANNELS, view.channel),
        language_name(view.language) if view.language else "",
        _("interpreter") if view.interpreter else "",
    ]
    return [part for part in parts if part]


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
        "plan_needed": view.outcome == "plan_needed" and view.may_change,
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
        main=main_language(request),
    )
    return given_out(made, name="arviointi", subject="assessment", subject_id=view.id, person=view.person_id)

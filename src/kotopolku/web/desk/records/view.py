"""The records of one client for the national system: to copy from, as a file, and marked when they stand there."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.advice.actions import mark_guidance_recorded, unmark_guidance_recorded
from kotopolku.advice.national import guidance_records
from kotopolku.audit import log
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.queries import case_view
from kotopolku.people.queries import person_card
from kotopolku.plans import records
from kotopolku.plans.actions import mark_recorded, unmark_recorded
from kotopolku.plans.unrecorded import Mark, marks_of_case
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.records.cards import Card
from kotopolku.web.desk.records.guidance import cards_of_guidance
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.interview import Read, read_answers
from kotopolku.web.parts.requests import PageRequest

type Record = records.AssessmentRecord | records.PlanRecord | records.ReviewRecord
KINDS = {
    "assessment": lazy("Assessment"),
    "plan": lazy("Integration plan"),
    "review": lazy("Review"),
    "guidance": lazy("Visit to advice"),
}


class MarkForm(forms.Form):
    """One record now stands in the national system, since a day; or the mark of it was a mistake."""

    kind = forms.ChoiceField(choices=[(kind, kind) for kind in KINDS], required=False)
    record = forms.CharField(max_length=40, required=False)
    undo = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    undo_guidance = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    reason = forms.CharField(label=lazy("Why recording it is needed"), max_length=500, required=False)
    recorded_on = DayField(label=lazy("Recorded on"), required=False)

    def clean(self) -> dict[str, Any]:
        """Read the record's id: a number for a review or a visit, else a UUID."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("undo") and not data.get("undo_guidance"):
            data["record_id"] = _record_id(data.get("kind", ""), data.get("record", ""))
        return data


def _record_id(kind: str, text: str) -> UUID | int:
    try:
        return int(text) if kind in {"review", "guidance"} else UUID(text)
    except ValueError as fault:
        raise forms.ValidationError(_("Choose what was recorded.")) from fault


@require_http_methods(["GET", "POST"])
def case_records(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the records; POST marks one as recorded, or takes a mark back."""
    case = case_view(case_id)
    form = MarkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _mark(request, form):
        return redirect("desk:records", case_id=case_id)
    person = person_card(case.person_id)
    context = {
        "title": _("Records of the national system"),
        "case": case,
        "person": person,
        "cards": [*_cards(case_id), *cards_of_guidance(case.person_id, request.area.id)],
        "form": form,
        "crumbs": to_client(person.row.name, case_id),
    }
    return render(request, "desk/records/page.html", context, status=422 if form.is_bound else 200)


def _mark(request: PageRequest, form: MarkForm) -> bool:
    data = form.cleaned_data
    try:
        if data.get("undo"):
            unmark_recorded(mark_id=data["undo"])
            say_done(request, _("The mark was taken back."))
        elif data.get("undo_guidance"):
            unmark_guidance_recorded(named_id=data["undo_guidance"])
            say_done(request, _("The mark was taken back."))
        elif data["kind"] == "guidance":
            mark_guidance_recorded(
                named_id=int(str(data["record_id"])), reason=data["reason"], recorded_on=data["recorded_on"]
            )
            say_done(request, _("Marked as recorded in the national system."))
        else:
            mark_recorded(kind=data["kind"], record_id=data["record_id"], recorded_on=data["recorded_on"])
            say_done(request, _("Marked as recorded in the national system."))
    except Invalid as fault:
        form.add_error(fault.field if fault.field in form.fields else None, str(fault.message))
        return False
    except NotFound:
        form.add_error(None, _("Choose what was recorded."))
        return False
    return True


@require_GET
def records_file(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Give the records as one JSON file; taking it out is logged as an export by each list."""
    case = case_view(case_id)
    marks = marks_of_case(case_id)

    def told(kind: str, rows: Iterable[Record]) -> list[dict[str, Any]]:
        return [asdict(one) | {"recorded": _recorded(marks.get((kind, str(one.id))))} for one in rows]

    found = {
        "assessments": told("assessment", records.assessment_records(case_id=case_id).rows),
        "plans": told("plan", records.plan_records(case_id=case_id).rows),
        "reviews": told("review", records.review_records(case_id=case_id).rows),
        "guidance": [
            asdict(one) | {"recorded": _on_and_by(one.recorded_on, one.recorded_by)}
            for one in guidance_records(case.person_id)
        ],
    }
    log.write(kind="export", subject="records", subject_id=str(case_id), persons=[case.person_id], count=1)
    headers = {"Content-Disposition": f'attachment; filename="{case.number}.json"'}
    return JsonResponse(found, headers=headers, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _recorded(mark: Mark | None) -> dict[str, str] | None:
    """Return when and by whom it was marked as recorded in the national system."""
    return _on_and_by(mark.recorded_on, mark.by_name) if mark else None


def _on_and_by(on: date | None, by: str) -> dict[str, str] | None:
    return {"on": on.isoformat(), "by": by} if on else None


def _cards(case_id: UUID) -> Iterator[Card]:
    marks = marks_of_case(case_id)
    assessments = records.assessment_records(case_id=case_id).rows
    plans = records.plan_records(case_id=case_id).rows
    reviews = records.review_records(case_id=case_id).rows
    yield from (_card("assessment", row, _assessment(row), marks) for row in assessments)
    yield from (_card("plan", row, _plan(row), marks) for row in plans)
    yield from (_card("review", row, _review(row), marks) for row in reviews)


def _card(
    kind: str,
    row: Record,
    told: list[tuple[str, str]],
    marks: dict[tuple[str, str], Mark],
) -> Card:
    authors = (", ".join(part for part in one.values() if part) for one in row.authors)
    sources = (codes.word(codes.RECORD_SOURCES, one) for one in row.sources)
    pairs = [
        *told,
        (_("Made by"), "; ".join(authors)),
        (_("Where the information came from"), ", ".join(sources)),
        (_("Source"), row.source),
    ]
    return Card(
        kind=kind,
        name=str(KINDS[kind]),
        record=str(row.id),
        when=_day(row.on),
        pairs=tuple((name, text) for name, text in pairs if text),
        mark=marks.get((kind, str(row.id))),
    )


def _day(one: date | None) -> str:
    return str(day(one)) if one else ""


def _assessment(row: records.AssessmentRecord) -> list[tuple[str, str]]:
    measures = [
        ", ".join(
            str(part)
            for part in (
                codes.word(codes.MEASURE_KINDS, str(one.get("kind", ""))),
                _day(date.fromisoformat(one["on"])) if one.get("on") else "",
                one.get("who"),
                one.get("result"),
            )
            if part
        )
        for one in row.measures
    ]
    return [
        *((topic.label, _topic(topic)) for topic in read_answers(row.content)),
        (_("Outcome"), codes.word(codes.ASSESSMENT_OUTCOMES, row.outcome)),
        (_("Specifying measures"), "; ".join(measures)),
        (_("What happens next"), row.plan_or_referral),
    ]


def _topic(topic: Read) -> str:
    """Return a topic's answers as one text to copy."""
    said = [f"{question}: {answer}" for question, answer in topic.pairs]
    return "; ".join([*said, *([topic.words] if topic.words else [])])


def _plan(row: records.PlanRecord) -> list[tuple[str, str]]:
    goals = [
        ": ".join(part for part in (codes.word(codes.GOALS, one["code"]), one.get("text", "")) if part)
        for one in row.goals
    ]
    measures = [one.get("title") or codes.word(codes.SERVICES, one["code"]) for one in row.measures]
    return [
        (_("Ends"), _day(row.ends_on)),
        (_("Goals"), "; ".join(goals)),
        (_("Services and acts"), "; ".join(measures)),
        (_("Wishes, skills and life situation behind the plan"), str(row.content.get("background", ""))),
        (_("Long-term goal"), str(row.content.get("long_goal", ""))),
        (_("How the services are followed up"), str(row.content.get("follow_up", ""))),
        (_("Next review"), _day(row.review_on)),
    ]


def _review(row: records.ReviewRecord) -> list[tuple[str, str]]:
    return [
        (_("Taking part"), row.participation),
        (_("Progress"), row.progress),
        (_("Hindrances"), row.hindrances),
        (_("Changes"), row.changes),
        (_("Next review"), _day(row.next_review_on)),
    ]

"""The plan's length: running totals, obstacles, and what each further ground would give before it is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kotopolku.audit.errors import NotFound
from kotopolku.people.queries import person_card
from kotopolku.plans.actions import end_obstacle, record_obstacle, void_obstacle
from kotopolku.plans.queries import WhatIf, extension_of, plan_view, what_if
from kotopolku.plans.views import ObstacleView, PlanView
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.plan.length.form import GROUNDS, PREFIX, GroundsForm, ObstacleEndForm, ObstacleForm
from kotopolku.web.desk.plan.panels import totals
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import must_be_official
from kotopolku.web.parts.requests import PageRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleRow:
    """One recorded time."""

    id: int
    name: str
    when: str
    meta: str
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRow:
    """One ground of an extension, its recorded answer, and the address where an official judges it."""

    question: str
    answer: str
    url: str


@require_http_methods(["GET", "POST"])
def length(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Show how long the plan may last; POST records a time, or with `check` shows first what it would change."""
    must_be_official(subject="plan_length")
    view = plan_view(plan_id, on=request.on)
    if request.method == "POST" and request.POST.get("grounds"):
        return _try_grounds(request, view)
    form = ObstacleForm(request.POST if request.method == "POST" else None, today=request.on)
    if request.method == "GET":
        return _page(request, view, form)
    if not form.is_valid():
        return _page(request, view, form, status=422, failed=[form])
    data = form.cleaned_data
    if request.POST.get("check"):
        return _look(request, view, form)
    if attempt(form, lambda: record_obstacle(case_id=view.case_id, **data)) is False:
        return _page(request, view, form, status=422, failed=[form])
    say_done(request, _("The time was recorded."))
    return redirect("desk:plan_length", plan_id=view.id)


def _look(request: PageRequest, view: PlanView, form: ObstacleForm) -> HttpResponse:
    """Show what the typed time would change; nothing is recorded."""
    reason, first, last = (form.cleaned_data[name] for name in ("reason", "first_day", "last_day"))
    if last and last < first:
        form.add_error("last_day", _("The time ends before it begins. Check the two days."))
        return _page(request, view, form, status=422, failed=[form])
    found = what_if(
        view.id, on=request.on, obstacle={"reason": reason, "from": first, "to": last or request.on}
    )
    return _page(request, view, form, before=_before(found))


def _try_grounds(request: PageRequest, view: PlanView) -> HttpResponse:
    """Show how long the plan might last on other grounds; what is recorded stays as it is."""
    sent = GroundsForm(request.POST, known={})
    form = ObstacleForm(today=request.on)
    if not sent.is_valid():
        return _page(request, view, form, tried=sent, status=422, failed=[sent])
    found = what_if(view.id, on=request.on, **sent.grounds())
    return _page(request, view, form, tried=sent, before=_before(found))


def _before(found: WhatIf) -> dict[str, str]:
    if found.then is None:
        return {"title": _("The law gives no last day yet"), "text": _("Record the missing facts first.")}
    more = {
        "rests": ", ".join(_provision(rule) for rule in found.bases),
        "together": str(day(found.together)) if found.together else "",
    }
    title = _("Then the plan may last until %(day)s at most") % {"day": day(found.then)}
    if found.now == found.then:
        text = _("It does not move the last day. Nothing has been recorded yet.")
        return {"title": title, "text": text, **more}
    was = str(day(found.now)) if found.now else _("not known")
    text = _("Now: %(day)s. Nothing has been recorded yet.") % {"day": was}
    return {"title": title, "text": text, **more}


@require_POST
def obstacle(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """End a time that was going on, or void one recorded by mistake."""
    must_be_official(subject="plan_length")
    view = plan_view(plan_id, on=request.on)
    sent = ObstacleEndForm(request.POST)
    if sent.is_valid() and any(one.id == sent.cleaned_data["obstacle"] for one in view.obstacles):
        data = sent.cleaned_data
        if request.POST.get("void"):
            done = attempt(sent, lambda: void_obstacle(obstacle_id=data["obstacle"], why=data["why"]) or True)
        elif data["last_day"]:
            done = attempt(
                sent, lambda: end_obstacle(obstacle_id=data["obstacle"], last_day=data["last_day"]) or True
            )
        else:
            sent.add_error("last_day", _("Give the last day."))
            done = False
        if done:
            return redirect("desk:plan_length", plan_id=view.id)
    elif sent.is_valid():
        raise NotFound("obstacle")
    return _page(request, view, ObstacleForm(today=request.on), status=422, failed=[sent])


def _page(
    request: PageRequest,
    view: PlanView,
    form: ObstacleForm,
    *,
    before: dict[str, str] | None = None,
    tried: GroundsForm | None = None,
    failed: list[forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    person = person_card(view.person_id)
    known = extension_of(view.case_id)
    context: dict[str, Any] = {
        "title": _("Length of the plan"),
        "view": view,
        "person": person,
        "state": codes.word(codes.PLAN_STATES, view.state),
        "totals": totals(view),
        "bases": [_provision(rule) for rule in (view.totals.bases if view.totals else ())],
        "obstacles": [_obstacle(one) for one in view.obstacles],
        "grounds": _grounds(view, known),
        "tried": tried or GroundsForm(known=known),
        "trying": tried is not None,
        "form": form,
        "before": before,
        "failed": failed or [],
        "may_change": request.actor.is_official,
        "crumbs": to_client(person.row.name, view.case_id),
    }
    return render(request, "desk/plan/length/page.html", context, status=status)


def _provision(rule: str) -> str:
    """Return a rule's id as its place: KOTOL-23-3a is 23 § 3 mom."""
    parts = rule.split("-")[1:]
    moment = "".join(sign for sign in parts[1] if sign.isdigit()) if len(parts) > 1 else ""
    return f"{parts[0]} § {moment} mom." if moment else f"{parts[0]} §"


def _obstacle(one: ObstacleView) -> ObstacleRow:
    until = str(day(one.last_day)) if one.last_day else _("goes on")
    return ObstacleRow(
        id=one.id,
        name=codes.word(codes.OBSTACLE_REASONS, one.reason),
        when=f"{day(one.first_day)}–{until}",
        meta=", ".join(part for part in (one.note, one.by_name) if part),
        open=one.last_day is None,
    )


def _grounds(view: PlanView, known: Mapping[str, Any]) -> list[GroundRow]:
    judge = reverse("desk:judge", args=[view.case_id])
    return [
        GroundRow(
            question=str(question),
            answer=_answer(known.get(name)),
            url=f"{judge}?{urlencode({'key': PREFIX + name})}",
        )
        for name, question in GROUNDS.items()
    ]


def _answer(value: object) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return _("not recorded") if value is None else str(value)

"""What goes with a hand-over: responsibility told and acknowledged, a move, a placement, the client's own tasks."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.rights import OFFICIALS
from kotopolku.cases.queries import case_view
from kotopolku.cases.views import CaseView
from kotopolku.handovers import actions
from kotopolku.handovers.case_queries import move_of, owed_tasks, placement_of
from kotopolku.handovers.queries import responsibility_of
from kotopolku.handovers.views import PlacementView
from kotopolku.people.queries import person_card
from kotopolku.programme.queries import own_rules
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.handover import task_forms
from kotopolku.web.desk.handover.panel import responsibility_lines
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.packet import words
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest, number_or_none

#: The programme's own rule of what somebody is told who moves and wants nothing passed on.
RETURN_RULE = "return-after-move"


def _page(
    request: PageRequest, found: CaseView, template: str, title: str, *, status: int, **context: Any
) -> HttpResponse:
    name = found.person.name if found.person else found.number
    frame = {
        "title": title,
        "case": found,
        "crumbs": to_client(name, found.id),
        "open": found.closed_on is None,
    }
    return render(request, f"desk/handover/{template}.html", {**frame, **context}, status=status)


def _tried(request: PageRequest, form: forms.Form | None, act: Callable[[], object], said: str) -> bool:
    if form is None or not form.is_valid() or attempt(form, lambda: (act(), True)) is False:
        return False
    say_done(request, said)
    return True


@require_http_methods(["GET", "POST"])
def responsibility(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show who answers and from when; POST `do`: told, acknowledged (of the row `id`)."""
    found = case_view(case_id)
    card = person_card(found.person_id)
    periods = [(one.first_day, one.last_day) for one in card.periods if one.kind == "jobseeker"]
    rows = responsibility_of(case_id, person_id=found.person_id, periods=periods, on=request.on)
    do, row_id = request.POST.get("do", ""), number_or_none(request.POST.get("id", "")) or 0
    initial = {"on": request.on}
    told = task_forms.ToldForm(request.POST if do == "told" else None, initial=initial)
    acknowledged = task_forms.AcknowledgedForm(
        request.POST if do == "acknowledged" else None, initial=initial
    )
    if do == "told" and _tried(
        request,
        told,
        lambda: actions.record_told(responsibility_id=row_id, **told.cleaned_data),
        _("Noted that the client was told."),
    ):
        return redirect("desk:responsibility", case_id=case_id)
    if do == "acknowledged" and _tried(
        request,
        acknowledged,
        lambda: actions.acknowledge_responsibility(responsibility_id=row_id, **acknowledged.cleaned_data),
        _("Noted that the responsibility was acknowledged."),
    ):
        return redirect("desk:responsibility", case_id=case_id)
    return _page(
        request,
        found,
        "responsibility",
        _("Who answers, and from when"),
        status=422 if request.method == "POST" else 200,
        lines=list(zip(rows, responsibility_lines(rows, area=request.area), strict=True)),
        told=told,
        acknowledged=acknowledged,
    )


@require_http_methods(["GET", "POST"])
def move(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Record that the client moves to another municipality."""
    must_be(OFFICIALS, subject="move")
    found = case_view(case_id)
    places = [(one.code, one.names.pick(request.language.code).text) for one in request.area.municipalities]
    form = task_forms.MoveForm(
        request.POST or None, places=places, initial={"consent_on": request.on, "registered_on": request.on}
    )
    if request.method == "POST" and _tried(
        request,
        form,
        lambda: actions.register_move(
            case_id=case_id, **{**form.cleaned_data, "consent": form.cleaned_data["consent"] == "yes"}
        ),
        _("The move was recorded. It is carried out on the registered day."),
    ):
        return redirect("desk:case", case_id=case_id)
    rule = next(
        (one for one in own_rules(request.area.id) if one.code == RETURN_RULE and one.value is True), None
    )
    return _page(
        request,
        found,
        "move",
        _("The client moves to another municipality"),
        status=422 if request.method == "POST" else 200,
        form=form,
        move=move_of(case_id),
        own_rule=rule is not None,
        how_to_return=rule.body.pick(request.language.code).text
        if rule
        else _(
            "You can come to us, call us or write at any time. In your new municipality you can ask for an "
            "assessment yourself: say that you have had an integration plan."
        ),
    )


@require_http_methods(["GET", "POST"])
def placement(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Keep a placement: proposal, then the answer, then what is arranged and the first week."""
    found = case_view(case_id)
    row = placement_of(case_id)
    form, act = _placement_step(request, case_id, row)
    if request.method == "POST" and _tried(request, form, lambda: act(form.cleaned_data), _("Saved.")):
        return redirect("desk:placement", case_id=case_id)
    return _page(
        request,
        found,
        "placement",
        _("Placement in the municipality"),
        status=422 if request.method == "POST" else 200,
        form=form,
        row=row,
        undone=[words.word(words.FIRST_WEEK, one) for one in row.undone] if row else [],
    )


def _placement_step(
    request: PageRequest, case_id: UUID, row: PlacementView | None
) -> tuple[forms.Form, Callable[[dict[str, Any]], object]]:
    """Return the form of the step the placement is at, and what it does."""
    data = request.POST or None
    if row is None:
        return task_forms.ProposalForm(
            data, initial={"proposed_on": request.on}
        ), lambda given: actions.record_placement(case_id=case_id, **given)
    if row.answer != "accepted":
        return task_forms.PlacementAnswerForm(
            data, initial={"answered_on": request.on}
        ), lambda given: actions.answer_placement(placement_id=row.id, **given)
    names = ("expected_on", "housing", "county_told_on", "county_told_whom", "arrived_on", "steps")
    initial = {name: getattr(row, name) for name in names}
    return task_forms.ArrangementForm(data, initial=initial), lambda given: actions.arrange_placement(
        placement_id=row.id, **given
    )


@require_http_methods(["GET", "POST"])
def own_tasks(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Ask how the client's own tasks go, and agree when to ask again."""
    found = case_view(case_id)
    tasks = [one for one in owed_tasks(case_id) if one.own]
    form = task_forms.OwnTaskForm(
        request.POST or None, tasks=[(one.measure_id, one.title) for one in tasks], on=request.on
    )
    if request.method == "POST" and _tried(
        request, form, lambda: actions.follow_own_task(**form.cleaned_data), _("Noted.")
    ):
        return redirect("desk:own_tasks", case_id=case_id)
    return _page(
        request,
        found,
        "own_tasks",
        _("The client's own tasks"),
        status=422 if request.method == "POST" else 200,
        form=form,
        tasks=tasks,
    )

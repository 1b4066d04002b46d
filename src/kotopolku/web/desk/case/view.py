"""The case page: who, what the law says, what happened; a note in two keystrokes; assessment and plan begun."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from kotopolku.cases.actions import add_note, drop_draft, start_assessment
from kotopolku.cases.queries import case_file, case_view, timeline
from kotopolku.cases.views import CaseView
from kotopolku.clocks.queries import ClockView, case_findings, clocks_of_case
from kotopolku.handovers.case_queries import move_of
from kotopolku.network.queries import network_of
from kotopolku.people.queries import contact_rule_of, order_of
from kotopolku.people.views import PersonCard
from kotopolku.plans.actions import draft_plan
from kotopolku.plans.queries import plans_of_case
from kotopolku.plans.views import PlanLine
from kotopolku.web.desk.badges import clock_row
from kotopolku.web.desk.calendar.panel import times_of_case
from kotopolku.web.desk.case import panels
from kotopolku.web.desk.case import timeline as events
from kotopolku.web.desk.crumbs import to_clients
from kotopolku.web.desk.danger.view import danger_card
from kotopolku.web.desk.drafts import begun
from kotopolku.web.desk.findings import card as finding_card
from kotopolku.web.desk.handover.panel import handover_panel, move_line
from kotopolku.web.desk.open_masked.view import opening
from kotopolku.web.desk.sources import sources_of
from kotopolku.web.desk.typed.view import NOTE, note_draft_url
from kotopolku.web.desk.undo.view import note_undo_url
from kotopolku.web.desk.words import codes
from kotopolku.web.desk.words.safety import rule_lines
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Action, FindingCard

REVIEWS = ("next_review_due", "review_asked")
NEAR_DAYS = 30  # so long before its day a review is what one comes to the case for


class NoteForm(forms.Form):
    """A note in two keystrokes; a contact with the client is told apart."""

    text = forms.CharField(
        label=lazy("Note"),
        max_length=4000,
        required=False,  # that somebody did not come needs no words; the act asks for them otherwise
        widget=forms.Textarea(attrs={"rows": 2, "data-key": "n"}),
    )
    about_contact = forms.BooleanField(label=lazy("This is about a contact with the client"), required=False)
    missed = forms.BooleanField(label=lazy("The client did not come or was not reached"), required=False)


@require_http_methods(["GET", "POST"])
def case(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the case; POST adds a note."""
    begun_note = begun(NOTE, case_id)
    note = NoteForm(request.POST or None, initial=begun_note)
    status = 200
    if request.method == "POST":
        event_id = (
            attempt(note, lambda: add_note(case_id=case_id, **note.cleaned_data))
            if note.is_valid()
            else False
        )
        if event_id:
            if begun_note:
                drop_draft(form=NOTE, subject_id=str(case_id))
            say_done(request, _("The note was saved."), undo_url=note_undo_url(case_id, event_id))
            return redirect("desk:case", case_id=case_id)
        status = 422
    file = case_file(case_id)
    if file.card is None:
        return render(
            request, "desk/case/former.html", {**_former(request, file.case), "note": note}, status=status
        )
    context = _context(request, file.case, file.card)
    written = {"note": note, "begun": bool(begun_note) and not note.is_bound}
    return render(
        request,
        "desk/case/page.html",
        {**context, **written, "draft_url": note_draft_url(case_id)},
        status=status,
    )


def _former(request: PageRequest, found: CaseView) -> dict[str, object]:
    """What the former unit reads: its own records up to its last day, and where the work has gone."""
    plans = plans_of_case(found.id)
    move = move_of(found.id)
    return {
        "title": found.person.name if found.person else found.number,
        "move": move_line(move, hidden=found.person is None or found.person.non_disclosure) if move else "",
        "case": found,
        "crumbs": to_clients(),
        "steps": panels.path(found, plans, on=request.on),
        "plans": plans,
        **_story(request, found),
    }


def _story(request: PageRequest, found: CaseView, *, same: Sequence[UUID] = ()) -> dict[str, object]:
    asked = events.wanted(request.GET)
    happened = timeline(found.id, kind=asked.kind or None, before=asked.before, same=same)
    return {
        "events": events.entries(happened, case_id=found.id, closed=found.closed_on is not None),
        "filters": events.filters(asked),
        "older": events.older_url(happened, asked),
        "closed": _("Closed %(day)s: %(reason)s")
        % {"day": day(found.closed_on), "reason": codes.word(codes.CLOSED_REASONS, found.closed_reason)}
        if found.closed_on
        else "",
    }


def _context(request: PageRequest, found: CaseView, person: PersonCard) -> dict[str, object]:
    on, area = request.on, request.area
    opened, opened_note = opening(person, found.id)
    plans = plans_of_case(found.id)
    clocks = clocks_of_case(found.id, on=on, settings=area.settings)
    due = request.actor.is_official and _review_is_near(clocks, on=on)
    facts_url = reverse("desk:facts", args=[found.id])
    cards = _cards(request, found, person, facts_url=facts_url, plans=plans)
    authority = next((card for question, card in cards if question == "responsible_authority"), None)
    rule = contact_rule_of(person.row)
    # A school's or a clinic's name tells where a protected client lives.
    members = network_of(found.id, hidden=person.row.non_disclosure and opened is None)
    return {
        "title": person.row.name,
        "case": found,
        "person": person,
        "lead": _lead(person, on=on),
        "crumbs": to_clients(),
        "steps": panels.path(found, plans, on=on),
        "open_card": cards[0][1] if cards else None,
        "cards": [card for _question, card in cards[1:]],
        **_story(request, found, same=person.same),
        "clocks": [clock_row(one, on=on) for one in clocks],
        "responsible": panels.responsible(found, person, area, authority=authority, opened=opened),
        "languages": panels.languages_and_contact(
            person, opened=opened, order=order_of(person), rule=rule, case_id=found.id
        ),
        "household": panels.household(person, on=on),
        "network": panels.network(members),
        "plans": plans,
        "times": times_of_case(found.id, on=on),
        "handovers": handover_panel(found, person, area=area, on=on),
        "next": _next_step(found, plans, review=due) if found.closed_on is None else None,
        "facts_url": facts_url,
        "opened_note": opened_note,
        "rule": " ".join(rule_lines(rule)),
        "danger": danger_card(request),
    }


def _cards(
    request: PageRequest,
    found: CaseView,
    person: PersonCard,
    *,
    facts_url: str,
    plans: Sequence[PlanLine],
) -> list[tuple[str, FindingCard]]:
    """Return the law's answers by their questions; a closed case offers no judgement."""
    may_judge = request.actor.is_official and found.closed_on is None
    judge_url = reverse("desk:judge", args=[found.id]) if may_judge else ""
    sources = sources_of(person, found, plans)
    return [
        (
            one.question,
            finding_card(one, on=request.on, facts_url=facts_url, judge_url=judge_url, sources=sources),
        )
        for one in case_findings(person.row.id, on=request.on, same=person.same)
    ]


def _lead(person: PersonCard, *, on: date) -> list[str]:
    code = next((one.value for one in person.identifiers if one.kind == "identity_code"), "")
    born = person.row.birth_date
    interpreting = person.language("interpreting")
    parts = [
        ", ".join(
            part for part in (code or (str(day(born)) if born else ""), panels.age(born, on=on)) if part
        ),
        _("interpreter: %(language)s") % {"language": language_name(interpreting)}
        if interpreting
        else language_name(person.language("spoken") or person.language("mother_tongue") or ""),
        _("does not read") if person.language("written") == "none" else "",
        _("must not meet somebody: check before booking") if person.must_not_meet else "",
    ]
    return [part for part in parts if part]


def _review_is_near(clocks: Sequence[ClockView], *, on: date) -> bool:
    """Whether the plan is to be reviewed now: its day is late or near, or the client has asked."""
    return any(
        one.code in REVIEWS
        and one.met_on is None
        and one.paused_since is None
        and one.days_left(on) <= NEAR_DAYS
        for one in clocks
    )


def _next_step(found: CaseView, plans: tuple[PlanLine, ...], *, review: bool) -> Action:
    """Return the one thing to do next as the page's main button; `review`: the plan in force is to be reviewed."""
    draft = next((plan for plan in plans if plan.state == "draft"), None)
    current = next((plan for plan in plans if plan.state == "accepted"), None)
    if found.assessment_state == "draft":
        return Action(
            label=_("Continue the assessment"),
            url=reverse("desk:assessment", args=[found.assessment_id]),
            kind="primary",
        )
    if draft is not None:
        return Action(label=_("Continue the plan"), url=reverse("desk:plan", args=[draft.id]), kind="primary")
    if current is not None and review:
        url = reverse("desk:plan_review", args=[current.id])
        return Action(label=_("Review the plan"), url=url, kind="primary", key="t")
    if current is not None:
        return Action(label=_("Open the plan"), url=reverse("desk:plan", args=[current.id]), kind="primary")
    if found.assessment_state == "concluded" and found.assessment_outcome == "plan_needed":
        return Action(
            label=_("Draw up a plan"),
            url=reverse("desk:plan_new", args=[found.id]),
            kind="primary",
            post=True,
        )
    return Action(
        label=_("Start the assessment"),
        url=reverse("desk:assessment_new", args=[found.id]),
        kind="primary",
        post=True,
    )


@require_POST
def assessment_new(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Begin an assessment; where one is begun already, go on in it."""
    found = case_view(case_id)
    if found.assessment_state == "draft" and found.assessment_id:
        return redirect("desk:assessment", assessment_id=found.assessment_id)
    return redirect("desk:assessment", assessment_id=start_assessment(case_id=case_id))


@require_POST
def plan_new(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Begin a plan; where a draft exists already, go on in it. `continue_from`: an earlier plan to carry on."""
    plans = plans_of_case(case_id)
    draft = next((plan for plan in plans if plan.state == "draft"), None)
    if draft is not None:
        return redirect("desk:plan", plan_id=draft.id)
    former = next((plan for plan in plans if str(plan.id) == request.POST.get("continue_from")), None)
    return redirect(
        "desk:plan", plan_id=draft_plan(case_id=case_id, continue_from=former.id if former else None)
    )

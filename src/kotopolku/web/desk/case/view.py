"""The case page and the short acts on it: a note, another officer, closing."""

from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kotopolku.accounts.queries import colleagues
from kotopolku.accounts.rights import OFFICIALS
from kotopolku.audit.queries import looks_at
from kotopolku.cases.actions import add_note, assign_officer, close_case, start_assessment
from kotopolku.cases.queries import case_view, timeline
from kotopolku.cases.views import CaseView
from kotopolku.clocks.queries import FindingView, case_findings, clocks_of_case
from kotopolku.people.queries import contact_rule_of, order_of, person_card
from kotopolku.people.views import PersonCard
from kotopolku.plans.actions import draft_plan
from kotopolku.plans.queries import plans_of_case
from kotopolku.plans.views import PlanLine
from kotopolku.web.desk.badges import clock_row
from kotopolku.web.desk.case import panels
from kotopolku.web.desk.crumbs import to_client, to_clients
from kotopolku.web.desk.findings import card as finding_card
from kotopolku.web.desk.handover.panel import handover_panel
from kotopolku.web.desk.open_masked.view import opening
from kotopolku.web.desk.sources import sources_of
from kotopolku.web.desk.undo.view import closing_undo_url, note_undo_url, officer_undo_url
from kotopolku.web.desk.words import codes
from kotopolku.web.desk.words.questions import say
from kotopolku.web.desk.words.safety import rule_lines
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Action, Crumb


class NoteForm(forms.Form):
    """A note in two keystrokes; a contact with the client is told apart."""

    text = forms.CharField(
        label=lazy("Note"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazy("Write the note first.")},
    )
    about_contact = forms.BooleanField(label=lazy("This is about a contact with the client"), required=False)


@require_http_methods(["GET", "POST"])
def case(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the case; POST adds a note."""
    note = NoteForm(request.POST or None)
    status = 200
    if request.method == "POST":
        event_id = (
            attempt(note, lambda: add_note(case_id=case_id, **note.cleaned_data))
            if note.is_valid()
            else False
        )
        if event_id:
            say_done(request, _("The note was saved."), undo_url=note_undo_url(case_id, event_id))
            return redirect("desk:case", case_id=case_id)
        status = 422
    context = _context(request, case_view(case_id))
    return render(request, "desk/case/page.html", {**context, "note": note}, status=status)


def _context(request: PageRequest, found: CaseView) -> dict[str, object]:
    on = request.on
    area = request.area
    person = person_card(found.person_id)
    opened, opened_note = opening(person, found.id)
    rule = contact_rule_of(person.row)
    plans = plans_of_case(found.id)
    findings = case_findings(found.person_id, on=on)
    facts_url = reverse("desk:facts", args=[found.id])
    judge_url = reverse("desk:judge", args=[found.id]) if request.actor.is_official else ""
    sources = sources_of(person, found)
    cards = [
        finding_card(one, on=on, facts_url=facts_url, judge_url=judge_url, sources=sources)
        for one in findings
    ]
    before = _before(request)
    events = timeline(found.id, before=before)
    return {
        "title": person.row.name,
        "case": found,
        "person": person,
        "lead": _lead(person, on=on),
        "crumbs": to_clients(),
        "steps": panels.path(found, plans, on=on),
        "open_card": cards[0] if cards else None,
        "cards": cards[1:],
        "events": panels.entries(events, case_id=found.id),
        "older": f"?before={events.next_before[0].isoformat()},{events.next_before[1]}#events"
        if events.next_before
        else "",
        "clocks": [clock_row(one, on=on) for one in clocks_of_case(found.id, on=on)],
        "responsible": panels.responsible(found, person, area, authority=_authority(findings), opened=opened),
        "languages": panels.languages_and_contact(
            person, opened=opened, order=order_of(person), rule=rule, case_id=found.id
        ),
        "household": panels.household(person, on=on),
        "plans": plans,
        "handovers": handover_panel(found.id, on=on),
        "next": _next_step(found, plans) if found.closed_on is None else None,
        "closed": _("Closed %(day)s: %(reason)s")
        % {"day": day(found.closed_on), "reason": codes.word(codes.CLOSED_REASONS, found.closed_reason)}
        if found.closed_on
        else "",
        "facts_url": facts_url,
        "opened_note": opened_note,
        "rule": " ".join(rule_lines(rule)),
    }


def _before(request: PageRequest) -> tuple[date, int] | None:
    day_text, _comma, number = request.GET.get("before", "").partition(",")
    try:
        return (date.fromisoformat(day_text), int(number)) if day_text else None
    except ValueError:
        return None


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


def _authority(findings: tuple[FindingView, ...]) -> str:
    return next(
        (
            say(one.question, one.value, why=one.why_unknown)
            for one in findings
            if one.question == "responsible_authority"
        ),
        "",
    )


def _next_step(found: CaseView, plans: tuple[PlanLine, ...]) -> Action:
    """Return the one thing to do next as the page's main button."""
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


class HandlingForm(forms.Form):
    """Who is responsible for the case, or why it is closed."""

    officer = forms.TypedChoiceField(label=lazy("Officer"), coerce=int, required=False)
    officer_reason = forms.CharField(label=lazy("Why?"), max_length=500, required=False)
    closing = forms.ChoiceField(label=lazy("Why is it closed?"), required=False)
    closing_note = forms.CharField(
        label=lazy("More about it"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: object, officers: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["officer"].choices = [("", lazy("Choose")), *officers]  # type: ignore[attr-defined]
        self.fields["closing"].choices = codes.choices(codes.CLOSED_REASONS, empty=lazy("Choose"))  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def handling(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Change the officer or close the case (POST `do`: assign, close)."""
    must_be(OFFICIALS, subject="handling")
    on = request.on
    found = case_view(case_id)
    area = request.area
    officers = [(one.staff_id, one.name) for one in colleagues(area.id, on=on)]
    form = HandlingForm(request.POST or None, officers=officers, initial={"officer": found.officer_id})
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _handle(request, found, form)):
            return redirect("desk:case", case_id=case_id)
        status = 422
    context = {
        "title": _("Officer and closing"),
        "form": form,
        "case": found,
        "crumbs": _crumbs(found),
    }
    return render(request, "desk/case/handling.html", context, status=status)


def _handle(request: PageRequest, found: CaseView, form: HandlingForm) -> bool:
    data = form.cleaned_data
    if request.POST.get("do") == "close":
        close_case(case_id=found.id, reason=data["closing"], note=data["closing_note"], version=found.version)
        reason = codes.word(codes.CLOSED_REASONS, data["closing"])
        say_done(
            request,
            _("The client relationship was closed: %(reason)s.") % {"reason": reason},
            undo_url=closing_undo_url(found.id, version=found.version + 1),
        )
    elif data["officer"]:
        assign_officer(case_id=found.id, staff_id=data["officer"], reason=data["officer_reason"])
        name = dict(form.fields["officer"].choices)[data["officer"]]  # type: ignore[attr-defined]
        say_done(
            request,
            _("%(officer)s is now responsible for the case.") % {"officer": name},
            undo_url=officer_undo_url(found.id, former=found.officer_id, version=found.version + 1),
        )
    return True


def _crumbs(found: CaseView) -> list[Crumb]:
    name = found.person.name if found.person else found.number
    return to_client(name, found.id)


@require_GET
def looks(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show who has looked at or changed the client's data, newest first."""
    found = case_view(case_id)
    context = {
        "title": _("Who has looked"),
        "looks": looks_at(found.person_id),
        # A worker's municipality could be the client's own.
        "hide_places": found.person is None or found.person.non_disclosure,
        "crumbs": _crumbs(found),
    }
    return render(request, "desk/case/looks.html", context)

"""The plan's page: a draft is edited and accepted, a plan in force is followed, reviewed and ended."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases.actions import drop_draft
from kotopolku.cases.refusals import Refusal
from kotopolku.languages.codes import by_code
from kotopolku.people.queries import person_card, person_row_of
from kotopolku.people.views import PersonCard
from kotopolku.plans import actions
from kotopolku.plans.family import family_plan_of
from kotopolku.plans.granted import granted_plan
from kotopolku.plans.queries import plan_view
from kotopolku.plans.refusals import PlanRefused
from kotopolku.plans.versions import versions_of_plan
from kotopolku.plans.views import PlanView
from kotopolku.services.queries import MeasureChoice, measures
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.drafts import keep_typed, typed
from kotopolku.web.desk.papers import given_out, main_language, paper_language, sender_of
from kotopolku.web.desk.plan.form import (
    AcceptForm,
    EndForm,
    NextStepForm,
    PlanForms,
    ReferralForm,
    with_one_more,
)
from kotopolku.web.desk.plan.panels import limits, measure_rows, review_rows, totals
from kotopolku.web.desk.plan.paper import pairs, shown_in
from kotopolku.web.desk.plan.paper_file import plan_file
from kotopolku.web.desk.plan.review.form import AskedForm
from kotopolku.web.desk.plan.versions import version_rows
from kotopolku.web.desk.refusals import lines
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.forms import with_version
from kotopolku.web.parts.granted_plan import plan_shown
from kotopolku.web.parts.permitted import must_be_official
from kotopolku.web.parts.requests import PageRequest

DRAFT = "plan"
ANCHORS = {
    "measures-": "id_measures-{rest}",
    "goals-": "id_goals-{rest}",
    "goals": "id_goals-0-code",
    "measures": "id_measures-0-code",
}


@require_http_methods(["GET", "POST"])
def plan(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Show the plan; POST saves a draft (`add`: goals or measures, one more row)."""
    view = plan_view(plan_id, on=_on(request))
    if view.former_unit:
        return _former(request, view)
    if view.state != "draft" or not view.may_change:
        return _follow(request, view)
    if request.method == "GET":
        kept = request.POST or typed(DRAFT, plan_id)
        return _edit(
            request, view, PlanForms(view, kept, offered=_offered(request)), restored=kept is not None
        )
    more = request.POST.get("add", "")
    if more in {"goals", "measures"}:
        keep_typed(DRAFT, view.id, with_one_more(request.POST, more), version=view.version)
        return redirect(f"{reverse('desk:plan', args=[view.id])}#{more}-end")
    sent = PlanForms(view, request.POST, offered=_offered(request))
    if not sent.is_valid():
        return _edit(request, view, sent, status=422)
    return _save(request, view, sent)


def _former(request: PageRequest, view: PlanView) -> HttpResponse:
    """What the former unit reads: the plan as it was last kept in its own days, without a button."""
    row = person_row_of(view.person_id)
    kept = granted_plan(view.case_id, hidden=row.non_disclosure, plan_id=view.id)
    context = {
        "title": _("Integration plan"),
        "view": view,
        "state": codes.word(codes.PLAN_STATES, view.state),
        "plan": plan_shown(kept) if kept else None,
        "crumbs": to_client(row.name, view.case_id),
    }
    return render(request, "desk/plan/former.html", context)


def _on(request: PageRequest) -> date:
    return request.on


def _offered(request: PageRequest) -> tuple[MeasureChoice, ...]:
    """Return the services of the area that a plan can agree on."""
    return measures(request.actor.area_id) if request.actor.area_id else ()


def _save(request: PageRequest, view: PlanView, sent: PlanForms) -> HttpResponse:
    try:
        actions.save_plan(
            plan_id=view.id,
            version=sent.plan.cleaned_data["version"],
            plan=sent.plan.plan(),
            goals=sent.goal_entries(),
            measures=sent.measure_entries(),
        )
    except Invalid as fault:
        sent.add_error(fault.field, str(fault.message))
        return _edit(request, view, sent, status=422)
    except Stale:
        keep_typed(DRAFT, view.id, request.POST, version=view.version)
        with_version(sent.plan, view.version)
        return _edit(request, view, sent, status=409, stale=True)
    drop_draft(form=DRAFT, subject_id=str(view.id))
    if request.POST.get("next") == "accept" and request.actor.is_official:
        return redirect("desk:plan_accept", plan_id=view.id)
    return redirect("desk:plan", plan_id=view.id)


def _edit(
    request: PageRequest,
    view: PlanView,
    sent: PlanForms,
    *,
    status: int = 200,
    restored: bool = False,
    stale: bool = False,
    refusals: Sequence[Refusal] | None = None,
) -> HttpResponse:
    person = person_card(view.person_id)
    context = {
        **_shared(view, person),
        "forms": sent,
        "failed": [] if restored else sent.failed(),
        "restored": restored,
        "stale": stale,
        "draft_url": reverse("desk:plan_draft", args=[view.id]),
        "limits": limits(view),
        "refused": lines(view.refusals if refusals is None else refusals, anchors=ANCHORS)
        if not sent.plan.is_bound
        else [],
    }
    return render(request, "desk/plan/edit.html", context, status=status)


def _shared(view: PlanView, person: PersonCard) -> dict[str, Any]:
    code = paper_language(person)
    other = by_code(code)
    return {
        "title": _("Integration plan"),
        "view": view,
        "person": person,
        "state": codes.word(codes.PLAN_STATES, view.state),
        "totals": totals(view),
        "family": family_plan_of(view.person_id),
        "pairs": pairs(view, code=code),
        "paper": other,
        "shown_in": shown_in(code),
        "reads": person.language("written") != "none",
        "crumbs": to_client(person.row.name, view.case_id),
    }


@require_POST
def draft(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Keep what has been typed so far, for its writer alone (204)."""
    view = plan_view(plan_id, on=_on(request))
    keep_typed(DRAFT, view.id, request.POST, version=view.version)
    return HttpResponse(status=204)


@require_http_methods(["GET", "POST"])
def accept(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Accept the plan with the client; everything the law says against it is listed first."""
    must_be_official(subject="plan_accept")
    view = plan_view(plan_id, on=_on(request))
    if view.state != "draft":
        return redirect("desk:plan", plan_id=view.id)
    person = person_card(view.person_id)
    language = next(
        (found for use in ("interpreting", "spoken", "mother_tongue") if (found := person.language(use))), ""
    )
    form = AcceptForm(request.POST or None, initial={"version": view.version, "language": language})
    refusals = view.refusals
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.accept_plan(plan_id=view.id, **form.cleaned_data)
                return redirect("desk:plan", plan_id=view.id)
            except PlanRefused as refused:
                refusals = refused.refusals
            except Invalid as fault:
                name = fault.field.removeprefix("accepted_")
                form.add_error(name if name in form.fields else None, str(fault.message))
            except Stale:
                return redirect("desk:plan_accept", plan_id=view.id)
    editor = reverse("desk:plan", args=[view.id])
    context = {
        **_shared(view, person),
        "form": form,
        "refused": lines(refusals, anchors=ANCHORS),
        "refused_title": _("The plan cannot be accepted yet"),
        "editor": editor,
    }
    return render(request, "desk/plan/accept.html", context, status=status)


def _follow(
    request: PageRequest, view: PlanView, *, status: int = 200, extra: Mapping[str, Any] | None = None
) -> HttpResponse:
    on = _on(request)
    person = person_card(view.person_id)
    context = {
        **_shared(view, person),
        "goals": [(codes.word(codes.GOALS, one.code), one.text) for one in view.goals],
        "measures": measure_rows(view, on=on),
        "reviews": review_rows(view),
        "referral_form": ReferralForm(initial={"referred_on": on}),
        "asked_form": AskedForm(initial={"on": on}),
        "next_form": NextStepForm(
            initial={"version": view.version, "exit_to": view.exit_to, "next_step": view.next_step}
        ),
        "versions": version_rows(versions_of_plan(view.id, view.case_id)),
        "exit_to": codes.word(codes.EXITS, view.exit_to) if view.exit_to else "",
        "end_form": EndForm(initial={"version": view.version, "ended_on": on}),
        "review_due": day(view.next_review_due) if view.next_review_due else "",
        "refused_title": _("It cannot be recorded"),
        **(extra or {}),
    }
    return render(request, "desk/plan/follow.html", context, status=status)


def _try(
    request: PageRequest, view: PlanView, form: forms.Form, *, name: str, act: Callable[[], None]
) -> HttpResponse:
    """Run an act on a plan in force and go back to it, or show its page with what stands against the act."""
    if form.is_valid():
        try:
            act()
            return redirect("desk:plan", plan_id=view.id)
        except Invalid as fault:
            form.add_error(fault.field if fault.field in form.fields else None, str(fault.message))
        except PlanRefused as refused:
            extra = {name: form, "refused": lines(refused.refusals, anchors=ANCHORS)}
            return _follow(request, view, status=422, extra=extra)
        except Stale:
            form.add_error(None, _("Somebody else changed the plan in between. Read it and save again."))
            with_version(form, view.version)
    return _follow(request, view, status=422, extra={name: form, "failed": form})


@require_POST
def referral(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Record that the client was guided to apply to a service of the plan."""
    view = plan_view(plan_id, on=_on(request))
    form = ReferralForm(request.POST)

    def act() -> None:
        data = form.cleaned_data
        actions.record_referral(
            measure_id=data["measure"], referred_on=data["referred_on"], referred_to=data["referred_to"]
        )

    return _try(request, view, form, name="referral_form", act=act)


@require_POST
def asked(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Record that the client asks for a review, or that needs or life situation have changed."""
    view = plan_view(plan_id, on=_on(request))
    form = AskedForm(request.POST)
    return _try(
        request,
        view,
        form,
        name="asked_form",
        act=lambda: actions.ask_for_review(plan_id=view.id, **form.cleaned_data),
    )


@require_POST
def next_step(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Agree where the client goes when the plan ends."""
    view = plan_view(plan_id, on=_on(request))
    form = NextStepForm(request.POST)
    return _try(
        request,
        view,
        form,
        name="next_form",
        act=lambda: actions.agree_next_step(plan_id=view.id, **form.cleaned_data),
    )


@require_POST
def unfreeze(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Take a frozen draft up again when job search has ended."""
    view = plan_view(plan_id, on=_on(request))
    sent = PlanForms(view, offered=_offered(request))
    try:
        actions.unfreeze_plan(plan_id=view.id, version=view.version)
        return redirect("desk:plan", plan_id=view.id)
    except Invalid as fault:
        sent.plan.cleaned_data = {}
        sent.plan.add_error(None, str(fault.message))
        return _edit(request, view, sent, status=422)
    except PlanRefused as refused:
        return _edit(request, view, sent, status=422, refusals=refused.refusals)


@require_POST
def end(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """End the plan with a reason."""
    view = plan_view(plan_id, on=_on(request))
    form = EndForm(request.POST)
    return _try(
        request,
        view,
        form,
        name="end_form",
        act=lambda: actions.end_plan(plan_id=view.id, **form.cleaned_data),
    )


@require_GET
def paper(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Show the plan as it is printed: two languages side by side, black on white."""
    view = plan_view(plan_id, on=_on(request))
    return render(request, "desk/plan/paper.html", _shared(view, person_card(view.person_id)))


@require_GET
def paper_file(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Give the paper as a tagged PDF; making it is logged as an export."""
    view = plan_view(plan_id, on=_on(request))
    person = person_card(view.person_id)
    made = plan_file(
        view,
        person,
        sender=sender_of(request),
        code=paper_language(person),
        main=main_language(request),
    )
    return given_out(
        made, name="kotoutumissuunnitelma", subject="plan", subject_id=view.id, person=view.person_id
    )

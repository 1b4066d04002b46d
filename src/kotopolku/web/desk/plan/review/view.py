"""Review a plan on one page, and record that the client asks for a review."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.cases.actions import drop_draft
from kotopolku.cases.since import told_since
from kotopolku.people.queries import person_card
from kotopolku.plans.actions import review_plan
from kotopolku.plans.queries import plan_view
from kotopolku.plans.refusals import PlanRefused
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.drafts import begun
from kotopolku.web.desk.papers import given_out, main_language, paper_language, sender_of
from kotopolku.web.desk.plan.panels import limits, totals
from kotopolku.web.desk.plan.review.form import ReviewForm
from kotopolku.web.desk.plan.review.known import NO_SHOW, OWN_TASK, Before, known, participation, since
from kotopolku.web.desk.plan.review.paper_file import review_file
from kotopolku.web.desk.refusals import Line, lines
from kotopolku.web.desk.typed.view import REVIEW, review_draft_url
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import with_version
from kotopolku.web.parts.permitted import must_be_official
from kotopolku.web.parts.requests import PageRequest


@require_http_methods(["GET", "POST"])
def review(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Show the review, filled with what is known; one save records it and the next six months begin."""
    must_be_official(subject="plan_review")
    view = plan_view(plan_id, on=request.on)
    if view.state != "accepted":
        return redirect("desk:plan", plan_id=view.id)
    told = told_since(view.case_id, (NO_SHOW, OWN_TASK), since=since(view))
    before = Before(view=view, told=told, on=request.on)
    if request.method == "GET":
        initial = {
            "version": view.version,
            "on": request.on,
            "source": "client",
            "participation": participation(before),
            "county_participated": view.made_with_county,
        }
        written = begun(REVIEW, view.id)
        form = ReviewForm(today=request.on, measures=view.measures, initial={**initial, **written})
        form.fields["progress"].widget.attrs["autofocus"] = True
        return _page(request, before, form, restored=bool(written))
    form = ReviewForm(request.POST, today=request.on, measures=view.measures)
    refused: list[Line] = []
    if form.is_valid():
        try:
            review_plan(plan_id=view.id, **form.entries())
        except Invalid as fault:
            form.add_error(fault.field if fault.field in form.fields else None, str(fault.message))
        except PlanRefused as fault:
            refused = lines(fault.refusals, anchors={"review_agreed_on": "id_next_review_on"})
        except Stale:
            form.add_error(None, _("Somebody else changed the plan in between. Read it and save again."))
            with_version(form, view.version)
        else:
            drop_draft(form=REVIEW, subject_id=str(view.id))
            say_done(request, _("The review was saved. The next six months begin."))
            return redirect("desk:plan", plan_id=view.id)
    return _page(request, before, form, refused=refused, status=422)


def _page(
    request: PageRequest,
    before: Before,
    form: ReviewForm,
    *,
    refused: list[Line] | None = None,
    restored: bool = False,
    status: int = 200,
) -> HttpResponse:
    view = before.view
    person = person_card(view.person_id)
    context: dict[str, Any] = {
        "title": _("Review of the plan"),
        "view": view,
        "person": person,
        "state": codes.word(codes.PLAN_STATES, view.state),
        "form": form,
        "begun": restored,
        "draft_url": review_draft_url(view.id),
        "known": known(before),
        "limits": limits(view),
        "totals": totals(view),
        "goals": [(codes.word(codes.GOALS, one.code), one.text) for one in view.goals],
        "refused": refused or [],
        "refused_title": _("The review cannot be recorded"),
        "crumbs": to_client(person.row.name, view.case_id),
    }
    return render(request, "desk/plan/review/page.html", context, status=status)


@require_GET
def review_paper_file(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Give one review (`review`: its number; absent: the latest) as a tagged PDF, logged as an export."""
    view = plan_view(plan_id, on=request.on)
    asked = request.GET.get("review", "")
    found = next((one for one in view.reviews if asked in {"", str(one.id)}), None)
    if found is None:
        raise NotFound("review")
    person = person_card(view.person_id)
    made = review_file(
        view,
        found,
        person,
        sender=sender_of(request),
        code=paper_language(person),
        main=main_language(request),
    )
    return given_out(
        made, name="suunnitelman-tarkistus", subject="plan", subject_id=view.id, person=view.person_id
    )

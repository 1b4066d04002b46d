"""Decisions of a client: a list with a form, one decision with its delivery, and the letter as a file."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.audit.acting import current_actor
from kotopolku.audit.errors import NotFound
from kotopolku.cases.queries import case_view
from kotopolku.cases.views import CaseView
from kotopolku.decisions.actions import deliver_decision, refuse_assessment
from kotopolku.decisions.codes import ASSESSMENT_REFUSED, EVERY_PROVISION
from kotopolku.decisions.queries import DecisionView, decision_view, decisions_of
from kotopolku.fees.queries import DecidedView, fee_decided
from kotopolku.people.queries import person_card
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.decision.form import DecisionForm, DeliveryForm
from kotopolku.web.desk.decision.letter import letter_file
from kotopolku.web.desk.fee.letter import fee_letter
from kotopolku.web.desk.papers import given_out, paper_language
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, uuid_or_none
from kotopolku.web.parts.shapes import Crumb


@require_http_methods(["GET", "POST"])
def decisions(request: PageRequest, case_id: UUID) -> HttpResponse:
    """List the decisions; POST makes a new one, or one that corrects the decision named in `corrects`."""
    found = case_view(case_id)
    corrected = _corrected(request, case_id)
    form = DecisionForm(request.POST or None, initial=_initial(request, corrected))
    status = 200
    if request.method == "POST":
        made: list[UUID] = []
        if form.is_valid() and attempt(form, lambda: _decide(form, case_id, corrected, made)):
            say_done(request, _("The decision was made. Give it to the client now."))
            return redirect(_url("desk:decision", case_id, made[0]))
        status = 422
    context = {
        "title": _("Decisions"),
        "case": found,
        "form": form,
        "corrected": corrected,
        "rows": [(one, _url("desk:decision", case_id, one.id)) for one in decisions_of(case_id)],
        "may_decide": current_actor().is_official and found.closed_on is None,
        "crumbs": _crumbs(found),
    }
    return render(request, "desk/decision/page.html", context, status=status)


def _decide(form: DecisionForm, case_id: UUID, corrected: DecisionView | None, made: list[UUID]) -> bool:
    corrects = corrected.id if corrected else None
    made.append(refuse_assessment(case_id=case_id, entry=form.entry(), corrects=corrects))
    return True


def _corrected(request: PageRequest, case_id: UUID) -> DecisionView | None:
    asked = uuid_or_none(request.POST.get("corrects") or request.GET.get("corrects", ""))
    view = decision_view(asked) if asked else None
    return view if view and (view.case_id, view.kind) == (case_id, ASSESSMENT_REFUSED) else None


def _initial(request: PageRequest, corrected: DecisionView | None) -> dict[str, object]:
    if corrected is None:
        area = request.area.names.pick("fi").text if request.area else ""
        return {
            "authority": current_actor().organisation or area,
            "contact": current_actor().name,
            "language": "fi",
        }
    return {
        "requested_on": corrected.requested_on,
        "language": corrected.language,
        "provisions": list(corrected.provisions),
        "reasons": corrected.reasons,
        "authority": corrected.authority,
        "address": corrected.address,
        "contact": corrected.contact,
    }


@require_http_methods(["GET", "POST"])
def decision(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show one decision; POST records how it was given to the client."""
    view = _asked(request, case_id)
    found, fee = case_view(case_id), fee_decided(view.id)
    form = DeliveryForm(request.POST or None, today=request.on)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _deliver(form, view)):
            say_done(request, _("The delivery was recorded."))
            return redirect(_url("desk:decision", case_id, view.id))
        status = 422
    context = {
        "title": _("Decision %(number)s") % {"number": view.number},
        "case": found,
        "view": view,
        "provisions": [f"{code} §: {_(EVERY_PROVISION.get(code, ''))}" for code in view.provisions],
        "way": codes.word(codes.DELIVERY_WAYS, view.delivery_way),
        "form": form,
        "file_url": _url("desk:decision_file", case_id, view.id),
        "fee": fee,
        "correct_url": _correct_url(case_id, view, fee),
        "corrected_url": _url("desk:decision", case_id, view.corrected_by) if view.corrected_by else "",
        "may_decide": current_actor().is_official and found.closed_on is None,
        "crumbs": [
            *_crumbs(found),
            Crumb(label=_("Decisions"), url=reverse("desk:decisions", args=[case_id])),
        ],
    }
    return render(request, "desk/decision/one.html", context, status=status)


def _correct_url(case_id: UUID, view: DecisionView, fee: DecidedView | None) -> str:
    """Return where a new decision of the same kind is made; that of a fee stands on the page of its time."""
    page = (
        reverse("desk:fee", args=[fee.appointment_id]) if fee else reverse("desk:decisions", args=[case_id])
    )
    return f"{page}?{urlencode({'corrects': view.id})}#decide"


def _deliver(form: DeliveryForm, view: DecisionView) -> bool:
    deliver_decision(decision_id=view.id, way=form.cleaned_data["way"], on=form.cleaned_data["on"])
    return True


@require_GET
def decision_file(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Give the letter as a tagged PDF in its own and the client's language; making it is logged as an export."""
    view = _asked(request, case_id)
    person = person_card(view.person_id)
    fee = fee_decided(view.id)
    made = (
        fee_letter(view, fee, person, code=paper_language(person))
        if fee
        else letter_file(view, person, code=paper_language(person))
    )
    return given_out(made, name="paatos", subject="decision", subject_id=view.id, person=view.person_id)


def _asked(request: PageRequest, case_id: UUID) -> DecisionView:
    asked = uuid_or_none(request.GET.get("decision", ""))
    if asked is None:
        raise NotFound("decision")
    view = decision_view(asked)
    if view.case_id != case_id:
        raise NotFound(f"decision {asked}")
    return view


def _url(name: str, case_id: UUID, decision_id: UUID) -> str:
    return f"{reverse(name, args=[case_id])}?{urlencode({'decision': decision_id})}"


def _crumbs(found: CaseView) -> list[Crumb]:
    return to_client(person_card(found.person_id).row.name, found.id)

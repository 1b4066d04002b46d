"""The fee of one time: told at booking; after a no-show its conditions, the hearing, the judgement, the decision."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.appointments.queries import AppointmentView, appointment_view
from kotopolku.audit.acting import current_actor
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import NotFound
from kotopolku.decisions.queries import decision_view
from kotopolku.fees import actions
from kotopolku.fees.queries import DecidedView, FeeView, fee_of
from kotopolku.languages.codes import by_code
from kotopolku.web.desk.calendar import words as calendar_words
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.fee.form import AnswerForm, DecideForm, DropForm, HearForm, JudgeForm, ToldForm
from kotopolku.web.desk.fee.words import WAYS, condition_rows
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day_long
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, sent_number, uuid_or_none
from kotopolku.web.parts.shapes import Crumb

DONE: Mapping[str, Promise] = {
    "tell": lazy("It was recorded what was told about the fee."),
    "hear": lazy("It was recorded that the client is asked."),
    "answer": lazy("The answer was recorded."),
    "judge": lazy("The judgement was recorded."),
    "drop": lazy("No fee is charged. The matter has ended."),
    "decide": lazy("The decision was made. Give it to the client now."),
}


@require_http_methods(["GET", "POST"])
def fee(request: PageRequest, appointment_id: UUID) -> HttpResponse:
    """Show the fee of a time; POST does what its button (`act`) says."""
    view = appointment_view(appointment_id)
    found = fee_of(appointment_id)
    if found is None:
        raise NotFound(f"fee of {appointment_id}")
    act = request.POST.get("act", "")
    corrected = _corrected(request, found)
    forms_by_act = _forms(request, view, found, corrected, act)
    plain = forms.Form(request.POST or None)
    status = 200
    if request.method == "POST":
        form = forms_by_act.get(act, plain)
        if act in DONE and form.is_valid():
            made = attempt(form, _run(act, form, request, view.id, corrected))
            if made is not False:
                say_done(request, str(DONE[act]))
                return redirect(_decision_url(view, made[0]) if made else reverse("desk:fee", args=[view.id]))
        status = 422
    context = {
        **forms_by_act,
        "title": _("Fee for a missed time"),
        "heading": f"{day_long(view.day)} {calendar_words.hours(view)}",
        "view": view,
        "fee": found,
        "failed": next((one for key, one in forms_by_act.items() if key == act and one.is_bound), plain),
        "text_language": by_code(found.said.language),
        "spoken": language_name(view.language) if view.language else "",
        "rows": condition_rows(view, found),
        "missed": view.state == "no_show",
        "heard": found.matter is not None and found.matter.heard(request.on),
        "way": WAYS[found.matter.way] if found.matter else "",
        "heard_in": language_name(found.matter.language) if found.matter else "",
        "decided": [(one, _decision_url(view, one.decision_id)) for one in found.decisions],
        "corrected": corrected,
        "may_decide": current_actor().is_official and current_actor().role is not Role.ADVISER,
        "crumbs": [
            *(to_client(calendar_words.whom(view), view.case_id) if view.case_id else []),
            Crumb(label=_("Booked time"), url=reverse("desk:appointment", args=[view.id])),
        ],
    }
    return render(request, "desk/fee/page.html", context, status=status)


def _forms(
    request: PageRequest, view: AppointmentView, fee: FeeView, corrected: DecidedView | None, act: str
) -> dict[str, forms.Form]:
    def data(name: str) -> QueryDict | None:
        return request.POST if act == name else None

    return {
        "tell": ToldForm(data("tell")),
        "hear": HearForm(data("hear"), request=request, fee=fee, language=view.language),
        "answer": AnswerForm(data("answer")),
        "judge": JudgeForm(data("judge")),
        "drop": DropForm(data("drop")),
        "decide": DecideForm(data("decide"), initial=_initial(request, fee, corrected)),
    }


def _initial(request: PageRequest, fee: FeeView, corrected: DecidedView | None) -> dict[str, object]:
    if corrected is not None:
        known = decision_view(corrected.decision_id)
        return {
            "amount": corrected.amount,
            "due_on": corrected.due_on,
            **{
                name: getattr(known, name)
                for name in ("language", "reasons", "authority", "address", "contact")
            },
        }
    area = request.area.names.pick("fi").text if request.area else ""
    return {
        "amount": fee.largest,
        "due_on": max(fee.earliest_due, _a_month_on(request.on)),
        "authority": current_actor().organisation or area,
        "contact": current_actor().name,
        "language": "fi",
    }


def _a_month_on(on: date) -> date:
    """Return a usual due date: when the time for rectification is over, counted as if the letter left today."""
    return on + timedelta(days=37)


def _corrected(request: PageRequest, fee: FeeView) -> DecidedView | None:
    asked = uuid_or_none(request.POST.get("corrects") or request.GET.get("corrects", ""))
    return next((one for one in fee.decisions if one.decision_id == asked and not one.corrected), None)


def _run(
    act: str,
    form: forms.Form,
    request: PageRequest,
    which: UUID,
    corrected: DecidedView | None,
) -> Callable[[], tuple[UUID, ...]]:
    """Return what the button does, which returns the decision it makes; the version is that of the drawn page."""

    def run() -> tuple[UUID, ...]:
        data = form.cleaned_data
        if act == "tell":
            actions.tell_fee(appointment_id=which, **data)
        elif act == "hear":
            actions.hear_about_fee(appointment_id=which, **data)
        else:
            version = sent_number(request.POST, "version", digits=9)
            if act == "answer":
                actions.record_fee_answer(appointment_id=which, version=version, **data)
            elif isinstance(form, JudgeForm):
                actions.judge_fee(appointment_id=which, version=version, **form.judged())
            elif act == "drop":
                actions.drop_fee(appointment_id=which, version=version, **data)
            elif isinstance(form, DecideForm):
                corrects = corrected.decision_id if corrected else None
                entry = form.entry()
                return (
                    actions.decide_fee(appointment_id=which, version=version, entry=entry, corrects=corrects),
                )
        return ()

    return run


def _decision_url(view: AppointmentView, decision_id: UUID) -> str:
    return f"{reverse('desk:decision', args=[view.case_id])}?{urlencode({'decision': decision_id})}"

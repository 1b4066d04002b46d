"""The interpreter desk: whom we ask, the order of a time in one step, the answer, and how it went."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.appointments import actions
from kotopolku.appointments.entries import OrderEntry
from kotopolku.appointments.interpreter_queries import (
    colleagues_for,
    interpreters,
    interpreters_for,
    orders_of,
    remote_will_do,
    too_soon,
)
from kotopolku.appointments.queries import AppointmentView, appointment_view
from kotopolku.web.desk.calendar import words
from kotopolku.web.desk.calendar.interpreting_form import (
    FUNDINGS,
    ORDER_STATES,
    QUALITIES,
    CloseForm,
    ColleagueForm,
    InterpreterForm,
    OrderForm,
)
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day_long
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, number_or_none, sent_number
from kotopolku.web.parts.shapes import Crumb

DONE: Mapping[str, Promise] = {
    "order": lazy("The order is on its way to the interpreter."),
    "comes": lazy("It was recorded that the interpreter comes."),
    "declines": lazy("It was recorded that the interpreter cannot come. Ask another one."),
    "cancel": lazy("The order was cancelled, and the interpreter is told."),
    "close": lazy("How the interpreting went was recorded."),
    "colleague": lazy("The colleague interprets, and has been told."),
    "release": lazy("The colleague does not interpret this time any more."),
    "same": lazy("The wish was recorded."),
    "not_this": lazy("The wish was recorded."),
}


@require_http_methods(["GET", "POST"])
def interpreter_list(request: PageRequest) -> HttpResponse:
    """Show whom we ask to interpret and add one; POST with `end` takes one off the list."""
    form = InterpreterForm(request.POST if request.method == "POST" and "end" not in request.POST else None)
    status = 200
    if request.method == "POST":
        if "end" in request.POST:
            actions.end_interpreter(interpreter_id=sent_number(request.POST, "end"))
            say_done(request, _("The interpreter is not asked any more. What is ordered stays."))
            return redirect("desk:interpreters")
        if form.is_valid() and attempt(form, lambda: bool(actions.add_interpreter(entry=form.entry()))):
            say_done(request, _("The interpreter can be asked now."))
            return redirect("desk:interpreters")
        status = 422
    context = {
        "title": _("Interpreters"),
        "form": form,
        "rows": [
            (one, ", ".join(language_name(code) for code in one.languages))
            for one in interpreters(request.area.id)
        ],
        "crumbs": [Crumb(label=_("Calendar"), url=reverse("desk:calendar"))],
    }
    return render(request, "desk/calendar/interpreters.html", context, status=status)


@require_http_methods(["GET", "POST"])
def interpreting(request: PageRequest, appointment_id: UUID) -> HttpResponse:
    """Show the interpreter of a time; POST does what its button (`act`) says."""
    view = appointment_view(appointment_id)
    language = view.language
    found = interpreters_for(appointment_id, language=language) if language else ()
    act = request.POST.get("act", "")
    order = OrderForm(
        request.POST if act == "order" else None,
        found=found,
        initial={"contact": request.actor.name},
    )
    close = CloseForm(request.POST if act == "close" else None)
    may = colleagues_for(view, on=request.on)
    colleague = ColleagueForm(request.POST if act == "colleague" else None, found=may)
    plain = forms.Form(request.POST or None)
    status = 200
    if request.method == "POST":
        form: forms.Form = {"order": order, "close": close, "colleague": colleague}.get(act, plain)
        if (
            act in DONE
            and form.is_valid()
            and attempt(form, _act(act, request, view, order=order, close=close, colleague=colleague))
        ):
            say_done(request, str(DONE[act]))
            return redirect("desk:interpreting", appointment_id)
        status = 422
    context = {
        "title": _("Interpreter"),
        "heading": f"{day_long(view.day)} {words.hours(view)}",
        "view": view,
        "language": language_name(language) if language else "",
        "order": order,
        "close": close,
        "plain": plain,
        "found": found,
        "soon": [one.name for one in found if too_soon(one, day=view.day)],
        "orders": [
            (one, ORDER_STATES[one.state], FUNDINGS.get(one.funding), QUALITIES.get(one.quality))
            for one in orders_of(appointment_id)
        ],
        "colleague": colleague,
        "colleagues": may,
        "remote": remote_will_do(view),
        "crumbs": [
            *(to_client(words.whom(view), view.case_id) if view.case_id else []),
            Crumb(label=_("Booked time"), url=reverse("desk:appointment", args=[view.id])),
        ],
    }
    context["asked"] = next((one for one, *_rest in context["orders"] if one.is_open), None)  # type: ignore[attr-defined]
    return render(request, "desk/calendar/interpreting.html", context, status=status)


def _act(
    act: str,
    request: PageRequest,
    view: AppointmentView,
    *,
    order: OrderForm,
    close: CloseForm,
    colleague: ColleagueForm,
) -> Callable[[], bool]:
    which = number_or_none(request.POST.get("order", "")) or 0

    def run() -> bool:
        if act == "order":
            data = order.cleaned_data
            entry = OrderEntry(
                interpreter_id=data["interpreter"],
                language=view.language,
                dialect=data["dialect"],
                gender=data["gender"],
                contact=data["contact"],
            )
            actions.order_interpreter(appointment_id=view.id, entry=entry)
        elif act == "close":
            actions.close_interpreting(order_id=which, **close.cleaned_data)
        elif act == "colleague":
            chosen = colleague.cleaned_data["colleague"]
            actions.interpret_by_colleague(appointment_id=view.id, staff_id=chosen)
        elif act == "release":
            actions.release_colleague(appointment_id=view.id)
        elif act == "cancel":
            actions.cancel_interpreter(order_id=which)
        elif act in {"same", "not_this"}:
            actions.wish_interpreter(
                appointment_id=view.id, interpreter_id=sent_number(request.POST, "interpreter"), wish=act
            )
        else:
            actions.record_interpreter_answer(order_id=which, comes=act == "comes")
        return True

    return run

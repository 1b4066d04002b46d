"""The interpreter desk: whom we ask, the order of a time in one step, the answer, and how it went."""

from collections.abc import Callable, Mapping
from typing import Any
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
from kotopolku.appointments.entries import InterpreterEntry, OrderEntry
from kotopolku.appointments.interpreter_queries import (
    InterpreterView,
    interpreters,
    interpreters_for,
    orders_of,
    too_soon,
)
from kotopolku.appointments.queries import AppointmentView, appointment_view
from kotopolku.web.desk.calendar import words
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.parts.choices import language_choices, language_name
from kotopolku.web.parts.dates import day_long
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, number_or_none, sent_number
from kotopolku.web.parts.shapes import Crumb

GENDERS: Mapping[str, Promise] = {"woman": lazy("woman"), "man": lazy("man")}
ORDER_STATES: Mapping[str, Promise] = {
    "ordered": lazy("asked, not answered yet"),
    "confirmed": lazy("comes"),
    "declined": lazy("cannot come"),
    "cancelled": lazy("cancelled"),
    "late": lazy("came late"),
    "no_show": lazy("did not come"),
    "done": lazy("interpreted as agreed"),
}
ENDS = ("done", "late", "no_show")
DONE: Mapping[str, Promise] = {
    "order": lazy("The order is on its way to the interpreter."),
    "comes": lazy("It was recorded that the interpreter comes."),
    "declines": lazy("It was recorded that the interpreter cannot come. Ask another one."),
    "cancel": lazy("The order was cancelled, and the interpreter is told."),
    "close": lazy("How the interpreting went was recorded."),
    "same": lazy("The wish was recorded."),
    "not_this": lazy("The wish was recorded."),
}


def _choose(form: forms.Form, name: str, choices: list[tuple[object, object]]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]


class InterpreterForm(forms.Form):
    """An interpreter or an agency, as agreed with them."""

    name = forms.CharField(label=lazy("Name"), max_length=120)
    is_agency = forms.BooleanField(label=lazy("An agency with many interpreters"), required=False)
    email = forms.EmailField(label=lazy("E-mail for orders"), max_length=200)
    phone = forms.CharField(label=lazy("Telephone"), max_length=40, required=False)
    languages = forms.MultipleChoiceField(
        label=lazy("Languages"), widget=forms.SelectMultiple(attrs={"size": 8})
    )
    dialects = forms.CharField(label=lazy("Dialects"), max_length=200, required=False)
    modes = forms.MultipleChoiceField(
        label=lazy("Ways of interpreting"), widget=forms.CheckboxSelectMultiple, required=False
    )
    gender = forms.ChoiceField(label=lazy("Gender"), required=False)
    hour_price = forms.DecimalField(
        label=lazy("Price an hour, euros"),
        max_digits=8,
        decimal_places=2,
        min_value=0,
        required=False,
        localize=True,
    )
    lead_days = forms.IntegerField(
        label=lazy("Wants to know, days before"), min_value=0, max_value=120, initial=14
    )
    late_hours = forms.IntegerField(
        label=lazy("Charges a cancelling later than, hours before"), min_value=0, max_value=720, initial=24
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "languages", list(language_choices()))
        _choose(self, "modes", list(words.MODES.items()))
        _choose(self, "gender", [("", _("not told")), *GENDERS.items()])

    def entry(self) -> InterpreterEntry:
        """Return what `add_interpreter` takes."""
        data = self.cleaned_data
        return InterpreterEntry(
            **{**data, "languages": tuple(data["languages"]), "modes": tuple(data["modes"])}
        )


class OrderForm(forms.Form):
    """Whom to ask, and what they should know."""

    interpreter = forms.TypedChoiceField(
        label=lazy("Whom do you ask?"), coerce=int, error_messages={"required": lazy("Choose whom to ask.")}
    )
    dialect = forms.CharField(label=lazy("Dialect"), max_length=80, required=False)
    gender = forms.ChoiceField(label=lazy("The client wishes for"), required=False)
    contact = forms.CharField(label=lazy("Who answers questions? Name and telephone"), max_length=200)

    def __init__(self, *args: Any, found: tuple[InterpreterView, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        again = _("wished for again")
        names = [(one.id, f"{one.name} ({again})" if one.wish == "same" else one.name) for one in found]
        _choose(self, "interpreter", [("", _("Choose")), *names])
        _choose(self, "gender", [("", _("no wish")), *GENDERS.items()])


class CloseForm(forms.Form):
    """How the interpreting went, and what it cost."""

    how = forms.ChoiceField(label=lazy("How did it go?"))
    minutes = forms.IntegerField(
        label=lazy("Minutes interpreted"), min_value=0, max_value=1440, required=False
    )
    cost = forms.DecimalField(
        label=lazy("Cost, euros"), min_value=0, max_digits=10, decimal_places=2, required=False, localize=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "how", [(one, ORDER_STATES[one]) for one in ENDS])


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
    plain = forms.Form(request.POST or None)
    status = 200
    if request.method == "POST":
        form: forms.Form = {"order": order, "close": close}.get(act, plain)
        if act in DONE and form.is_valid() and attempt(form, _act(act, request, view, order, close)):
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
        "orders": [(one, ORDER_STATES[one.state]) for one in orders_of(appointment_id)],
        "crumbs": [
            *(to_client(words.whom(view), view.case_id) if view.case_id else []),
            Crumb(label=_("Booked time"), url=reverse("desk:appointment", args=[view.id])),
        ],
    }
    context["asked"] = next((one for one, _state in context["orders"] if one.is_open), None)  # type: ignore[attr-defined]
    return render(request, "desk/calendar/interpreting.html", context, status=status)


def _act(
    act: str, request: PageRequest, view: AppointmentView, order: OrderForm, close: CloseForm
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

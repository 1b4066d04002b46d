"""Say who stands in while somebody is away. It changes nobody's rights and ends by itself."""

from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.absence_queries import AbsenceView, absences
from kotopolku.accounts.absences import end_absence, record_absence
from kotopolku.accounts.queries import colleagues
from kotopolku.audit.actor import Role
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, sent_number
from kotopolku.web.parts.shapes import Crumb


class AwayForm(forms.Form):
    """Who is away, from when until when, and who stands in."""

    staff = forms.TypedChoiceField(label=lazy("Who is away?"), coerce=int)
    stand_in = forms.TypedChoiceField(
        label=lazy("Who stands in?"),
        coerce=int,
        help_text=lazy("The colleague sees the clients that their own duty covers, no others."),
        error_messages={"required": lazy("Choose who stands in.")},
    )
    first_day = DayField(label=lazy("First day away"))
    last_day = DayField(label=lazy("Last day away"))

    def __init__(self, *args: object, people: list[tuple[int, str]], whose: list[tuple[int, str]]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["staff"].choices = whose  # type: ignore[attr-defined]
        self.fields["stand_in"].choices = [("", lazy("Choose")), *people]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def away(request: PageRequest) -> HttpResponse:
    """Show absences and record one; POST with `end` ends one. A coordinator records anybody's."""
    actor, on = request.actor, request.on
    coordinates = actor.role is Role.COORDINATOR
    people = [(one.staff_id, one.name) for one in colleagues(request.area.id, on=on)]
    me = (actor.staff_id or 0, actor.name)
    whose = [me, *(one for one in people if one[0] != me[0])] if coordinates else [me]
    form = AwayForm(
        request.POST if request.method == "POST" and "end" not in request.POST else None,
        people=[one for one in people if coordinates or one[0] != me[0]],
        whose=whose,
    )
    status = 200
    if request.method == "POST":
        if "end" in request.POST:
            end_absence(absence_id=sent_number(request.POST, "end"))
            say_done(request, _("Standing in has ended."))
            return redirect("desk:away")
        if form.is_valid() and attempt(form, lambda: _record(form)):
            say_done(request, _("Standing in is recorded. It ends by itself after the last day."))
            return redirect("desk:away")
        status = 422
    rows = [
        _row(one, on=on, mine=coordinates or one.staff_id == me[0])
        for one in absences(request.area.id, on=on)
    ]
    context = {
        "title": _("Standing in"),
        "form": form,
        "rows": rows,
        "coordinates": coordinates,
        "crumbs": [Crumb(label=_("Today"), url=reverse("desk:today"))],
    }
    return render(request, "desk/away/page.html", context, status=status)


def _record(form: AwayForm) -> bool:
    data = form.cleaned_data
    record_absence(
        staff_id=data["staff"],
        stand_in_id=data["stand_in"],
        first_day=data["first_day"],
        last_day=data["last_day"],
    )
    return True


def _row(one: AbsenceView, *, on: date, mine: bool) -> dict[str, object]:
    return {
        "id": one.id,
        "staff": one.staff,
        "stand_in": one.stand_in,
        "first": day(one.first_day),
        "last": day(one.last_day),
        "runs": one.runs(on),
        "may_end": mine,
    }

"""Sick this morning: a worker's times of the day on one page, each given away, cancelled or left, in one act."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.appointments import actions
from kotopolku.appointments.queries import AppointmentView, week_of, workers
from kotopolku.audit.action import together
from kotopolku.audit.errors import Invalid
from kotopolku.web.desk.calendar import words
from kotopolku.web.desk.calendar.view import day_asked, places_by_id
from kotopolku.web.parts.dates import day_long
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.options import options
from kotopolku.web.parts.requests import PageRequest, number_or_none
from kotopolku.web.parts.shapes import Crumb

CANCEL, KEEP = "cancel", ""

type People = Sequence[tuple[int, str]]


class SickForm(forms.Form):
    """What is done with each time: nothing, cancelled by us, or given to the colleague with this number."""

    def __init__(self, *args: object, found: Sequence[AppointmentView], people: People) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        choices = _choices(people)
        for view in found:
            self.fields[str(view.id)] = forms.ChoiceField(
                label=f"{words.hours(view)} {words.whom(view)}", choices=choices, required=False
            )


def _choices(people: People) -> list[tuple[str, str]]:
    given = [(str(key), _("give to %(name)s") % {"name": name}) for key, name in people]
    return [(KEEP, _("leave as it is")), (CANCEL, _("cancel, and tell the client")), *given]


@require_http_methods(["GET", "POST"])
def sick(request: PageRequest) -> HttpResponse:
    """Show a worker's times of a day, one's own unless `staff` names a colleague; POST carries out what was chosen.

    All or nothing: when one colleague is taken, nothing has changed and the row says so.
    """
    asked = day_asked(request)
    staff = dict(workers(request.area.id, on=request.on))
    chosen = number_or_none(request.GET.get("staff", ""), digits=11)
    whose = chosen if chosen in staff else request.actor.staff_id or 0
    found = [one for one in week_of(whose, first=asked, days=1) if one.state == "booked"]
    people = [one for one in staff.items() if one[0] != whose]
    form = SickForm(request.POST or None, found=found, people=people)
    status = 200
    if request.method == "POST":
        if form.is_valid() and _carry_out(form, found, whose=whose):
            say_done(request, _("Done. Clients, colleagues and interpreters are told."))
            return redirect(f"{reverse('desk:sick')}?{request.GET.urlencode()}")
        status = 422
    known = places_by_id(request.area.id)
    context = {
        "title": _("Sick this morning"),
        "heading": _("Sick this morning: %(name)s") % {"name": staff.get(whose, request.actor.name)},
        "day_said": day_long(asked),
        "day": asked.isoformat(),
        "form": form,
        "rows": [(view, words.hours(view), words.where(view, known), form[str(view.id)]) for view in found],
        "staff": options([(str(key), name) for key, name in staff.items()], str(whose)),
        "crumbs": [Crumb(label=_("Calendar"), url=reverse("desk:calendar"))],
    }
    return render(request, "desk/calendar/sick.html", context, status=status)


def _carry_out(form: SickForm, found: Sequence[AppointmentView], *, whose: int) -> bool:
    """Do what was chosen for every time; puts the sentence at the row that cannot be done, and returns False."""
    at: UUID | None = None
    try:
        with transaction.atomic(), together():
            for view in found:
                at, what = view.id, form.cleaned_data[str(view.id)]
                if what == CANCEL:
                    actions.cancel(appointment_id=view.id, by="us", version=view.version)
                elif what != KEEP:
                    actions.give(
                        appointment_id=view.id,
                        to_staff_id=int(what),
                        from_staff_id=whose,
                        version=view.version,
                    )
    except Invalid as fault:
        form.add_error(str(at), str(fault.message))
        return False
    return True

"""Book a time: from a client's case in one step, or for somebody who is in no register."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.appointments.actions import book, book_series, join_group
from kotopolku.appointments.group_queries import groups_with_room
from kotopolku.appointments.queries import mine_on, rooms, workers
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases.queries import case_view
from kotopolku.people.queries import person_card
from kotopolku.web.desk.calendar.form import BookForm, JoinForm, LightForm
from kotopolku.web.desk.calendar.view import appointment_row, day_asked, places_by_id
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.parts.dates import clock_time, weekday_day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb

FINNISH = frozenset({"fi", "fi-x-selko"})


def _choices(request: PageRequest) -> dict[str, list[tuple[object, object]]]:
    known = places_by_id(request.area.id)
    names = {key: one.name.get("fi", key) for key, one in known.items()}
    return {
        "workers": list(workers(request.area.id, on=request.on)),
        "places": list(names.items()),
        "rooms": [
            (one.id, f"{names.get(one.place, one.place)}, {one.name}") for one in rooms(request.area.id)
        ],
    }


def _initial(request: PageRequest) -> dict[str, object]:
    offices = [one.id for one in places_by_id(request.area.id).values() if one.kind == "office"]
    return {
        "workers": request.actor.staff_id,
        "day": day_asked(request),
        "place": offices[0] if len(offices) == 1 else "",
        "mode": "place",
    }


@require_http_methods(["GET", "POST"])
def book_client(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Book a time for a client; the worker, the day and the client's language are filled in."""
    found = case_view(case_id)
    person = person_card(found.person_id)
    language = person.language("interpreting") or person.language("spoken") or ""
    initial = {**_initial(request), "language": language, "interpreted": language not in {"", *FINNISH}}
    form = BookForm(request.POST or None, initial=initial, **_choices(request))
    status, joining = 200, JoinForm()
    if request.method == "POST":
        made: list[UUID] = []
        group = _uuid(request.POST.get("group", ""))
        if group is not None:
            form = BookForm(initial=initial, **_choices(request))
            joining = JoinForm(request.POST)
            if attempt(joining, lambda: _join(group, case_id)):
                say_done(request, _("The client is in the group."))
                return redirect("desk:appointment", group)
        elif form.is_valid() and attempt(form, lambda: _book(form, made, case_id=case_id)):
            say_done(request, _("The time was booked."))
            return redirect("desk:appointment", made[0])
        status = 422
    context = {
        "title": _("Book a time"),
        "form": form,
        "closed": found.closed_on is not None,
        "joining": joining,
        "groups": _groups(request),
        "crumbs": to_client(person.row.name, case_id),
        **_taken(request, form),
    }
    return render(request, "desk/calendar/book.html", context, status=status)


@require_http_methods(["GET", "POST"])
def book_light(request: PageRequest) -> HttpResponse:
    """Book a time for somebody who is in no register: a name and a municipality."""
    mine = request.actor.controllers
    towns: list[tuple[object, object]] = [
        (one.id, one.names.pick("fi").text) for one in request.area.municipalities if one.id in mine
    ]
    form = LightForm(
        request.POST or None, initial=_initial(request), municipalities=towns, **_choices(request)
    )
    status = 200
    if request.method == "POST":
        made: list[UUID] = []
        if form.is_valid() and attempt(form, lambda: _book(form, made, **_light(form))):
            say_done(request, _("The time was booked."))
            return redirect("desk:appointment", made[0])
        status = 422
    context = {
        "title": _("Book a time"),
        "form": form,
        "light": True,
        "crumbs": [Crumb(label=_("Calendar"), url=reverse("desk:calendar"))],
        **_taken(request, form),
    }
    return render(request, "desk/calendar/book.html", context, status=status)


def _groups(request: PageRequest) -> list[dict[str, object]]:
    """Return the coming groups that have room."""
    return [
        {
            "id": one.id,
            "name": one.name,
            "when": f"{weekday_day(one.starts_at.astimezone(HELSINKI).date(), request.on)} "
            f"{clock_time(one.starts_at.astimezone(HELSINKI).time())}",
            "left": one.left,
        }
        for one in groups_with_room()
    ]


def _join(group: UUID, case_id: UUID) -> bool:
    join_group(appointment_id=group, case_id=case_id)
    return True


def _uuid(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _light(form: LightForm) -> dict[str, object]:
    data = form.cleaned_data
    return {
        "name": data["name"],
        "phone": data["phone"],
        "municipality_id": data["municipality"],
        "capacity": data["capacity"],
    }


def _book(form: BookForm, made: list[UUID], **whose: object) -> bool:
    data = form.cleaned_data
    if (data["times"] or 1) == 1:
        made.append(book(entry=form.entry(**whose)))
    else:
        made.append(book_series(entry=form.entry(**whose), times=data["times"], leave_out=data["leave_out"]))
    return True


def _taken(request: PageRequest, form: BookForm) -> dict[str, object]:
    """Return the times that the worker has on the day of the form, so that a free one is seen at once."""
    sent = form.cleaned_data if form.is_bound and hasattr(form, "cleaned_data") else {}
    day = sent.get("day") or form.initial["day"]
    staff: int = sent.get("workers") or request.actor.staff_id or 0
    known = places_by_id(request.area.id)
    return {
        "taken": [appointment_row(one, known) for one in mine_on(day, staff=[staff])],
        "taken_day": weekday_day(day, request.on),
    }

"""One booked time: what, when, where, with whom; move it, give it, cancel it, record whether the client came."""

from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.appointments import actions
from kotopolku.appointments.group_queries import members_of, places_taken
from kotopolku.appointments.queries import AppointmentView, appointment_view, of_series, rooms, workers
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.web.desk.calendar import words
from kotopolku.web.desk.calendar.form import GiveForm, RoomForm, WhenForm
from kotopolku.web.desk.calendar.view import places_by_id
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day, day_long, duration, moment, weekday_day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, number_or_none, sent_number
from kotopolku.web.parts.shapes import Crumb, Fact

DONE = {
    "move": lazy("The time was moved."),
    "give": lazy("The time was given to a colleague, who has been told."),
    "cancel_client": lazy("The time was cancelled."),
    "cancel_us": lazy("The time was cancelled."),
    "cancel_series_client": lazy("The times were cancelled."),
    "cancel_series_us": lazy("The times were cancelled."),
    "leave": lazy("The client was taken out of the group and told."),
    "reached": lazy("It was recorded that the client has been told."),
    "came": lazy("It was recorded that the client came."),
    "no_show": lazy("It was recorded that the client did not come."),
}


class _Nothing(forms.Form):
    """A button alone; the sentence of a refusal has a place to stand."""


@require_http_methods(["GET", "POST"])
def appointment(request: PageRequest, appointment_id: UUID) -> HttpResponse:
    """Show one time; POST does what its button (`act`) says."""
    view = appointment_view(appointment_id)
    act = request.POST.get("act", "")
    staff = [one for one in workers(request.area.id, on=request.on) if one not in view.workers]
    when = WhenForm(request.POST if act == "move" else None, initial=_initial(view), prefix="move")
    to = GiveForm(request.POST if act == "give" else None, workers=staff, prefix="give")
    plain = _Nothing(request.POST or None)
    status = 200
    if request.method == "POST":
        form: forms.Form = {"move": when, "give": to}.get(act, plain)
        if act in DONE and form.is_valid() and attempt(form, _act(act, request, view, when, to)):
            say_done(request, str(DONE[act]))
            if act == "move" and request.POST.get("from") == "week":
                return redirect(_week(request, when.cleaned_data["day"]))
            return redirect("desk:appointment", appointment_id)
        status = 422
    known = places_by_id(request.area.id)
    context = {
        "title": words.KINDS[view.kind],
        "heading": f"{day_long(view.day)} {words.hours(view)}",
        "view": view,
        "facts": _facts(view, words.where(view, known)),
        "state": words.STATES[view.state],
        "case_url": reverse("desk:case", args=[view.case_id]) if view.case_id else "",
        "when": when,
        "give": to,
        "series": _series(request, view),
        "members": members_of(view.id) if view.capacity else (),
        "group_count": _group_count(request, view),
        "plain": plain,
        "over": view.day <= request.on,
        "told": _told(view),
        "cancelled": moment(view.cancelled_at) if view.cancelled_at else "",
        "crumbs": to_client(words.whom(view), view.case_id) if view.case_id else _calendar(),
    }
    return render(request, "desk/calendar/one.html", context, status=status)


def _act(
    act: str, request: PageRequest, view: AppointmentView, when: WhenForm, to: GiveForm
) -> Callable[[], bool]:
    """Return what the button does; the version is the one the page was drawn with."""
    which = {"appointment_id": view.id, "version": sent_number(request.POST, "version", digits=9)}

    def run() -> bool:
        if act == "move":
            actions.move(
                **which,  # type: ignore[arg-type]
                starts_at=when.starts_at(),
                minutes=when.cleaned_data["minutes"],
                outside=when.cleaned_data["outside"],
            )
        elif act == "give":
            actions.give(**which, to_staff_id=to.cleaned_data["to_staff"])  # type: ignore[arg-type]
        elif act == "reached":
            actions.note_reached(appointment_id=view.id)
        elif act in {"came", "no_show"}:
            actions.record_attendance(**which, came=act == "came")  # type: ignore[arg-type]
        elif act == "leave":
            actions.leave_group(member_id=sent_number(request.POST, "member"))
        elif act.startswith("cancel_series_"):
            actions.cancel_series(**which, by=act.removeprefix("cancel_series_"))  # type: ignore[arg-type]
        else:
            actions.cancel(**which, by=act.removeprefix("cancel_"))  # type: ignore[arg-type]
        return True

    return run


def _week(request: PageRequest, moved_to: date) -> str:
    """Return the address of the week to which a time was dragged, of the colleague whose week it was."""
    staff = number_or_none(request.POST.get("staff", ""), digits=11)
    query = {"day": moved_to.isoformat(), **({"staff": staff} if staff else {})}
    return f"{reverse('desk:calendar')}?{urlencode(query)}"


def _group_count(request: PageRequest, view: AppointmentView) -> str:
    """Return how many are in the group of how many that fit; "" for a time that is no group."""
    if not view.capacity:
        return ""
    return f"{places_taken(request.area.id, [view.id]).get(view.id, 0)}/{view.capacity}"


def _series(request: PageRequest, view: AppointmentView) -> list[dict[str, object]]:
    """Return the other times of a weekly series."""
    if view.series is None:
        return []
    return [
        {
            "url": reverse("desk:appointment", args=[one.id]),
            "name": f"{weekday_day(one.day, request.on)} {words.hours(one)}",
            "state": "" if one.state == "booked" else words.STATES[one.state],
        }
        for one in of_series(view.series)
        if one.id != view.id
    ]


def _told(view: AppointmentView) -> str:
    """Return how the client learns of the time, where we know."""
    if view.told is not None and not view.to_call:
        return _("A message was sent to the client.")
    if view.case_id is None:
        return _("Tell the person the day and the time yourself: we have no address to write to.")
    return ""


def _initial(view: AppointmentView) -> dict[str, object]:
    begin = view.starts_at.astimezone(HELSINKI)
    return {"day": begin.date(), "clock": begin.time(), "minutes": view.minutes}


def _facts(view: AppointmentView, where: str) -> list[Fact]:
    rows = [
        Fact(name=_("With whom"), value=words.whom(view), url=_client_url(view)),
        Fact(name=_("Telephone"), value=view.phone),
        Fact(name=_("E-mail"), value=view.email),
        Fact(name=_("Where"), value=where),
        Fact(name=_("Address of the video meeting"), value=view.link),
        Fact(name=_("Length"), value=duration(view.minutes)),
        Fact(name=_("Language"), value=language_name(view.language) if view.language else ""),
        Fact(name=_("Interpreter"), value=_("with an interpreter") if view.interpreted else ""),
        Fact(name=_("Workers"), value=", ".join(name for _id, name in view.workers)),
        Fact(
            name=_("Booked"),
            value=_("%(day)s by %(name)s") % {"day": day(view.booked_on), "name": view.booked_by},
        ),
    ]
    return [row for row in rows if row.value]


def _client_url(view: AppointmentView) -> str:
    return reverse("desk:case", args=[view.case_id]) if view.case_id else ""


def _calendar() -> list[Crumb]:
    return [Crumb(label=_("Calendar"), url=reverse("desk:calendar"))]


@require_http_methods(["GET", "POST"])
def room_list(request: PageRequest) -> HttpResponse:
    """Show the rooms that can be booked and add one; POST with `end` takes one out of use."""
    known = places_by_id(request.area.id)
    names: list[tuple[object, object]] = [(key, one.name.get("fi", key)) for key, one in known.items()]
    form = RoomForm(
        request.POST if request.method == "POST" and "end" not in request.POST else None, places=names
    )
    status = 200
    if request.method == "POST":
        if "end" in request.POST:
            actions.end_room(room_id=sent_number(request.POST, "end"))
            say_done(request, _("The room cannot be booked any more. What is booked there stays."))
            return redirect("desk:calendar_rooms")
        if form.is_valid() and attempt(form, lambda: bool(actions.add_room(**form.cleaned_data))):
            say_done(request, _("The room can be booked now."))
            return redirect("desk:calendar_rooms")
        status = 422
    context = {
        "title": _("Rooms"),
        "form": form,
        "rows": [(one, dict(names).get(one.place, one.place)) for one in rooms(request.area.id)],
        "crumbs": _calendar(),
    }
    return render(request, "desk/calendar/rooms.html", context, status=status)

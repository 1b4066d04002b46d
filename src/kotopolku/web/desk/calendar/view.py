"""My week and the day's list: who meets whom, when and where."""

from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kotopolku.appointments.queries import AppointmentView, day_of, to_call, week_of, workers
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.days import plain_day
from kotopolku.law.calendar import holidays
from kotopolku.services.entries import Place
from kotopolku.services.queries import places
from kotopolku.web.desk.calendar import words
from kotopolku.web.parts.dates import day_long, weekday_day
from kotopolku.web.parts.options import options
from kotopolku.web.parts.requests import PageRequest, number_or_none
from kotopolku.web.parts.shapes import Crumb

WEEKEND = 5


def day_asked(request: PageRequest) -> date:
    """Return the day an address asks for, today when it asks for none that we show."""
    try:
        asked = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return request.on
    return asked if abs(asked.year - request.on.year) <= 3 else request.on


def places_by_id(area_id: str) -> dict[str, Place]:
    """Return the places of the area by their codes."""
    return {one.id: one for one in places(area_id)}


def appointment_row(view: AppointmentView, where: Mapping[str, Place]) -> dict[str, object]:
    """Return what a list shows of a time."""
    return {
        "url": reverse("desk:appointment", args=[view.id]),
        "hours": words.hours(view),
        "whom": words.whom(view),
        "protected": view.client is not None and view.client.non_disclosure,
        "kind": str(words.KINDS[view.kind]),
        "where": words.where(view, where),
        "workers": ", ".join(name for _id, name in view.workers),
        "interpreted": view.interpreted,
        "state": "" if view.state == "booked" else str(words.STATES[view.state]),
    }


def _in_week(view: AppointmentView, known: Mapping[str, Place]) -> dict[str, object]:
    """Return what the week shows of a time, and what moving it to another day needs while it is booked."""
    begin = view.starts_at.astimezone(HELSINKI)
    return appointment_row(view, known) | {
        "can_move": view.state == "booked",
        "clock": f"{begin:%H.%M}",
        "minutes": view.minutes,
        "version": view.version,
    }


@require_GET
def week(request: PageRequest) -> HttpResponse:
    """Show a worker's week, one's own unless `staff` names a colleague; `day` is any day of it."""
    on, area_id = request.on, request.area.id
    asked = day_asked(request)
    monday = asked - timedelta(days=asked.weekday())
    staff = dict(workers(area_id, on=on))
    me = request.actor.staff_id or 0
    chosen = number_or_none(request.GET.get("staff", ""), digits=11)
    whose = chosen if chosen in staff else me
    found = week_of(whose, first=monday)
    known = places_by_id(area_id)
    days = [monday + timedelta(days=n) for n in range(7)]

    def url(first: date) -> str:
        return f"{reverse('desk:calendar')}?{urlencode({'day': first, **({'staff': whose} if whose != me else {})})}"

    context = {
        "title": _("Calendar"),
        "heading": _("My week") if whose == me else _("Week of %(name)s") % {"name": staff[whose]},
        "any_times": bool(found),
        "days": [
            {
                "name": weekday_day(one, one),
                "url": f"{reverse('desk:calendar_day')}?{urlencode({'day': one})}",
                "today": one == on,
                "holiday": one in holidays(one.year),
                "date": plain_day(one),
                "rows": [_in_week(view, known) for view in found if view.day == one],
            }
            for one in days
            if one.weekday() < WEEKEND or any(view.day == one for view in found)
        ],
        "calls": [
            appointment_row(view, known) | {"day": weekday_day(view.day, on)} for view in to_call(whose)
        ],
        "number": monday.isocalendar().week,
        "before": url(monday - timedelta(days=7)),
        "after": url(monday + timedelta(days=7)),
        "this": url(on) if not monday <= on <= days[-1] else "",
        "day": monday.isoformat(),
        "colleague": "" if whose == me else whose,
        "sick": f"{reverse('desk:sick')}?{urlencode({'day': on, 'staff': whose})}",
        "staff": options([(str(key), name) for key, name in staff.items()], str(whose)),
    }
    return render(request, "desk/calendar/week.html", context)


@require_GET
def day_list(request: PageRequest) -> HttpResponse:
    """Show everybody's times of a day, at every place or at one."""
    asked, known = day_asked(request), places_by_id(request.area.id)
    place = request.GET.get("place", "")
    place = place if place in known else ""
    found = day_of(day=asked, place=place)

    def url(day: date) -> str:
        return (
            f"{reverse('desk:calendar_day')}?{urlencode({'day': day, **({'place': place} if place else {})})}"
        )

    context = {
        "title": _("The day's times"),
        "heading": day_long(asked),
        "rows": [appointment_row(view, known) for view in found],
        "holiday": asked in holidays(asked.year),
        "before": url(asked - timedelta(days=1)),
        "after": url(asked + timedelta(days=1)),
        "day": asked.isoformat(),
        "places": options(
            [("", _("all")), *((one.id, one.name.get("fi", one.id)) for one in known.values())], place
        ),
        "crumbs": [Crumb(label=_("Calendar"), url=reverse("desk:calendar"))],
    }
    return render(request, "desk/calendar/day.html", context)

"""The week's roster (viikon työvuorot): who is where with which languages. Public page, wall and line read it."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.actor import Role
from kotopolku.roster.actions import end_shift, plan_shift
from kotopolku.roster.queries import OnDuty, OutreachView, advisers, outreach_days, week
from kotopolku.services.queries import places
from kotopolku.web.desk.roster.form import BEGINS, ENDS, ShiftForm
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import time_range, weekday_day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, sent_number
from kotopolku.web.parts.shapes import Crumb

FURTHEST = timedelta(days=366)


@require_http_methods(["GET", "POST"])
def roster(request: PageRequest) -> HttpResponse:
    """Show a week (`week`: any day of it) and plan a shift; POST with `end` ends one. A coordinator plans for all."""
    area, on, me = request.area.id, request.on, request.actor.staff_id
    coordinates = request.actor.role is Role.COORDINATOR
    monday = _monday(request.GET.get("week", ""), on=on)
    if "end" in request.POST:
        end_shift(shift_id=sent_number(request.POST, "end"))
        say_done(request, _("The shift has ended."))
        return redirect("desk:roster")
    names = {one.id: one.name.get("fi", one.id) for one in places(area)}
    people = advisers(area, on=on)
    form = ShiftForm(
        request.POST if request.method == "POST" else None,
        people=people if coordinates else [one for one in people if one[0] == me],
        places=list(names.items()),
        initial={"staff": me, "opens": f"{BEGINS:%-H.%M}", "closes": f"{ENDS:%-H.%M}"},
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _plan(form)):
            say_done(request, _("The shift is in the roster. Public page, wall and line follow it."))
            return redirect("desk:roster")
        status = 422
    out = outreach_days(area, first=monday, last=monday + timedelta(days=6))
    days = [
        {
            "name": weekday_day(day, on),
            "today": day == on,
            "shifts": [_row(one, names, ends=coordinates or one.staff_id == me) for one in here],
            "outreach": [_out(one) for one in out if one.day == day],
        }
        for day, here in week(area, monday=monday)
    ]
    context = {
        "title": _("Roster of the week"),
        "form": form,
        "days": [one for one in days if one["shifts"] or one["outreach"] or one["today"]],
        "before": (monday - timedelta(days=7)).isoformat(),
        "after": (monday + timedelta(days=7)).isoformat(),
        "crumbs": [Crumb(label=_("Advice"), url=reverse("desk:advice"))],
    }
    return render(request, "desk/roster/page.html", context, status=status)


def _monday(sent: str, *, on: date) -> date:
    """Return the Monday of the day asked for, within a year; of today for anything else."""
    try:
        day = date.fromisoformat(sent)
    except ValueError:
        day = on
    day = day if abs(day - on) < FURTHEST else on
    return day - timedelta(days=day.weekday())


def _plan(form: ShiftForm) -> bool:
    data = form.cleaned_data
    plan_shift(
        staff_id=data["staff"],
        place=data["place"],
        opens=data["opens"],
        closes=data["closes"],
        weekday=data["weekday"],
        day=data["day"],
    )
    return True


def _row(one: OnDuty, names: Mapping[str, str], *, ends: bool) -> dict[str, object]:
    return {
        "id": one.shift_id,
        "time": time_range(one.opens, one.closes),
        "place": names.get(one.place, one.place),
        "name": one.name,
        "counsel": ", ".join(language_name(code) for code in one.counsel),
        "greeting": ", ".join(language_name(code) for code in one.greeting),
        "once": not one.weekly,
        "ends": ends,
    }


def _out(one: OutreachView) -> dict[str, object]:
    return {
        "time": time_range(one.opens, one.closes),
        "where": one.where,
        "languages": ", ".join(language_name(code) for code in one.languages),
    }

"""The calendar elsewhere: addresses by which one's own and the rooms' times are read, and what stands behind them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.appointments import actions
from kotopolku.appointments.feeds import feed, running_feeds
from kotopolku.appointments.queries import rooms
from kotopolku.audit.actor import RESPONSIBLE
from kotopolku.audit.errors import NotFound
from kotopolku.web.desk.calendar.view import places_by_id
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.requests import PageRequest, sent_number
from kotopolku.web.parts.shapes import Crumb


@require_http_methods(["GET", "POST"])
def calendar_feeds(request: PageRequest) -> HttpResponse:
    """Show which calendars are read elsewhere; POST makes an address, shown this once, or ends one (`act`, `room`)."""
    act, room = request.POST.get("act", ""), request.POST.get("room", "")
    if room and request.actor.role not in RESPONSIBLE:
        raise NotFound("room")
    secret = ""
    if act == "make":
        secret = (
            actions.make_room_feed(room_id=sent_number(request.POST, "room"))
            if room
            else actions.make_own_feed()
        )
    elif act == "end":
        if room:
            actions.end_room_feed(room_id=sent_number(request.POST, "room"))
        else:
            actions.end_own_feed()
        say_done(request, _("The address leads nowhere any more."))
        return redirect("desk:calendar_feeds")
    elif request.method == "POST":
        raise NotFound("act")
    own, of_rooms = running_feeds()
    known = places_by_id(request.area.id)
    context = {
        "title": _("The calendar elsewhere"),
        "crumbs": [Crumb(label=_("Calendar"), url=reverse("desk:calendar"))],
        "address": f"{settings.ADDRESS}{reverse('calendar_feed', args=[secret])}" if secret else "",
        "own": own,
        "may_rooms": request.actor.role in RESPONSIBLE,
        "rooms": [
            (
                one,
                known[one.place].name.get("fi", one.place) if one.place in known else one.place,
                of_rooms.get(one.id),
            )
            for one in rooms(request.area.id)
        ],
    }
    return render(request, "desk/calendar/feeds.html", context)


@require_GET
def calendar_feed(_request: HttpRequest, secret: str) -> HttpResponse:
    """Answer a calendar programme that has the address; anybody else is told that there is nothing."""
    found = feed(secret)
    if found is None:
        raise NotFound("calendar_feed")
    response = HttpResponse(found, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response

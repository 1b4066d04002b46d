"""An outreach day on a telephone (jalkautuminen ilman verkkoa): one page that opens without network.

The page holds topics, languages and municipalities, which are published, and nothing of a person: neither the worker's
name nor a client's. What is logged there is anonymous; the telephone keeps it encrypted until the log has it.
"""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.advice.codes import PHONE_DAYS
from kotopolku.advice.phone import keeper, phone_hours
from kotopolku.advice.queries import advice_settings, common_topics
from kotopolku.audit.errors import NotFound
from kotopolku.roster.queries import OutreachView, one_outreach_day
from kotopolku.web.desk.advice.form import PhoneForm
from kotopolku.web.desk.outreach_phone.taking import take
from kotopolku.web.desk.roster.outreach import PHONE_BEFORE
from kotopolku.web.parts.dates import time_range, weekday_day
from kotopolku.web.parts.requests import PageRequest

FILES = (
    "kotopolku.css",
    "mark.svg",
    "fonts/source-sans-3-latin.woff2",
    *(
        f"js/{one}.js"
        for one in ("focus", "toast", "combobox", "dom", "phone_log", "phone_page", "phone_store")
    ),
)
"""What the page is made of, kept beside it on the telephone; all of it is public."""


@require_GET
def page(request: PageRequest, day_id: int) -> HttpResponse:
    """Show the form of the day; its script keeps the page itself for the time without network."""
    day = _open_day(request, day_id)
    rules = advice_settings(request.area.id)
    form = PhoneForm(
        area=request.area,
        place=day.place,
        rules=rules,
        common=common_topics(place=day.place, on=request.on),
    )
    begins, ends = phone_hours(day.day, day.opens, day.closes)
    context = {
        "title": _("Visits without network"),
        "day": weekday_day(day.day, request.on),
        "time": time_range(day.opens, day.closes),
        "where": day.where,
        "day_id": day_id,
        "form": form,
        "files": " ".join(static(f"parts/{one}") for one in FILES),
        "keeper": keeper(day_id),
        "begins": begins.isoformat(),
        "ends": ends.isoformat(),
    }
    return render(request, "desk/outreach_phone/page.html", context)


@require_GET
def worker(request: PageRequest, day_id: int) -> HttpResponse:
    """Give the script that opens the page without network; it may do so for this day's page and no other."""
    _open_day(request, day_id)
    answer = render(request, "desk/outreach_phone/worker.js", content_type="text/javascript")
    answer.headers["Service-Worker-Allowed"] = reverse("desk:outreach_phone", args=[day_id])
    return answer


@require_http_methods(["GET", "POST"])
def send(request: PageRequest, day_id: int) -> HttpResponse:
    """Tell whose visits would be taken, with the form's token; POST takes visits and answers with a receipt."""
    day = _open_day(request, day_id)
    if request.method == "GET":
        return JsonResponse({"keeper": keeper(day_id), "token": _token(request)})
    found = take(request, day, day_id=day_id)
    return JsonResponse(found or {}, status=200 if found else 422)


def _token(request: HttpRequest) -> str:
    return str(get_token(request))


def _open_day(request: PageRequest, day_id: int) -> OutreachView:
    """Return the day while visits can be logged and sent; NotFound earlier and later."""
    day = one_outreach_day(day_id)
    if not day.day - PHONE_BEFORE <= request.on <= day.day + timedelta(days=PHONE_DAYS):
        raise NotFound("outreach day")
    return day

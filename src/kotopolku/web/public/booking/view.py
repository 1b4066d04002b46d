"""Book a time by oneself (ajanvaraus): look for one, book it, open one's own by its code, move and cancel it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kotopolku.appointments.actions import cancel_own, move_own, open_own, reserve, send_own_codes
from kotopolku.appointments.actions.own import code_of
from kotopolku.appointments.free import FreeTime, free_times
from kotopolku.appointments.own_queries import OwnTime, own_time
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.codes import Language
from kotopolku.web.parts.dates import clock_time, day_long, time_range
from kotopolku.web.parts.forms import attempt
from kotopolku.web.public.booking.form import BY_TELEPHONE, CodeForm, LostForm, WantedForm, WhoForm
from kotopolku.web.public.keeping import FORM, keep_typed, sent
from kotopolku.web.public.reading import area_of

DAYS_SHOWN = 4
AT = "%Y-%m-%dT%H:%M"


@require_safe
def book(request: HttpRequest, language: Language) -> HttpResponse:
    """Show free times; what is looked for stands in the address, and nothing in it is about anybody."""
    form = WantedForm(request.GET, area_id=area_of(request), language=language)
    found = free_times(area_of(request), form.wanted())

    def link(one: FreeTime) -> str:
        query = urlencode({**form.given, "at": _written(one.starts_at)})
        return f"{reverse('public:book-time', args=[language])}?{query}"

    context = {
        "title": _("Book a time"),
        "form": form,
        **_days(request, found, link, reverse("public:book", args=[language]), form.given),
    }
    return render(request, "public/booking/page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def book_time(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the chosen time and ask whom it is for: 302 to one's own page, or 422 with the form as typed."""
    area_id = area_of(request)
    given = request.POST if request.method == "POST" else request.GET
    looked = WantedForm(given, area_id=area_id, language=language)
    begin = _read(given.get("at", ""))
    form = WhoForm(sent(request), by_telephone=looked.given["where"] == BY_TELEPHONE)
    keep_typed(form, request)
    wanted = looked.wanted()
    if begin and form.is_valid():
        secret = attempt(form, lambda: reserve(area_id=area_id, entry=form.entry(wanted, begin, language)))
        if secret:
            return redirect("public:book-mine", language, secret)
    free = next((one for one in free_times(area_id, wanted) if one.starts_at == begin), None)
    context = {
        "title": _("Book a time"),
        "form": form,
        "free": free,
        "when": _when(free.starts_at, free.ends_at) if free else "",
        "where": looked.place_name(),
        "kept": {**looked.given, "at": given.get("at", "")},
        "back": f"{reverse('public:book', args=[language])}?{urlencode(looked.given)}",
        **FORM,
    }
    status = 422 if form.is_bound or (free is None and request.method == "POST") else 200
    return render(request, "public/booking/time.html", context, status=409 if free is None else status)


@require_http_methods(["GET", "HEAD", "POST"])
def book_own(request: HttpRequest, language: Language) -> HttpResponse:
    """Open one's own time by its code, or ask for a new code by e-mail; whether there is a time is not told."""
    area_id = area_of(request)
    given = sent(request)
    lost = given is not None and "lost" in given
    form = CodeForm(None if lost else given)
    asking = LostForm(given if lost else None)
    asked = False
    if lost and asking.is_valid():
        send_own_codes(area_id=area_id, email=asking.cleaned_data["email"])
        asked, asking = True, LostForm()
    elif form.is_valid():
        secret = open_own(area_id=area_id, code=form.cleaned_data["code"])
        if secret is not None:
            return redirect("public:book-mine", language, secret)
        form.add_error("code", _("The code is wrong or has been used. Ask for a new one."))
    context = {"title": _("Change or cancel your time"), "form": form, "asking": asking, "asked": asked}
    status = 422 if form.is_bound or asking.is_bound else 200
    return _unstored(render(request, "public/booking/own.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
def book_mine(request: HttpRequest, language: Language, secret: str) -> HttpResponse:
    """Show one's own time while its page is open; POST cancels it, or moves it to another free time."""
    area_id = area_of(request)
    said = ""
    if request.method == "POST":
        begin = _read(request.POST.get("at", ""))
        try:
            if begin:
                move_own(area_id=area_id, secret=secret, starts_at=begin)
            else:
                cancel_own(area_id=area_id, secret=secret)
            return redirect("public:book-mine", language, secret)
        except Invalid as fault:
            said = str(fault.message)
    found = own_time(area_id, secret)
    if found is None:
        raise NotFound("appointment")
    context = {"title": _("Your time"), "said": said, **_mine(request, language, found, secret)}
    return _unstored(render(request, "public/booking/mine.html", context, status=409 if said else 200))


def _mine(request: HttpRequest, language: Language, found: OwnTime, secret: str) -> dict[str, object]:
    wanted = found.wanted
    where = wanted.place or BY_TELEPHONE
    given = {"kind": wanted.kind, "language": wanted.language, "where": where}
    looked = WantedForm(given, area_id=area_of(request), language=language)
    here = reverse("public:book-mine", args=[language, secret])
    changing = "change" in request.GET and found.can_change
    days: dict[str, object] = {}
    if changing:
        free = free_times(area_of(request), wanted, moving=found.id)
        others = [one for one in free if one.starts_at != found.starts_at]
        days = _days(request, others, lambda one: _written(one.starts_at), here, {"change": "1"})
    return {
        "found": found,
        "when": _when(found.starts_at, found.ends_at),
        "where": looked.place_name(),
        "code": code_of(secret),
        "changing": changing,
        "here": here,
        **days,
    }


def _days(
    request: HttpRequest,
    found: Iterable[FreeTime],
    link: Callable[[FreeTime], str],
    here: str,
    given: dict[str, str],
) -> dict[str, object]:
    """Return some days of free times from the day the address asks for, and where the later ones are."""
    try:
        first = date.fromisoformat(request.GET.get("from", ""))
    except ValueError:
        first = date.min
    by_day: dict[date, list[FreeTime]] = {}
    for one in found:
        day = one.starts_at.astimezone(HELSINKI).date()
        if day >= first:
            by_day.setdefault(day, []).append(one)
    shown, later = list(by_day)[:DAYS_SHOWN], list(by_day)[DAYS_SHOWN:]
    return {
        "days": [
            (
                day_long(day),
                [(clock_time(one.starts_at.astimezone(HELSINKI).time()), link(one)) for one in by_day[day]],
            )
            for day in shown
        ],
        "later": f"{here}?{urlencode({**given, 'from': later[0].isoformat()})}" if later else "",
        "interpreted": any(one.interpreted for those in by_day.values() for one in those),
    }


def _when(begin: datetime, end: datetime) -> str:
    local, until = begin.astimezone(HELSINKI), end.astimezone(HELSINKI)
    return f"{day_long(local.date())} {time_range(local.time(), until.time())}"


def _written(moment: datetime) -> str:
    return moment.astimezone(HELSINKI).strftime(AT)


def _read(written: str) -> datetime | None:
    try:
        return datetime.strptime(written, AT).replace(tzinfo=HELSINKI)
    except ValueError:
        return None


def _unstored(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    return answer

"""Kiosk (language, topic, number) and wall (numbers called, waits by language) of one office."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import condition, require_http_methods, require_safe

from kotopolku.accounts.sign_in_devices import DeviceView
from kotopolku.advice.queries import advice_settings
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.codes import UI_LANGUAGES, Language, by_code
from kotopolku.line.actions import take_place
from kotopolku.line.board import Board, Shut
from kotopolku.line.entries import TicketEntry
from kotopolku.line.queries import office_of_screen, public_board, spoken_today
from kotopolku.line.recording_queries import heard_in, sound_of, tag_of
from kotopolku.services.queries import places
from kotopolku.web.parts.closed_office import REASONS
from kotopolku.web.parts.dates import clock_time
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.saying import Said, in_each, said
from kotopolku.web.screens import words

ALWAYS = ("fi", "en", "uk", "ru", "ar", "so", "sq", "ckb")
"""Whose waits the wall shows besides the languages spoken today, up to `MOST_ROWS`: the area's largest."""

MOST_ROWS = 8
MOST_TOPICS = 12
BACK_AFTER = 25  # seconds after which a kiosk begins anew for the next one
ABOUT = gettext_noop("about %(n)s min")
NONE = gettext_noop("no wait now")
SHUT = gettext_noop("Closed until %(day)s at %(time)s, because %(reason)s.")
CALLED = gettext_noop("Now called")
LISTEN = gettext_noop("Listen")

type Page = Callable[..., HttpResponse]


def of_kind(kind: str) -> Callable[[Page], Page]:
    """Make a page one of a paired device of that kind: others are led to `/device/`."""

    def decorate(page: Page) -> Page:
        @wraps(page)
        def run(request: PageRequest, **kwargs: Any) -> HttpResponse:
            device: DeviceView | None = getattr(request, "device", None)
            if device is None or device.kind != kind:
                return redirect("device")
            return page(request, **kwargs)

        return run

    return decorate


def _device(request: PageRequest) -> DeviceView:
    found: DeviceView = request.device  # type: ignore[attr-defined]
    return found


def _office(device: DeviceView) -> str:
    """Return the office of a screen; the area's first until somebody has said another."""
    placed = office_of_screen(device.id)
    if placed:
        return placed
    return next((one.id for one in places(device.area_id)), "")


@of_kind("kiosk")
@require_safe
def kiosk(request: PageRequest) -> HttpResponse:
    """Show the languages, each in its own name and script; or that the office is closed, in every language."""
    device = _device(request)
    board = public_board(device.area_id, _office(device))
    step = "closed" if board.shut else "language"
    heard = heard_in(device.area_id, step)
    context = {
        "title": _("Choose your language"),
        "languages": [(one, _to_hear(heard, one, step)) for one in UI_LANGUAGES],
        "shut": _shut_in_each(board.shut) if board.shut else (),
        "heard": [_to_hear(heard, one, step) for one in UI_LANGUAGES if one.code in heard],
    }
    return render(request, "screens/kiosk.html", context)


@of_kind("kiosk")
@require_http_methods(["GET", "POST"])
def kiosk_topic(request: PageRequest, language: Language) -> HttpResponse:
    """Show the topics as pictures; POST takes a number, with the topic or without."""
    device = _device(request)
    rules = advice_settings(device.area_id)
    with translation.override(language.code):
        request.language = language
        if request.method == "POST":
            topic = request.POST.get("topic", "")
            known = {one.id for one in rules.topics}
            entry = TicketEntry(
                office=_office(device),
                channel="kiosk",
                language="fi" if language.code == "fi-x-selko" else language.code,
                topics=(topic,) if topic in known else (),
            )
            row = take_place(area_id=device.area_id, entry=entry)
            return redirect("kiosk_number", language, row.number)
        first = [one for one in rules.topics if one.id != "other"][: MOST_TOPICS - 1]
        last = [one for one in rules.topics if one.id == "other"]
        topics = [
            {
                "id": one.id,
                "icon": one.icon,
                "name": one.name.pick(language.code),
            }
            for one in (*first, *last)
        ]
        heard = heard_in(device.area_id, "topic")
        context = {
            "title": _("What is it about?"),
            "topics": topics,
            "take": _("Take a number"),
            "listen": _to_hear(heard, language, "topic"),
        }
        return render(request, "screens/kiosk_topic.html", context)


@of_kind("kiosk")
@require_safe
def kiosk_number(request: PageRequest, language: Language, number: int) -> HttpResponse:
    """Show the number, large, and nothing to read; then the kiosk begins anew."""
    device = _device(request)
    board = public_board(device.area_id, _office(device))
    ahead = board.ahead(number)
    if ahead is None:
        return redirect("kiosk")
    with translation.override(language.code):
        request.language = language
        minutes = board.wait(language.code)
        context = {
            "title": _("Your number"),
            "number": number,
            "wait": _("about %(n)s min") % {"n": minutes} if minutes else _("no wait now"),
            "listen": _to_hear(heard_in(device.area_id, "number"), language, "number"),
        }
        answer = render(request, "screens/kiosk_number.html", context)
    answer["Refresh"] = f"{BACK_AFTER}; url=/device/kiosk/"
    return answer


def _sound_tag(request: PageRequest, language: Language, step: str) -> str | None:
    device: DeviceView | None = getattr(request, "device", None)
    if device is None or device.kind != "kiosk":
        return None
    return f'"{tag_of(device.area_id, step=step, language=language.code)}"'


@of_kind("kiosk")
@require_safe
@condition(etag_func=_sound_tag)
def kiosk_sound(request: PageRequest, language: Language, step: str) -> HttpResponse:
    """Return what a worker has spoken for a step; without scripts the browser plays it by itself."""
    found = sound_of(_device(request).area_id, step=step, language=language.code)
    return HttpResponse(found.data, content_type=found.kind, headers={"Cache-Control": "private, no-cache"})


def _to_hear(heard: Iterable[str], language: Language, step: str) -> words.Heard | None:
    """Return the button that plays a step in a language; None, and no button, where nobody has spoken it."""
    if language.code not in heard:
        return None
    return words.Heard(url=reverse("kiosk_sound", args=[language, step]), said=said(LISTEN, language))


def _tag(request: PageRequest) -> str | None:
    device: DeviceView | None = getattr(request, "device", None)
    if device is None:
        return None
    board = public_board(device.area_id, _office(device))
    return f'"{board.office}-{board.version}-{int(board.now.timestamp() // 60)}"'


@of_kind("wall")
@require_safe
def wall(request: PageRequest) -> HttpResponse:
    """Show the numbers called and the waits."""
    with translation.override("fi"):
        request.language = by_code("fi")
        return render(request, "screens/wall.html", {"title": "Monineuvo", **_wall(request)})


@of_kind("wall")
@require_safe
@condition(etag_func=_tag)
def wall_now(request: PageRequest) -> HttpResponse:
    """Return what of the wall changes; 304 while nothing has within the minute."""
    with translation.override("fi"):
        request.language = by_code("fi")
        return render(request, "screens/wall_now.html", _wall(request))


def _wall(request: PageRequest) -> dict[str, object]:
    device = _device(request)
    board = public_board(device.area_id, _office(device))
    languages = _rows_of(spoken_today(device.area_id, on=request.on, office=board.office))
    return {
        "board": board,
        "clock": clock_time(board.now.astimezone(HELSINKI).time()),
        "called_heads": in_each(CALLED, languages)[:5],
        "called": board.called,
        "next": board.waiting[:5],
        "rows": [(one, _wait(board, one)) for one in languages],
        "shut": _shut_in_each(board.shut, languages) if board.shut else (),
    }


def _rows_of(spoken: Iterable[str]) -> list[Language]:
    wanted = [code for code in spoken if code != "fi-x-selko"]
    codes = [*ALWAYS[:2], *wanted, *ALWAYS[2:]]
    known = {one.code for one in UI_LANGUAGES}
    return [by_code(code) for code in dict.fromkeys(codes) if code in known][:MOST_ROWS]


def _wait(board: Board, language: Language) -> Said:
    minutes = board.wait(language.code)
    return said(ABOUT, language, n=minutes) if minutes else said(NONE, language)


def _shut_in_each(shut: Shut, languages: Any = UI_LANGUAGES) -> list[Said]:
    until = shut.ends_at.astimezone(HELSINKI)
    found = []
    for one in languages:
        with translation.override(one.code):
            reason, time = str(REASONS[shut.reason]), clock_time(until.time())
        found.append(said(SHUT, one, day=f"{until.day}.{until.month}.", time=time, reason=reason))
    return list({(one.text, one.lang): one for one in found}.values())

"""The counter's public row, made anew in the transaction of every change."""

from datetime import timedelta
from statistics import median
from typing import Any

from kotopolku.audit.acting import acting
from kotopolku.audit.clock import database_now
from kotopolku.line import board, codes
from kotopolku.line.access import counter_for
from kotopolku.line.models import Closure, LineCounter, Ticket
from kotopolku.line.speaking import Speakers, speaking

_RECENT = timedelta(minutes=90)
_LAST_ENDED = 15


def changed(area_id: str, office: str) -> None:
    """Tell the watchers of an office that its line changed. Locks its counter, so call it last."""
    show(counter_for(area_id, office))


def show(counter: LineCounter) -> None:
    """Write what may be shown into a locked counter, under a new version."""
    counter.shown = _shown(counter.area_id, counter.office)
    counter.version += 1
    counter.save()


def _shown(area_id: str, office: str) -> dict[str, Any]:
    now, on = database_now(), acting().on
    day = Ticket.objects.filter(area_id=area_id, office=office, day=on)
    waiting = list(
        day.filter(state=codes.WAITING).order_by("due_at", "number").values_list("number", "language")
    )
    called = day.filter(called_at__isnull=False).exclude(state=codes.WAITING).order_by("-called_at")
    today = speaking(area_id, on=on)
    minutes, by_language = _waits(day, waiting, today.at(office), since=now - _RECENT)
    shuts = Closure.objects.filter(area_id=area_id, office__in=(office, ""), ends_at__gt=now)
    return {
        "called": [
            {"number": number, "room": room, "at": at.isoformat()}
            for number, room, at in called.values_list("number", "room", "called_at")[: codes.MOST_SHOWN]
            if at is not None
        ],
        "waiting": [number for number, _language in waiting],
        "minutes": minutes,
        "by_language": by_language,
        "languages": today.languages_at(office),
        "shut": [
            {"from": one.starts_at.isoformat(), "to": one.ends_at.isoformat(), "reason": one.reason}
            for one in shuts.order_by("starts_at")
        ],
    }


def _waits(
    day: Any, waiting: list[tuple[int, str]], known: Speakers, *, since: Any
) -> tuple[int, dict[str, int]]:
    """Return the wait of the whole line, and that of each language with speakers of its own."""
    ended = day.filter(state=codes.SERVED, ended_at__isnull=False, called_at__isnull=False)
    lengths = [
        (end - start).total_seconds() / 60
        for start, end in ended.order_by("-ended_at").values_list("called_at", "ended_at")[:_LAST_ENDED]
    ]
    each = max(1.0, median(lengths)) if lengths else float(codes.SERVICE_MINUTES)
    at_work = set(day.filter(called_at__gte=since).values_list("staff_id", flat=True)) - {None}
    total = board.minutes_for(len(waiting), each=each, advisers=len(at_work))
    by_language = {}
    for language, ids in known.items():
        # Who wants the language waits for its speakers, and they first serve those before.
        mine = sum(1 for _number, wanted in waiting if wanted == language)
        by_language[language] = board.minutes_for(mine, each=each, advisers=len(ids & at_work))
    return total, by_language

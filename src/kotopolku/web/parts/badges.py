"""Clock badges from dates: which state a due date is in on a day, and the words on the pill (ui.md 6, Clock badge)."""

from datetime import date

from django.utils.translation import gettext, ngettext

from kotopolku.web.parts.dates import NBSP, days_count, weekday_day
from kotopolku.web.parts.shapes import ClockBadge, ClockKind, ClockState

SAY_DAYS_LEFT = 60  # days; further away the date alone is enough
SOON = {ClockKind.LAW: 7, ClockKind.TARGET: 2, ClockKind.FACT: -1}  # days before the due date
SOON_LONG_LIMIT = 30  # days, for limits counted in years


def clock_badge(
    *,
    kind: ClockKind,
    due_on: date,
    on: date,
    started_on: date | None = None,
    met_on: date | None = None,
    paused_on: date | None = None,
    reason: str = "",
    long_limit: bool = False,
    note: str = "",
) -> ClockBadge:
    """Return the pill of a clock on the day `on`.

    `long_limit` is set for limits counted in years: they turn yellow 30 days before instead of 7. `reason` says why
    a clock stands still. The share of time used is counted from `started_on`; without it the dial is full or empty.
    """
    if met_on is not None:
        text = gettext("done %(day)s") % {"day": weekday_day(met_on, on)}
        return ClockBadge(kind=kind, state=ClockState.MET, text=text, share=100, note=note)
    if paused_on is not None:
        text = gettext("stopped, %(reason)s %(day)s\u2013") % {
            "reason": reason,
            "day": weekday_day(paused_on, on),
        }
        return ClockBadge(kind=kind, state=ClockState.PAUSED, text=text, share=0, note=note)
    left = (due_on - on).days
    limit = SOON_LONG_LIMIT if long_limit else SOON[kind]
    state = ClockState.RUNNING if left > limit or kind is ClockKind.FACT else ClockState.SOON
    if left < 0 and kind is not ClockKind.FACT:
        state = ClockState.LATE
    return ClockBadge(
        kind=kind, state=state, text=_text(due_on, on, kind), share=_share(started_on, due_on, on), note=note
    )


def _text(due_on: date, on: date, kind: ClockKind) -> str:
    left = (due_on - on).days
    written = weekday_day(due_on, on)
    if kind is ClockKind.FACT:
        return written
    if left < 0:
        late = ngettext("%(days)s\u00a0day late", "%(days)s\u00a0days late", -left) % {"days": -left}
        return f"{written} · {late}"
    if left == 0:
        return gettext("today, last day") if kind is ClockKind.LAW else gettext("today")
    if left <= SAY_DAYS_LEFT:
        return f"{written} ·{NBSP}{days_count(left)}"
    return written


def _share(started_on: date | None, due_on: date, on: date) -> int:
    if on >= due_on:
        return 100
    if started_on is None or started_on >= due_on:
        return 0
    return max(0, min(100, round(100 * (on - started_on).days / (due_on - started_on).days)))

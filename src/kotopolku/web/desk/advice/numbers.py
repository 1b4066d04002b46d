"""A month of advice in numbers: by municipality, language, way, topic and outcome. Nobody's identity is needed."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from kotopolku.accounts.queries import AreaView
from kotopolku.advice.onward import onward_month
from kotopolku.advice.queries import (
    Share,
    Unanswered,
    advice_settings,
    month_numbers,
    months_with_visits,
    unanswered,
)
from kotopolku.line.queries import LineMonth, line_month
from kotopolku.web.desk.advice import words
from kotopolku.web.desk.line.words import PRIORITIES
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import duration
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Table

MONDAY_LIST = timedelta(days=7)


@require_GET
def advice_numbers(request: PageRequest) -> HttpResponse:
    """Show one month (`month`: its first day); without a choice the newest one with visits."""
    months = months_with_visits()
    chosen = next((one for one in months if one.isoformat() == request.GET.get("month")), None)
    first = chosen or (months[0] if months else request.on.replace(day=1))
    found = month_numbers(first=first)
    rules = advice_settings(request.area.id)

    def topic(code: str) -> str:
        known = rules.topic(code)
        return known.name.pick("fi").text if known else code

    def language(code: str) -> str:
        return language_name(code) or _("not told")

    ways: list[tuple[str, Iterable[Share], Callable[[str], str]]] = [
        (_("By municipality"), found.municipalities, lambda code: _town(code, request.area)),
        (_("By language"), found.languages, language),
        (_("By way"), found.channels, lambda code: codes.word(words.CHANNELS, code)),
        (_("By topic"), found.topics, topic),
        (_("By outcome"), found.outcomes, lambda code: codes.word(words.OUTCOMES, code)),
    ]
    after = (first + timedelta(days=32)).replace(day=1)
    onward = [Share(code=way, count=n) for way, n in onward_month(first=first, after=after)]
    ways.append((_("Guided on, by way"), onward, lambda code: codes.word(words.ONWARD_WAYS, code)))
    context = {
        "title": _("Advice in numbers"),
        "crumbs": [Crumb(label=_("Advice"), url=reverse("desk:advice"))],
        "months": [(one.isoformat(), _month(one), one == first) for one in months],
        "summary": _summary(found.total, found.own_language, found.not_asked, found.came_back),
        "unanswered": _unanswered(unanswered(since=request.on - MONDAY_LIST), topic, language, request.area),
        "line": _line(line_month(first=first)),
        "tables": [_table(caption, rows, word, total=found.total) for caption, rows, word in ways],
    }
    return render(request, "desk/advice/numbers.html", context)


def _unanswered(
    rows: Iterable[Unanswered], topic: Callable[[str], str], language: Callable[[str], str], area: AreaView
) -> Table:
    """Return the Monday list: what people asked in the last seven days that we had no answer for."""
    return Table(
        caption=_("Asked without our having an answer, last seven days"),
        columns=[
            Column(label=_("Topic")),
            Column(label=_("Language")),
            Column(label=_("Home municipality")),
            Column(label=_("Visits"), numeric=True),
            Column(label=_("Came back"), numeric=True),
        ],
        rows=[
            [
                Cell(text=topic(one.topic)),
                Cell(text=language(one.language)),
                Cell(text=_town(one.municipality, area)),
                Cell(text=str(one.count)),
                Cell(text=str(one.came_back)),
            ]
            for one in rows
        ],
    )


def _line(found: LineMonth) -> Table:
    """Return what the line says of the month: waits, who went away, own language, answered at the first time."""

    def share(part: int, whole: int) -> str:
        return f"{part} ({round(100 * part / whole)} %)" if whole else "0"

    def minutes(value: int | None) -> str:
        return duration(value) if value is not None else "–"

    lines = [
        (_("Numbers taken"), str(found.taken)),
        (_("Half were called within"), minutes(found.wait_median)),
        (_("Nine of ten were called within"), minutes(found.wait_p90)),
        (_("Left or did not come"), share(found.abandoned, found.ended)),
        (_("In the visitor's own language"), share(found.own_language, found.language_told)),
        (_("Answered at the first time"), share(found.first_time, found.served)),
        *((codes.word(PRIORITIES, code), str(count)) for code, count in found.priorities),
    ]
    return Table(
        caption=_("The line"),
        columns=[Column(label=""), Column(label=_("This month"), numeric=True)],
        rows=[[Cell(text=label), Cell(text=value)] for label, value in lines],
    )


def _month(first: date) -> str:
    return f"{first.month}/{first.year}"


def _summary(total: int, own: int, not_asked: int, came_back: int) -> str:
    parts = [
        ngettext("%(n)s visit", "%(n)s visits", total) % {"n": total},
        _("%(n)s in the visitor's own language") % {"n": own},
        _("%(n)s without a municipality, so their cost is divided by nothing") % {"n": not_asked},
        _("%(n)s came back for the same matter") % {"n": came_back},
    ]
    return "; ".join(parts) + "."


def _town(code: str, area: AreaView) -> str:
    if code in words.LIVES:
        return str(words.LIVES[code])
    found = area.by_id.get(int(code))
    return found.names.pick("fi").text if found else _("not known")


def _table(caption: str, rows: Iterable[Share], word: Callable[[str], str], *, total: int) -> Table:
    return Table(
        caption=caption,
        columns=[
            Column(label=""),
            Column(label=_("Visits"), numeric=True),
            Column(label="%", numeric=True),
        ],
        rows=[
            [
                Cell(text=word(one.code)),
                Cell(text=str(one.count)),
                Cell(text=f"{round(100 * one.count / total)} %" if total else ""),
            ]
            for one in rows
        ],
    )

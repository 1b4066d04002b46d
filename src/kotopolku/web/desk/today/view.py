"""Today on one page: late by harm first, then today, this week, the coming 60 days; what waits stands beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from kotopolku.accounts.absence_queries import AbsenceView, absences
from kotopolku.accounts.queries import AreaView, colleagues
from kotopolku.audit.acting import current_actor
from kotopolku.audit.actor import Role
from kotopolku.clocks.queries import WORK, Due, DueRow, due, loss_of
from kotopolku.people.queries import HIDDEN, read_place
from kotopolku.web.desk.badges import badge, source
from kotopolku.web.desk.today.sources import Asked, panels
from kotopolku.web.parts.dates import day_long, day_short
from kotopolku.web.parts.options import options
from kotopolku.web.parts.requests import PageRequest, number_or_none

GROUP_ROWS = 7
MINE, ALL = "mine", "all"
WORK_NAMES = {
    "three_years": lazy("Three years end"),
    "assessments": lazy("Assessments"),
    "plans": lazy("Plans to draw up"),
    "reviews": lazy("Plans to review"),
    "referrals": lazy("Guiding to services"),
    "endings": lazy("What ends"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What the list is narrowed to: `officer` is MINE, ALL or a staff id as text."""

    officer: str
    municipality: int | str | None
    work: str
    usual: str

    @property
    def is_narrower(self) -> bool:
        """Tell whether something else than the usual list was asked for."""
        return self.officer != self.usual or self.municipality is not None or bool(self.work)

    def query(self, **more: str) -> str:
        """Return the same narrowing as the query of an address."""
        kept = {"officer": self.officer, "municipality": self.municipality or "", "work": self.work, **more}
        return urlencode({name: value for name, value in kept.items() if value})


@require_GET
def today(request: PageRequest) -> HttpResponse:
    """Show what to do.

    `officer` ("mine", "all" or a staff id), `municipality` (an id or "hidden") and `work` (a key of WORK) narrow it
    down. An officer's usual list is their own with whom they stand in for; a coordinator's is everybody's.
    """
    on, area, actor = request.on, request.area, request.actor
    asked = _narrowed(request)
    away = absences(area.id, on=on)
    me = actor.staff_id or 0
    covered = [one for one in away if one.stand_in_id == me and one.runs(on)]
    mine = (me, *(one.staff_id for one in covered)) if asked.officer == MINE else ()
    whole = request.GET.get("show", "")
    chosen = number_or_none(asked.officer, digits=11)
    officers = (chosen,) if chosen else ()
    found = due(
        on,
        officer=chosen,
        mine=mine,
        municipality=asked.municipality,
        work=asked.work,
        most=GROUP_ROWS,
        whole=whole,
    )
    running = {one.staff_id: one for one in away if one.runs(on)}
    context = {
        "title": _("Today"),
        "heading": day_long(on),
        "lead": _lead(found),
        "groups": [
            group
            for group in _groups(found, area, on=on, whole=whole, asked=asked, running=running)
            if group["rows"]
        ],
        "panels": panels(
            Asked(on=on, area=area, mine=mine or officers, municipality=asked.municipality, found=found)
        ),
        "more": found.more,
        "officers": _officers(area, asked, on=on),
        "municipalities": _municipalities(area, chosen=asked.municipality),
        "works": [(code, WORK_NAMES[code], code == asked.work) for code in WORK],
        "narrowed": asked.is_narrower,
        "covered": [(one.staff, day_short(one.last_day, on), one.staff_id) for one in covered],
        "away": [
            (one.stand_in, day_short(one.last_day, on)) for one in away if one.staff_id == me and one.runs(on)
        ],
        "sees_load": actor.role is Role.COORDINATOR,
    }
    return render(request, "desk/today/page.html", context)


def _narrowed(request: PageRequest) -> Narrowed:
    usual = MINE if request.actor.role is Role.OFFICER else ALL
    officer = request.GET.get("officer", "")
    work = request.GET.get("work", "")
    return Narrowed(
        officer=officer if officer in {MINE, ALL} or number_or_none(officer, digits=11) else usual,
        municipality=read_place(request.GET.get("municipality", "")),
        work=work if work in WORK else "",
        usual=usual,
    )


def _lead(found: Due) -> str:
    parts = []
    if found.late:
        parts.append(
            ngettext("%(n)s thing is late.", "%(n)s things are late.", len(found.late))
            % {"n": len(found.late)}
        )
    if found.today:
        parts.append(
            ngettext("%(n)s must be done today.", "%(n)s must be done today.", len(found.today))
            % {"n": len(found.today)}
        )
    if found.contacts:
        parts.append(
            ngettext("%(n)s contact waits.", "%(n)s contacts wait.", len(found.contacts))
            % {"n": len(found.contacts)}
        )
    return " ".join(parts) or _("Nothing is late, and nothing must be done today.")


def _groups(
    found: Due,
    area: AreaView,
    *,
    on: date,
    whole: str,
    asked: Narrowed,
    running: Mapping[int, AbsenceView],
) -> list[dict[str, object]]:
    named = (
        ("late", _("Late"), found.late),
        ("today", _("Today"), found.today),
        ("week", _("This week"), found.week),
        ("coming", _("Coming"), found.coming),
    )
    return [
        {
            "code": code,
            "name": name,
            "rows": [
                _row(row, area, on=on, running=running)
                for row in (rows if whole == code else rows[:GROUP_ROWS])
            ],
            "total": len(rows),
            "cut": len(rows) > GROUP_ROWS and whole != code,
            "whole_url": f"?{asked.query(show=code)}",
        }
        for code, name, rows in named
    ]


def _row(row: DueRow, area: AreaView, *, on: date, running: Mapping[int, AbsenceView]) -> dict[str, object]:
    text, cite = source(row.clock)
    whose = row.whose
    municipality = area.by_id.get(whose.municipality_id) if whose.municipality_id else None
    absent = running.get(whose.officer_id) if whose.officer_id else None
    officer = whose.officer_name or _("nobody is responsible yet")
    if absent is not None:
        officer = _("%(officer)s (%(stand_in)s stands in)") % {
            "officer": officer,
            "stand_in": absent.stand_in,
        }
    late = row.clock.state.value == "late"
    return {
        "name": whose.name,
        "url": reverse("desk:case", args=[whose.case_id]),
        "protected": whose.non_disclosure,
        "meta": ", ".join(
            [municipality.names.pick("fi").text if municipality else _("municipality hidden"), officer]
        ),
        "what": _(row.clock.name),
        "source": text,
        "citation": cite,
        "loss": _(loss_of(row.clock.code))
        if (late or row.clock.long_limit) and loss_of(row.clock.code)
        else "",
        "badge": badge(row.clock, on=on),
    }


def _officers(area: AreaView, asked: Narrowed, *, on: date) -> SafeString:
    me = current_actor().staff_id
    fixed = [(MINE, _("mine, and nobody's")), (ALL, _("everybody"))]
    named = [(str(one.staff_id), one.name) for one in colleagues(area.id, on=on) if one.staff_id != me]
    return options([*fixed, *named], asked.officer)


def _municipalities(area: AreaView, *, chosen: int | str | None) -> list[tuple[int | str, str, bool]]:
    mine = current_actor().controllers
    found: list[tuple[int | str, str, bool]] = [
        (one.id, one.names.pick("fi").text, one.id == chosen) for one in area.municipalities if one.id in mine
    ]
    return [*found, (HIDDEN, _("municipality hidden"), chosen == HIDDEN)]

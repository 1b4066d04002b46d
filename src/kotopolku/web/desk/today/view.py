"""Today on one page: late by harm first, then today, this week, the coming 60 days; contacts beside."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from kotopolku.accounts.queries import AreaView, colleagues
from kotopolku.audit.acting import current_actor
from kotopolku.clocks.queries import Due, DueRow, WaitingContact, due
from kotopolku.people.queries import HIDDEN, read_place
from kotopolku.web.desk.badges import badge, source
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import days_count, weekday_day
from kotopolku.web.parts.requests import PageRequest, number_or_none
from kotopolku.web.parts.shapes import Action

GROUP_ROWS = 7


@require_GET
def today(request: PageRequest) -> HttpResponse:
    """Show what to do. `officer` (staff id, "all") and `municipality` (id, "hidden") narrow it down."""
    on = request.on
    area = request.area
    officer = number_or_none(request.GET.get("officer", ""), digits=11)
    municipality = read_place(request.GET.get("municipality", ""))
    found = due(on, officer=officer, municipality=municipality)
    whole = request.GET.get("show", "")
    context = {
        "title": _("Today"),
        "heading": _heading(on),
        "lead": _lead(found),
        "groups": [group for group in _groups(found, area, on=on, whole=whole) if group["rows"]],
        "contacts": [_contact(row, area, on=on) for row in found.contacts[:GROUP_ROWS]],
        "more_contacts": max(0, len(found.contacts) - GROUP_ROWS),
        "more": found.more,
        "officers": [(one.staff_id, one.name, one.staff_id == officer) for one in colleagues(area.id, on=on)],
        "municipalities": _municipalities(area, chosen=municipality),
        "narrowed": officer is not None or municipality is not None,
    }
    return render(request, "desk/today/page.html", context)


def _heading(on: date) -> str:
    from babel.dates import format_date
    from django.utils.translation import get_language

    language = get_language() or "fi"
    pattern = {"fi": "cccc d. MMMM'ta'", "sv": "EEEE 'den' d MMMM"}.get(language, "EEEE d MMMM")
    written = str(format_date(on, pattern if language != "fi" else "cccc d. MMMM", locale=language))
    if language == "fi":
        written = written.removesuffix("kuu") + "kuuta" if written.endswith("kuu") else written
    return written[:1].upper() + written[1:]


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


def _groups(found: Due, area: AreaView, *, on: date, whole: str) -> list[dict[str, object]]:
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
            "rows": [_row(row, area, on=on) for row in (rows if whole == code else rows[:GROUP_ROWS])],
            "total": len(rows),
            "cut": len(rows) > GROUP_ROWS and whole != code,
        }
        for code, name, rows in named
    ]


def _row(row: DueRow, area: AreaView, *, on: date) -> dict[str, object]:
    text, cite = source(row.clock)
    municipality = area.by_id.get(row.municipality_id) if row.municipality_id else None
    return {
        "name": row.name,
        "url": reverse("desk:case", args=[row.case_id]),
        "protected": row.non_disclosure,
        "meta": ", ".join(
            part
            for part in (
                municipality.names.pick("fi").text if municipality else _("municipality hidden"),
                row.officer_name,
            )
            if part
        ),
        "what": _(row.clock.name),
        "source": text,
        "citation": cite,
        "badge": badge(row.clock, on=on),
        "action": Action(label=_("Open"), url=reverse("desk:case", args=[row.case_id])),
    }


def _contact(row: WaitingContact, area: AreaView, *, on: date) -> dict[str, object]:
    municipality = area.by_id.get(row.municipality_id) if row.municipality_id else None
    return {
        "who": row.sender_organisation or codes.word(codes.CONTACT_KINDS, row.kind),
        "kind": codes.word(codes.CONTACT_KINDS, row.kind),
        "where": municipality.names.pick("fi").text if municipality else _("municipality hidden"),
        "waited": days_count((on - row.received_on).days) if row.received_on < on else _("today"),
        "late": row.clock_state is not None and row.clock_state.value == "late",
        "unverified": row.kind == "authority" and not row.sender_verified,
        "handled_by": row.handled_by_name,
        "received": weekday_day(row.received_on, on),
        "url": reverse("desk:contact", args=[row.contact_id]),
    }


def _municipalities(area: AreaView, *, chosen: int | str | None) -> list[tuple[int | str, str, bool]]:
    mine = current_actor().controllers
    found: list[tuple[int | str, str, bool]] = [
        (one.id, one.names.pick("fi").text, one.id == chosen) for one in area.municipalities if one.id in mine
    ]
    return [*found, (HIDDEN, _("municipality hidden"), chosen == HIDDEN)]

"""The state of things: figures of one's municipality or area that name nobody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kotopolku.accounts.staff_queries import duty_counts
from kotopolku.audit.actor import ROOMS
from kotopolku.cases.figures import LEAST, client_figures
from kotopolku.programme.queries import municipalities
from kotopolku.programme.views import MunicipalityView
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.office.front.agreement import agreed
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.programme_words import APPROVAL_STATES
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.roles import role
from kotopolku.web.parts.shapes import Cell, Column, Table


@require_GET
def front(request: PageRequest) -> HttpResponse:
    """Show the municipality or area one's duty covers, and how many work there in each role."""
    actor, language = request.actor, request.language.code
    covered = [one for one in request.area.municipalities if one.id in actor.controllers]
    whole = actor.role in MANAGERS or not covered
    counts = duty_counts(
        request.area.id, on=request.on, municipalities=None if whole else [one.id for one in covered]
    )
    rows = [
        [Cell(text=role(one.value).capitalize()), Cell(text=str(counts[one.value]))]
        for one in ROOMS
        if counts.get(one.value)
    ]
    codes = {one.code for one in covered} if not whole else None
    context = {
        "title": _("State of things"),
        "lead": request.area.names.pick(language).text
        if whole
        else ", ".join(one.names.pick(language).text for one in covered),
        "table": Table(
            caption=_("How many work here in each role"),
            columns=[Column(label=_("Role")), Column(label=_("People"), numeric=True)],
            rows=rows,
            caption_hidden=False,
        ),
        "found": bool(rows),
        "clients": _clients(request),
        "programme": _programme(request, codes),
        "agreement": agreed(request, codes),
    }
    return render(request, "office/front/page.html", context)


def _programme(request: PageRequest, codes: set[str] | None) -> Table | None:
    """Return what the programme offers in each municipality and how far its approval is; None before one is loaded."""
    language = request.language.code
    rows = [
        [
            Cell(text=one.name.pick(language).text),
            Cell(text=str(len(one.services))),
            Cell(text=_approval(one)),
        ]
        for one in municipalities(request.area.id, on=request.on)
        if codes is None or one.facts.id in codes
    ]
    if not rows:
        return None
    return Table(
        caption=_("The programme in the municipality"),
        columns=[
            Column(label=_("Municipality")),
            Column(label=_("Services"), numeric=True),
            Column(label=_("Approval")),
        ],
        rows=rows,
        caption_hidden=False,
    )


def _approval(one: MunicipalityView) -> str:
    if one.approval is None:
        return "–"
    state = str(APPROVAL_STATES.get(one.approval.state, one.approval.state))
    return f"{state} {day(one.approval.decided_on)}" if one.approval.decided_on else state


def _clients(request: PageRequest) -> Table | None:
    """Return how many clients there are, municipality by municipality; None for a duty that is told no figures."""
    found, language = client_figures(), request.language.code
    names = {one.id: one.names.pick(language).text for one in request.area.municipalities}
    few = _("fewer than %(n)s") % {"n": LEAST}
    rows = [
        (
            one.municipality_id is None,
            names.get(one.municipality_id or 0, "") if one.municipality_id else _("Municipality masked"),
            few if one.clients is None else str(one.clients),
            "–" if one.assessed is None else str(one.assessed),
        )
        for one in found
    ]
    if not rows:
        return None
    return Table(
        caption=_("Clients now"),
        columns=[
            Column(label=_("Municipality")),
            Column(label=_("Clients"), numeric=True),
            Column(label=_("of them assessed"), numeric=True),
        ],
        rows=[[Cell(text=text) for text in cells] for _last, *cells in sorted(rows)],
        caption_hidden=False,
    )

"""The list of clients and the page of one person without an open case."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.accounts.queries import colleagues
from kotopolku.cases.actions import open_case
from kotopolku.cases.queries import case_of_person, case_view
from kotopolku.clocks.clients import STATES, Wanted, client_page
from kotopolku.people import queries
from kotopolku.web.desk.crumbs import to_clients
from kotopolku.web.desk.people.narrowing import STATE_NAMES, as_fields, as_query, read_wanted
from kotopolku.web.desk.people.rows import clients_table
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.options import options
from kotopolku.web.parts.requests import PageRequest, uuid_or_none
from kotopolku.web.parts.shapes import Page


@require_GET
def people(request: PageRequest) -> HttpResponse:
    """List clients, 25 at a time, narrowed and sorted as the address says (narrowing.py)."""
    area, on = request.area, request.on
    wanted = read_wanted(request.GET)
    after = uuid_or_none(request.GET.get("after", ""))
    page = client_page(wanted, after=after)
    sorts = {
        "name": (_sorted(wanted, "name"), "ascending" if wanted.order == "name" else ""),
        "opened": (
            _sorted(wanted, "oldest" if wanted.order == "newest" else "newest"),
            {"newest": "descending", "oldest": "ascending"}.get(wanted.order, ""),
        ),
    }
    context = {
        "title": _("Clients"),
        "table": clients_table(page.rows, area, caption=_("Clients"), sorts=sorts, on=on),
        "found": bool(page.rows),
        "page": _page(len(page.rows), page.next_after, wanted=wanted, first=after is None),
        "filters": _filters(request, wanted),
        "late": wanted.late,
        "order": "" if wanted.order == "name" else wanted.order,
        "fields": as_fields(wanted).items(),
        "narrowed": bool({**as_fields(wanted), "order": ""} != {"order": ""}),
    }
    return render(request, "desk/people/page.html", context)


def _filters(request: PageRequest, wanted: Wanted) -> list[tuple[str, str, SafeString]]:
    """Return each filter as (name, label, choices)."""
    area, fields = request.area, as_fields(wanted)
    officers = [
        ("0", _("nobody")),
        *((str(one.staff_id), one.name) for one in colleagues(area.id, on=request.on)),
    ]
    places = [
        (str(one.id), one.names.pick("fi").text)
        for one in area.municipalities
        if one.id in request.actor.controllers
    ]
    offered = (
        ("state", _("State"), [(code, str(STATE_NAMES[code])) for code in STATES]),
        ("municipality", _("Municipality"), [*places, (queries.HIDDEN, _("municipality hidden"))]),
        ("officer", _("Officer"), officers),
        ("language", _("Language"), language_choices()),
    )
    return [
        (name, label, options([("", _("all")), *choices], fields.get(name, "")))
        for name, label, choices in offered
    ]


def _sorted(wanted: Wanted, order: str) -> str:
    return f"?{as_query(replace(wanted, order=order))}"


def _page(count: int, next_after: UUID | None, *, wanted: Wanted, first: bool) -> Page:
    base = reverse("desk:people")
    return Page(
        shown=ngettext("%(n)s client on this page", "%(n)s clients on this page", count) % {"n": count},
        next_url=f"{base}?{as_query(wanted, after=str(next_after))}" if next_after else "",
        first_url="" if first else f"{base}?{as_query(wanted)}",
    )


@require_http_methods(["GET", "POST"])
def person(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Lead to the person's open case; where there is none, offer to open one (POST)."""
    card = queries.person_card(person_id)
    found = case_of_person(card.row.id)
    if found and (request.method == "GET" or case_view(found).closed_on is None):
        return redirect("desk:case", case_id=found)
    if request.method == "POST":
        because = request.POST.get("because", "other")
        reason = because if because in codes.OPENED_BECAUSE else "other"
        return redirect("desk:case", case_id=open_case(person_id=card.row.id, opened_because=reason))
    context = {
        "title": card.row.name,
        "card": card,
        "crumbs": to_clients(),
        "reasons": codes.choices(codes.OPENED_BECAUSE),
    }
    return render(request, "desk/people/person.html", context)

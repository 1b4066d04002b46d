"""The list of clients and the page of one person without an open case."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.audit.acting import current_actor
from kotopolku.cases.actions import open_case
from kotopolku.cases.queries import case_of_person, case_view
from kotopolku.people import queries
from kotopolku.web.desk.crumbs import to_clients
from kotopolku.web.desk.people.rows import people_table
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Page


@require_GET
def people(request: PageRequest) -> HttpResponse:
    """List clients by name, 25 at a time; `municipality` is an id or "hidden"."""
    area = request.area
    chosen = request.GET.get("municipality", "")
    municipality = queries.read_place(chosen)
    page = queries.people_page(after=_after(request.GET.get("after", "")), municipality=municipality)
    table = people_table(page.rows, area, caption=_("Clients"))
    context = {
        "title": _("Clients"),
        "table": table,
        "found": bool(page.rows),
        "page": _page(
            len(page.rows),
            page.next_after[1] if page.next_after else None,
            chosen=municipality,
            first="after" not in request.GET,
        ),
        "municipalities": [
            (one.id, one.names.pick("fi").text, one.id == municipality)
            for one in area.municipalities
            if one.id in current_actor().controllers
        ],
        "hidden": municipality == queries.HIDDEN,
        "narrowed": municipality is not None,
    }
    return render(request, "desk/people/page.html", context)


def _after(text: str) -> tuple[str, UUID] | None:
    """Return the key to go on from. The address holds the last row's id only: its sort key is a name."""
    try:
        last = queries.rows_by_id([UUID(text)])
    except ValueError:
        return None
    return next(((row.sort_key, row.id) for row in last.values()), None)


def _page(count: int, next_after: UUID | None, *, chosen: int | str | None, first: bool) -> Page:
    base = reverse("desk:people")
    narrowed = f"&municipality={chosen}" if chosen is not None else ""
    return Page(
        shown=ngettext("%(n)s client on this page", "%(n)s clients on this page", count) % {"n": count},
        next_url=f"{base}?after={next_after}{narrowed}" if next_after else "",
        first_url="" if first else f"{base}?{narrowed.removeprefix('&')}",
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

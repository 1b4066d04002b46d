"""The search page. The words are sent by POST: a name must not stand in an address, a history or a log."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.acting import current_actor
from kotopolku.cases.queries import case_by_number
from kotopolku.people.queries import find_people
from kotopolku.web.desk.people.rows import people_table
from kotopolku.web.parts.requests import PageRequest

LONGEST = 100


@require_http_methods(["GET", "POST"])
def find(request: PageRequest) -> HttpResponse:
    """Show what was found; a whole case number leads straight to the case."""
    area = request.area
    text = request.POST.get("q", "").replace("\0", "").strip()[:LONGEST]
    if text and (case_id := case_by_number(text)):
        return redirect("desk:case", case_id=case_id)
    found = find_people(text) if text else None
    rows = found.rows if found else ()
    sounding, alike = (found.sounding, found.alike) if found else ((), {})
    mine = [one.names.pick("fi").text for one in area.municipalities if one.id in current_actor().controllers]
    context = {
        "title": _("Find a client"),
        "text": text,
        "searched": found is not None,
        "table": people_table(rows, area, caption=_("Clients found"), alike=alike),
        "rows": rows,
        "sounding": people_table(sounding, area, caption=_("Names that sound like it"), alike=alike)
        if sounding
        else None,
        "more": found.more if found else False,
        "nothing_title": _("No hits: “%(text)s”") % {"text": text},
        "nothing_text": _("You can search clients of %(municipalities)s. Try the date of birth.")
        % {"municipalities": ", ".join(mine)},
    }
    return render(request, "desk/find/page.html", context)

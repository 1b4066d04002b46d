"""The list of clients as a file: asked for by POST, with a fresh sign-in, written in the log with how many."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kotopolku.clocks.clients import MOST_EXPORTED, clients_to_export
from kotopolku.web.desk.people.narrowing import read_wanted
from kotopolku.web.desk.people.rows import export_cells, export_columns
from kotopolku.web.parts.exports import table_file
from kotopolku.web.parts.fresh import ask_again, fresh
from kotopolku.web.parts.requests import PageRequest


@require_POST
def people_export(request: PageRequest) -> HttpResponse:
    """Give the clients asked for as CSV or XLSX (`as`); 422 when they are more than a file may take along."""
    if not fresh(request):
        return ask_again(request)
    found = clients_to_export(read_wanted(request.POST))
    if found is None:
        context = {
            "title": _("The file was not made"),
            "why": _("The list has more than %(n)s clients. Narrow it down and try again.")
            % {"n": MOST_EXPORTED},
        }
        return render(request, "desk/people/too_many.html", context, status=422)
    rows = [export_cells(row, request.area) for row in found]
    return table_file(request, "clients", title=_("Clients"), columns=export_columns(), rows=rows)

"""Missed times whose fee is open, and the decided ones as a file for invoicing: fresh sign-in, written in the log."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kotopolku.accounts.queries import AreaView
from kotopolku.audit.actor import RESPONSIBLE
from kotopolku.fees.actions import export_fees
from kotopolku.fees.actions.deciding import Invoiced
from kotopolku.fees.queries import MissedRow, to_export, to_look_into
from kotopolku.web.desk.calendar.words import KINDS
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.exports import Value, table_file
from kotopolku.web.parts.fresh import ask_again, fresh
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb


@require_GET
def fees(request: PageRequest) -> HttpResponse:
    """List missed, interpreted times whose fee is open, and how many decisions wait for invoicing."""
    ready, not_given = to_export()
    context = {
        "title": _("Fees for missed times"),
        "rows": [(one, KINDS[one.kind], _state(one, request)) for one in to_look_into()],
        "ready": ready,
        "not_given": not_given,
        "may_export": request.actor.role in RESPONSIBLE,
        "crumbs": [Crumb(label=_("Calendar"), url=reverse("desk:calendar"))],
    }
    return render(request, "desk/fee/list.html", context)


def _state(row: MissedRow, request: PageRequest) -> str:
    if row.answer_by is None:
        return _("the client has not been asked")
    if row.answered_on is None and row.answer_by >= request.on:
        return _("answer by %(day)s") % {"day": day(row.answer_by)}
    return _("to be judged and decided")


@only_for(RESPONSIBLE, subject="fees")
@require_POST
def fees_export(request: PageRequest) -> HttpResponse:
    """Give the decided fees that invoicing has not had yet as CSV or XLSX (`as`), and note that it has."""
    if not fresh(request):
        return ask_again(request)
    rows = [_cells(one, request.area) for one in export_fees()]
    return table_file(request, "fees", title=_("Fees"), columns=_columns(), rows=rows)


def _columns() -> list[str]:
    return [
        _("Decision"), _("Corrects decision"), _("Family name and given names"), _("Born"), _("Municipality"),
        _("Fee, euros"), _("Due date"), _("Decided"), _("Given to the client"), _("Provision"), _("Non-disclosure"),
    ]  # fmt: skip


def _cells(row: Invoiced, area: AreaView) -> list[Value]:
    """Return a fee as a row of the file; where a protected person lives is not in it."""
    person = row.person
    place = area.finnish_names.get(person.municipality_id) if person.municipality_id is not None else None
    return [
        row.number, row.corrects, person.list_name, person.birth_date, place or _("municipality hidden"),
        row.amount, row.due_on, row.decided_on, row.delivered_on, "681/2023 32 a §",
        _("yes") if person.non_disclosure else "",
    ]  # fmt: skip

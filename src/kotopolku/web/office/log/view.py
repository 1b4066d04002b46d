"""Read the log (käyttöloki) as its auditor: who looks at more than usual, then every row, and a copy to take along."""

from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from kotopolku.accounts.queries import workers_of
from kotopolku.audit.actor import Role
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.audit.log import write
from kotopolku.audit.queries import Entry, Narrowing, log_entries
from kotopolku.cases.auditing import StaffFigures, person_behind, staff_figures
from kotopolku.web.office.log.form import LogForm, NumberForm
from kotopolku.web.office.log.words import KINDS, RESULTS, person_code
from kotopolku.web.parts.exports import CSV_TYPE, Value, csv_file
from kotopolku.web.parts.fresh import ask_again, fresh
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest, number_or_none
from kotopolku.web.parts.roles import role
from kotopolku.web.parts.shapes import Cell, Column, Page, Table

READERS = frozenset({Role.AUDITOR})
ON_A_PAGE = 50
IN_A_FILE = 20_000
_COLUMNS = (
    "id", "at", "staff_id", "staff", "role", "organisation", "duty", "purpose", "kind", "route", "action",
    "subject", "subject_id", "count", "result", "persons",
)  # fmt: skip
_FILTERS = ("first", "last", "staff", "kind", "result", "person")


@only_for(READERS, subject="log")
@require_GET
def log(request: PageRequest) -> HttpResponse:
    """Show the rows asked for, newest first, and above them who looked at more people than usual."""
    return _page(request, NumberForm())


@only_for(READERS, subject="log")
@require_POST
def log_person(request: PageRequest) -> HttpResponse:
    """Find the code of a case's person by the case's number; the number stands in no address."""
    form = NumberForm(request.POST)
    found = person_behind(form.cleaned_data["number"]) if form.is_valid() else None
    if found is not None:
        return redirect(f"{reverse('office:log')}?person={found}")
    if form.is_valid():
        form.add_error("number", _("No case of this area has that number. Check the number."))
    return _page(request, form, status=422)


@only_for(READERS, subject="log")
@require_POST
def log_export(request: PageRequest) -> HttpResponse:
    """Give the rows asked for as a file for a spreadsheet; taking it is in the log too."""
    if not fresh(request):
        return ask_again(request)
    entries = log_entries(_form(request, request.POST).narrowing(), most=IN_A_FILE)
    write(kind="export", subject="log", count=len(entries))
    return HttpResponse(
        csv_file(_COLUMNS, (_cells(one) for one in entries)),
        content_type=CSV_TYPE,
        headers={"Content-Disposition": 'attachment; filename="log.csv"'},
    )


def _cells(one: Entry) -> list[Value]:
    return [
        one.id, one.at.astimezone(HELSINKI).isoformat(timespec="seconds"), one.staff_id, one.staff_name, one.role,
        one.organisation, one.duty_id, one.purpose, one.kind, one.route, one.action, one.subject, one.subject_id,
        one.count, one.result, " ".join(person_code(person) for person in one.persons),
    ]  # fmt: skip


def _form(request: PageRequest, data: QueryDict) -> LogForm:
    form = LogForm(data, workers=list(workers_of(request.area.id)))
    form.is_valid()
    return form


def _page(request: PageRequest, number: NumberForm, *, status: int = 200) -> HttpResponse:
    form = _form(request, request.GET)
    by = form.narrowing()
    before = request.GET.get("before", "")
    entries = log_entries(by, most=ON_A_PAGE + 1, before_id=number_or_none(before))
    shown = entries[:ON_A_PAGE]
    write(kind="list", subject="log", count=len(shown))
    context = {
        "title": _("The log"),
        "form": form,
        "number_form": number,
        "narrowed": by != Narrowing(),
        "person": person_code(by.person) if by.person else "",
        "figures": _figures(staff_figures()) if by == Narrowing() and not before else None,
        "table": _table(shown),
        "found": bool(shown),
        "page": _paging(request, shown, more=len(entries) > ON_A_PAGE, first=not before),
        "filters": [(name, request.GET.get(name, "")) for name in _FILTERS],
    }
    return render(request, "office/log/page.html", context, status=status)


def _figures(rows: tuple[StaffFigures, ...]) -> Table | None:
    if not rows:
        return None
    base = reverse("office:log")
    return Table(
        caption=_("Persons seen in seven days, most against one's own average first"),
        columns=[
            Column(label=_("Worker")),
            Column(label=_("Persons"), numeric=True),
            Column(label=_("Usual in a week"), numeric=True),
            Column(label=_("Without an open case of one's own"), numeric=True),
            Column(label=_("Looks at night (22–6)"), numeric=True),
        ],
        rows=[
            [
                Cell(text=one.staff_name, url=f"{base}?staff={one.staff_id}"),
                Cell(text=str(one.persons)),
                Cell(text=str(one.usual).replace(".", ",")),
                Cell(text=str(one.without_case)),
                Cell(text=str(one.at_night)),
            ]
            for one in rows[:10]
        ],
    )


def _table(rows: tuple[Entry, ...]) -> Table:
    return Table(
        caption=_("Rows of the log"),
        columns=[
            Column(label=_("When")),
            Column(label=_("Who")),
            Column(label=_("What")),
            Column(label=_("Persons")),
            Column(label=_("Purpose")),
        ],
        rows=[_row(one) for one in rows],
    )


def _row(one: Entry) -> list[Cell]:
    what = str(KINDS.get(one.kind, one.kind))
    ended = "" if one.result == "done" else str(RESULTS.get(one.result, one.result))
    persons = ", ".join(person_code(person) for person in one.persons[:3])
    return [
        Cell(text=f"{one.at.astimezone(HELSINKI):%-d.%-m.%Y %-H.%M.%S}"),
        Cell(text=one.staff_name or str(role(one.role)), more=one.organisation),
        Cell(text=what, more=one.action or one.route, tag=ended),
        Cell(
            text=persons + (" …" if len(one.persons) > 3 else ""),
            url=f"{reverse('office:log')}?person={one.persons[0]}" if len(one.persons) == 1 else "",
        ),
        Cell(text=one.purpose),
    ]


def _paging(request: PageRequest, shown: tuple[Entry, ...], *, more: bool, first: bool) -> Page:
    asked = {name: request.GET[name] for name in _FILTERS if request.GET.get(name)}
    base = reverse("office:log")
    return Page(
        shown=ngettext("%(n)s row on this page", "%(n)s rows on this page", len(shown)) % {"n": len(shown)},
        next_url=f"{base}?{urlencode({**asked, 'before': shown[-1].id})}" if more else "",
        first_url="" if first else f"{base}?{urlencode(asked)}",
    )

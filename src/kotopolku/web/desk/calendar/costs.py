"""What interpreting came to in a year, and who may interpret a colleague's assessment or plan."""

from collections.abc import Callable, Iterable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.accounts.queries import AreaView
from kotopolku.appointments import actions
from kotopolku.appointments.interpreter_costs import CostRow, interpreting_of
from kotopolku.appointments.interpreter_queries import leaves
from kotopolku.appointments.queries import workers
from kotopolku.audit.actor import Role
from kotopolku.web.desk.calendar import words
from kotopolku.web.desk.calendar.interpreting_form import FUNDINGS, LeaveForm
from kotopolku.web.parts.dates import duration, euros
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest, number_or_none, sent_number
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Table

YEARS_BACK = 5


@require_GET
def interpreting_costs(request: PageRequest) -> HttpResponse:
    """Show one year (`year`; this year without a choice): what interpreting came to, by case type and municipality."""
    this = request.on.year
    years = range(this, this - YEARS_BACK, -1)
    asked = number_or_none(request.GET.get("year", ""))
    year = asked if asked is not None and asked in years else this
    found = interpreting_of(year)
    ways: list[tuple[str, Iterable[CostRow], Callable[[str | int | None], str]]] = [
        (_("By case type"), found.kinds, lambda key: str(words.KINDS[str(key)])),
        (_("By municipality"), found.municipalities, lambda key: _town(key, request.area)),
        (_("By who pays"), found.fundings, lambda key: str(FUNDINGS.get(str(key), _("not known yet")))),
    ]
    context = {
        "title": _("Interpreting in numbers"),
        "crumbs": _crumbs(),
        "years": [(one, one == year) for one in years],
        "any": found.whole.orders,
        "unpriced": found.whole.unpriced,
        "tables": [_table(caption, rows, word, found.whole) for caption, rows, word in ways],
    }
    return render(request, "desk/calendar/costs.html", context)


@only_for({Role.COORDINATOR}, subject="interpreter_leaves")
@require_http_methods(["GET", "POST"])
def interpreter_leaves(request: PageRequest) -> HttpResponse:
    """Show who may interpret others' assessments and plans; POST lets one more, or ends a leave (`end`)."""
    having = leaves()
    known = {one for one, _name, _since in having}
    others = [(one, name) for one, name in workers(request.area.id, on=request.on) if one not in known]
    form = LeaveForm(
        request.POST if request.method == "POST" and "end" not in request.POST else None, workers=others
    )
    status = 200
    if request.method == "POST":
        if "end" in request.POST:
            actions.end_leave(staff_id=sent_number(request.POST, "end"))
            say_done(request, _("The leave ended. What has been agreed on stays."))
            return redirect("desk:interpreter_leaves")
        if form.is_valid() and attempt(form, lambda: _allow(form)):
            say_done(request, _("The colleague may now interpret others' assessments and plans."))
            return redirect("desk:interpreter_leaves")
        status = 422
    context = {
        "title": _("Colleagues as interpreters"),
        "crumbs": _crumbs(),
        "form": form,
        "rows": having,
    }
    return render(request, "desk/calendar/leaves.html", context, status=status)


def _allow(form: LeaveForm) -> bool:
    actions.allow_colleague(staff_id=form.cleaned_data["staff"])
    return True


def _crumbs() -> list[Crumb]:
    return [
        Crumb(label=_("Calendar"), url=reverse("desk:calendar")),
        Crumb(label=_("Interpreters"), url=reverse("desk:interpreters")),
    ]


def _town(key: str | int | None, area: AreaView) -> str:
    found = area.by_id.get(key) if isinstance(key, int) else None
    return found.names.pick("fi").text if found else _("municipality hidden")


def _table(
    caption: str, rows: Iterable[CostRow], word: Callable[[str | int | None], str], whole: CostRow
) -> Table:
    return Table(
        caption=caption,
        columns=[
            Column(label=""),
            *(
                Column(label=label, numeric=True)
                for label in (
                    _("Orders"),
                    _("Interpreted"),
                    _("Remotely"),
                    _("Did not come"),
                    _("Cancelled late"),
                    _("Problems"),
                    _("Time"),
                    _("Cost"),
                )
            ),
        ],
        rows=[_cells(word(one.key), one) for one in rows],
        totals=_cells(_("Altogether"), whole),
    )


def _cells(label: str, one: CostRow) -> list[Cell]:
    figures = [
        str(one.orders),
        _share(one.delivered, one.orders),
        _share(one.remote, one.delivered),
        str(one.absent),
        str(one.cancelled_late),
        str(one.poor),
        duration(one.minutes) if one.minutes else "0",
        euros(one.cost),
    ]
    return [Cell(text=label), *(Cell(text=value) for value in figures)]


def _share(part: int, whole: int) -> str:
    return f"{part} ({round(100 * part / whole)} %)" if part else "0"

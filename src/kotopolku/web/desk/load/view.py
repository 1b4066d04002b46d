"""Who has how much, and moving cases between officers with a reason. Coordinators only."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from kotopolku.accounts.absence_queries import absences
from kotopolku.accounts.queries import colleagues
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import NotFound
from kotopolku.cases.actions import Moved, move_cases, undo_move
from kotopolku.cases.queries import caseload
from kotopolku.cases.views import CaseRow
from kotopolku.clocks.queries import Load, load
from kotopolku.web.parts.dates import day, day_short
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest, number_or_none, uuid_or_none
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Table

NOBODY = "nobody"
SHOWN = 100


class MoveForm(forms.Form):
    """Which cases go to whom, and why."""

    cases = forms.MultipleChoiceField(
        label=lazy("Cases"), error_messages={"required": lazy("Choose at least one case.")}
    )
    officer = forms.TypedChoiceField(
        label=lazy("To whom?"), coerce=int, error_messages={"required": lazy("Choose an officer.")}
    )
    reason = forms.CharField(
        label=lazy("Why?"),
        max_length=500,
        help_text=lazy("It is shown on each case, for example “Summer holidays”."),
        error_messages={"required": lazy("Write why the cases are moved.")},
    )

    def __init__(self, *args: object, cases: list[str], officers: list[tuple[int, str]]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["cases"].choices = [(one, one) for one in cases]  # type: ignore[attr-defined]
        self.fields["officer"].choices = [("", lazy("Choose")), *officers]  # type: ignore[attr-defined]


@only_for({Role.COORDINATOR}, subject="load")
@require_http_methods(["GET", "POST"])
def work_load(request: PageRequest) -> HttpResponse:
    """Show each officer's load; `officer` (a staff id or "nobody") opens that one's cases, POST moves some of them."""
    on = request.on
    people = [(one.staff_id, one.name) for one in colleagues(request.area.id, on=on)]
    whose = request.GET.get("officer", "")
    chosen = number_or_none(whose, digits=11)
    page = (
        caseload(officer_id=chosen, unassigned=whose == NOBODY, size=SHOWN)
        if chosen is not None or whose == NOBODY
        else None
    )
    cases = page.rows if page else ()
    form = MoveForm(
        request.POST or None,
        cases=[str(one.id) for one in cases],
        officers=[one for one in people if one[0] != chosen],
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and (moved := attempt(form, lambda: _move(form))):
            _say_moved(request, moved)
            return redirect(f"{reverse('desk:load')}?officer={whose}")
        status = 422
    away = {one.staff_id: one for one in absences(request.area.id, on=on) if one.runs(on)}
    notes = {
        key: _("away until %(day)s, %(name)s stands in")
        % {"day": day_short(one.last_day, on), "name": one.stand_in}
        for key, one in away.items()
    }
    context = {
        "title": _("Everybody's load"),
        "table": _table(load(on), people, notes),
        "opened": page is not None,
        "whose": next((name for key, name in people if key == chosen), _("Nobody")),
        "rows": [_case(one, form) for one in cases],
        "more": bool(page and page.next_after),
        "form": form,
        "crumbs": [Crumb(label=_("Today"), url=reverse("desk:today"))],
    }
    return render(request, "desk/load/page.html", context, status=status)


def _move(form: MoveForm) -> tuple[Moved, ...]:
    data = form.cleaned_data
    return move_cases(
        case_ids=[UUID(one) for one in data["cases"]], staff_id=data["officer"], reason=data["reason"]
    )


def _say_moved(request: PageRequest, moved: tuple[Moved, ...]) -> None:
    undo = " ".join(f"{one.case_id}:{one.former_id or 0}:{one.version}" for one in moved)
    done = ngettext("%(n)s case was moved.", "%(n)s cases were moved.", len(moved)) % {"n": len(moved)}
    say_done(request, done, undo_url=reverse("desk:load_undo"), moved=undo)


@only_for({Role.COORDINATOR}, subject="load")
@require_POST
def load_undo(request: PageRequest) -> HttpResponse:
    """Give the cases of the last move back to those who had them."""
    moved = [_moved(part) for part in request.POST.get("moved", "").split()[:SHOWN]]
    if not moved:
        raise NotFound("case")
    undo_move(moved=moved)
    say_done(request, _("The move was undone."))
    return redirect("desk:load")


def _moved(text: str) -> Moved:
    case, _colon, rest = text.partition(":")
    former, _colon, version = rest.partition(":")
    ids = (uuid_or_none(case), number_or_none(former, digits=15), number_or_none(version, digits=9))
    if ids[0] is None or ids[1] is None or ids[2] is None:
        raise NotFound("case")
    return Moved(case_id=ids[0], former_id=ids[1] or None, version=ids[2])


def _table(loads: dict[int | None, Load], people: list[tuple[int, str]], notes: dict[int, str]) -> Table:
    named: list[tuple[int | None, str, str]] = [
        (None, _("Nobody"), NOBODY),
        *((key, name, str(key)) for key, name in people),
    ]
    empty = Load(officer_id=None)
    rows = []
    for key, name, word in named:
        one = loads.get(key, empty)
        if key is None and not one.cases:
            continue
        rows.append(
            [
                Cell(
                    text=name,
                    url=f"{reverse('desk:load')}?officer={word}#opened",
                    more=notes.get(key or 0, ""),
                ),
                Cell(text=str(one.cases)),
                Cell(text=str(one.late_law)),
                Cell(text=str(one.late_target)),
                Cell(text=str(one.soon)),
            ]
        )
    return Table(
        caption=_("Officers and their cases"),
        columns=[
            Column(label=_("Officer")),
            Column(label=_("Open cases"), numeric=True),
            Column(label=_("Late by law"), numeric=True),
            Column(label=_("Late, own target"), numeric=True),
            Column(label=_("Within a week"), numeric=True),
        ],
        rows=rows,
    )


def _case(one: CaseRow, form: MoveForm) -> dict[str, object]:
    return {
        "id": str(one.id),
        "name": one.person.name if one.person else one.number,
        "protected": bool(one.person and one.person.non_disclosure),
        "url": reverse("desk:case", args=[one.id]),
        "opened": day(one.opened_on),
        "checked": str(one.id) in form.data.getlist("cases") if form.is_bound else False,  # type: ignore[attr-defined]
    }

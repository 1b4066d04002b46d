"""The papers of a client: a list with a form, one paper, and its files."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.accounts.rights import OFFICIALS
from kotopolku.audit.errors import NotFound
from kotopolku.cases.queries import case_view
from kotopolku.cases.views import CaseView
from kotopolku.papers.actions import number_paper, register_paper, void_paper
from kotopolku.papers.queries import PaperView, content_of, paper_view, papers_of
from kotopolku.web.desk.arrived.form import NumbersForm, PaperForm, VoidForm
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.words import papers as words
from kotopolku.web.desk.words.codes import word
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, uuid_or_none
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Fact, Table


@require_http_methods(["GET", "POST"])
def papers(request: PageRequest, case_id: UUID) -> HttpResponse:
    """List the papers, the last to arrive first; POST registers one."""
    found = case_view(case_id)
    form = PaperForm(
        request.POST or None, request.FILES or None, on=request.on, initial={"arrived_on": request.on}
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(
            form, lambda: bool(register_paper(case_id=case_id, entry=form.entry(), files=form.contents()))
        ):
            say_done(request, _("The paper was registered."))
            return redirect("desk:papers", case_id=case_id)
        status = 422
    context = {
        "title": _("Papers that arrived"),
        "case": found,
        "form": form,
        "table": _table(papers_of(case_id), case_id),
        "crumbs": _crumbs(found),
    }
    return render(request, "desk/arrived/page.html", context, status=status)


@require_http_methods(["GET", "POST"])
def paper(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show one paper; POST writes the municipality's own numbers, or voids it (`do=void`)."""
    view = _asked(request, case_id)
    found = case_view(case_id)
    voiding = request.POST.get("do") == "void"
    numbers = NumbersForm(
        request.POST if request.method == "POST" and not voiding else None,
        initial={"diary_number": view.entry.diary_number, "decision_number": view.entry.decision_number},
    )
    void = VoidForm(request.POST if voiding else None)
    status = 200
    if request.method == "POST":
        form = void if voiding else numbers
        if form.is_valid() and attempt(form, lambda: _change(view.id, form, voiding=voiding)):
            say_done(request, _("The paper was voided.") if voiding else _("The numbers were saved."))
            return redirect(_url("desk:paper", case_id, paper=view.id))
        status = 422
    context = {
        "title": view.entry.title,
        "case": found,
        "view": view,
        "facts": _facts(view),
        "files": [
            (one, _url("desk:paper_file", case_id, paper=view.id, file=one.id), round(one.size / 1024))
            for one in view.files
        ],
        "numbers": numbers,
        "void": void,
        "may_void": request.actor.role in OFFICIALS,
        "voided": _("Voided %(day)s, %(name)s") % {"day": day(view.voided_on), "name": view.voided_by}
        if view.voided_on
        else "",
        "crumbs": [
            *_crumbs(found),
            Crumb(label=_("Papers that arrived"), url=reverse("desk:papers", args=[case_id])),
        ],
    }
    return render(request, "desk/arrived/paper.html", context, status=status)


def _change(paper_id: UUID, form: NumbersForm | VoidForm, *, voiding: bool) -> bool:
    if voiding:
        void_paper(paper_id=paper_id, reason=form.cleaned_data["void_reason"])
    else:
        number_paper(paper_id=paper_id, **form.cleaned_data)
    return True


@require_GET
def paper_file(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Give out one file of a paper, to be kept and not shown: nothing a stranger sent runs among our own pages."""
    view = _asked(request, case_id)
    file_id = uuid_or_none(request.GET.get("file", ""))
    if file_id not in {one.id for one in view.files}:
        raise NotFound("paper file")
    content = content_of(file_id)
    headers = {"Content-Disposition": f'attachment; filename="{content.name}"'}
    return HttpResponse(content.data, content_type=content.kind, headers=headers)


def _asked(request: PageRequest, case_id: UUID) -> PaperView:
    paper_id = uuid_or_none(request.GET.get("paper", ""))
    if paper_id is None:
        case_view(case_id)
        raise NotFound("paper")
    view = paper_view(paper_id)
    if view.case_id != case_id:
        raise NotFound("paper")
    return view


def _url(name: str, case_id: UUID, **query: object) -> str:
    return f"{reverse(name, args=[case_id])}?{urlencode(query)}"


def _table(found: tuple[PaperView, ...], case_id: UUID) -> Table | None:
    if not found:
        return None
    return Table(
        caption=_("Papers that arrived"),
        columns=(
            Column(label=_("What")),
            Column(label=_("Arrived")),
            Column(label=_("Sender")),
            Column(label=_("Own register")),
            Column(label=_("Files"), numeric=True),
        ),
        rows=[
            (
                Cell(
                    text=one.entry.title,
                    url=_url("desk:paper", case_id, paper=one.id),
                    more=_("voided") if one.voided_on else word(words.KINDS, one.entry.kind),
                ),
                Cell(text=str(day(one.entry.arrived_on)), more=word(words.WAYS, one.entry.way)),
                Cell(text=one.entry.sender, masked=one.hidden),
                Cell(
                    text=", ".join(
                        part for part in (one.entry.diary_number, one.entry.decision_number) if part
                    )
                    or "–"
                ),
                Cell(text=str(len(one.files))),
            )
            for one in found
        ],
    )


def _facts(view: PaperView) -> list[Fact]:
    entry = view.entry
    rows = [
        Fact(name=_("Kind"), value=word(words.KINDS, entry.kind)),
        Fact(name=_("Sender"), value=entry.sender, masked=view.hidden),
        Fact(name=_("Arrived"), value=str(day(entry.arrived_on)), more=word(words.WAYS, entry.way)),
        Fact(name=_("To be done"), value=entry.note),
        Fact(name=_("Diary number"), value=entry.diary_number),
        Fact(name=_("Decision number"), value=entry.decision_number),
        Fact(name=_("Registered"), value=str(day(view.registered_on)), more=view.registered_by),
    ]
    return [row for row in rows if row.value or row.masked]


def _crumbs(found: CaseView) -> list[Crumb]:
    return to_client(found.person.name if found.person else found.number, found.id)

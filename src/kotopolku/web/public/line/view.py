"""The line for visitors (Monineuvon jono): the wait now, a number, a call back, a question, and one's own number."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_http_methods, require_safe

from kotopolku.advice.queries import advice_settings
from kotopolku.audit.errors import NotFound
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.codes import Language
from kotopolku.line.actions import leave_line, take_place
from kotopolku.line.codes import AFAR, CALLED, OPEN, WAITING
from kotopolku.line.entries import TicketEntry
from kotopolku.line.queries import OwnTicket, own_ticket, public_board
from kotopolku.web.parts.dates import clock_time
from kotopolku.web.parts.forms import attempt
from kotopolku.web.public.keeping import FORM, keep_typed, sent
from kotopolku.web.public.line.form import CallForm, QuestionForm, TakeForm
from kotopolku.web.public.line.offices import offices_today, says_shut, says_wait, spoken
from kotopolku.web.public.outreach.days import days_of
from kotopolku.web.public.reading import area_of


def _tag_of_offices(request: HttpRequest, language: Language) -> str:
    offices = offices_today(area_of(request), on=_on(request), language=language)
    parts = [f"{one.id}.{one.board.version}.{one.is_open}.{bool(one.shut)}" for one in offices]
    # The page names today's languages too: whoever changes the roster changes the page.
    parts += [one.path for one in spoken(area_of(request), on=_on(request))]
    return f'"{language.path}-{_on(request)}-{"-".join(parts)}"'


def _tag_of_ticket(request: HttpRequest, language: Language, ticket_id: UUID) -> str:
    found = _own(request, ticket_id)
    board = public_board(area_of(request), found.office)
    return f'"{language.path}-{found.state}-{board.version}-{bool(board.shut)}"'


def _own(request: HttpRequest, ticket_id: UUID) -> OwnTicket:
    found = own_ticket(ticket_id, area_id=area_of(request))
    if found is None:
        raise NotFound("ticket")
    return found


def _on(request: HttpRequest) -> date:
    on: date = request.on  # type: ignore[attr-defined]
    return on


@require_safe
def line(request: HttpRequest, language: Language) -> HttpResponse:
    """Show how long one waits now, in which languages one is advised today, and the ways into the line."""
    return render(request, "public/line/page.html", {"title": _("Advice now"), **_now(request, language)})


@require_safe
@condition(etag_func=_tag_of_offices)
def line_now(request: HttpRequest, language: Language) -> HttpResponse:
    """Return the part of that page that changes; 304 while nothing has."""
    return render(request, "public/line/now.html", _now(request, language))


@require_http_methods(["GET", "HEAD", "POST"])
def line_take(request: HttpRequest, language: Language) -> HttpResponse:
    """Take a number of an office that is open."""
    area_id, on = area_of(request), _on(request)
    offices = [one for one in offices_today(area_id, on=on, language=language) if one.is_open]
    form = TakeForm(sent(request), offices=offices, language=language, rules=advice_settings(area_id))
    keep_typed(form, request)
    if form.is_valid() and (row := attempt(form, lambda: _take(area_id, form.entry()))):
        return redirect("public:line-ticket", language, row)
    context = {"title": _("Take a number"), "form": form, "offices": offices, **FORM}
    return render(request, "public/line/take.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def line_call(request: HttpRequest, language: Language) -> HttpResponse:
    """Ask to be called."""
    return _ask(request, language, CallForm, title=_("Ask us to call you"), kind="call")


@require_http_methods(["GET", "HEAD", "POST"])
def line_question(request: HttpRequest, language: Language) -> HttpResponse:
    """Ask a question."""
    return _ask(request, language, QuestionForm, title=_("Ask Monineuvo"), kind="question")


@require_http_methods(["GET", "HEAD", "POST"])
def line_ticket(request: HttpRequest, language: Language, ticket_id: UUID) -> HttpResponse:
    """Show one's own number, how many stand before it, and where to go; POST gives the place up."""
    found = _own(request, ticket_id)
    if request.method == "POST":
        leave_line(ticket_id=ticket_id, area_id=area_of(request))
        return redirect("public:line-ticket", language, ticket_id)
    context = {"title": _("Your number"), **_ticket(request, language, found)}
    return _unstored(render(request, "public/line/ticket.html", context))


@require_safe
@condition(etag_func=_tag_of_ticket)
def line_ticket_now(request: HttpRequest, language: Language, ticket_id: UUID) -> HttpResponse:
    """Return the part of one's own page that changes; 304 while nothing has."""
    context = _ticket(request, language, _own(request, ticket_id))
    return _unstored(render(request, "public/line/ticket_now.html", context))


def _ask(
    request: HttpRequest,
    language: Language,
    form_class: type[CallForm | QuestionForm],
    *,
    title: str,
    kind: str,
) -> HttpResponse:
    area_id = area_of(request)
    form = form_class(sent(request), language=language, rules=advice_settings(area_id))
    keep_typed(form, request)
    if form.is_valid() and (row := attempt(form, lambda: _take(area_id, form.entry()))):
        return redirect("public:line-ticket", language, row)
    context = {"title": title, "form": form, "kind": kind, **FORM}
    return render(request, "public/line/ask.html", context, status=422 if form.is_bound else 200)


def _take(area_id: str, entry: TicketEntry) -> UUID:
    return take_place(area_id=area_id, entry=entry).pk


def _now(request: HttpRequest, language: Language) -> dict[str, object]:
    offices = offices_today(area_of(request), on=_on(request), language=language)
    return {
        "offices": offices,
        "can_take": any(one.is_open for one in offices),
        "outreach": days_of(area_of(request), on=_on(request))[:3],
        "spoken": spoken(area_of(request), on=_on(request)),
    }


def _ticket(request: HttpRequest, language: Language, found: OwnTicket) -> dict[str, object]:
    board = public_board(area_of(request), found.office)
    ahead = board.ahead(found.number)
    return {
        "ticket": found,
        "number": f"P{found.number}" if found.office == AFAR else str(found.number),
        "is_afar": found.office == AFAR,
        "is_open": found.state in OPEN,
        "waits": found.state == WAITING,
        "called": found.state == CALLED,
        "ahead": ahead,
        "wait": says_wait(board.wait(language.code)),
        "shut": says_shut(board.shut) if board.shut else "",
        "due": _due(found),
    }


def _due(found: OwnTicket) -> str:
    local = found.due_at.astimezone(HELSINKI)
    return f"{local.day}.{local.month}. {clock_time(local.time())}"


def _unstored(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    return answer

"""The line (Monineuvon jono): what polling brings, calling, giving a number, a missed call, closed today."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_GET, require_http_methods, require_POST

from kotopolku.advice.queries import advice_settings
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.line import actions
from kotopolku.line.entries import TicketEntry
from kotopolku.line.queries import ClosureView, closures, ticket_view, versions, wish
from kotopolku.roster.queries import advisers
from kotopolku.web.desk.line import words
from kotopolku.web.desk.line.answering import wish_context
from kotopolku.web.desk.line.form import ClosedForm, GiveForm, MissedForm, StationForm, TicketForm
from kotopolku.web.desk.line.rows import CHOSEN, Station, column, number_of, row_of, station
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import moment
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, sent_number
from kotopolku.web.parts.shapes import Crumb

_DONE = {
    "recall": lambda: _("The number was called again."),
    "start": lambda: _("The visitor is being served."),
    "back": lambda: _("The number waits again."),
    "no_show": lambda: _("The number did not come."),
    "left": lambda: _("The number left the line."),
    "quick": lambda: _("The visit was logged."),
    "priority": lambda: _("The order of the line changed."),
    "move": lambda: _("The number was moved."),
    "seen": lambda: _("It is no longer shown in the line."),
}


def _tag(request: HttpRequest) -> str:
    assert isinstance(request, HttpRequest)
    where = station(request)  # type: ignore[arg-type]
    who = request.actor.staff_id  # type: ignore[attr-defined]
    word = request.language.code  # type: ignore[attr-defined]
    return f'"{versions(request.area.id, where.office)}-{where.office}-{who}-{word}"'  # type: ignore[attr-defined]


@require_GET
@condition(etag_func=_tag)
def line_now(request: PageRequest) -> HttpResponse:
    """Return the column of the line; 304 while nothing has changed within the minute."""
    return render(request, "desk/line/column.html", column(request, station(request)))


@require_POST
def line_station(request: PageRequest) -> HttpResponse:
    """Remember for this session at which office and in which room one works."""
    where = station(request)
    form = StationForm(request.POST, offices=where.offices)
    if form.is_valid():
        request.session[CHOSEN] = {"office": form.cleaned_data["office"], "room": form.cleaned_data["room"]}
    return redirect("desk:advice")


@require_POST
def line_next(request: PageRequest) -> HttpResponse:
    """Call the next number for me."""
    where = station(request)
    try:
        row = actions.call_next(office=where.office, room=where.room)
    except Invalid as fault:
        say_done(request, str(fault.message))
    else:
        if row is None:
            say_done(
                request, _("Nobody waits whom you should call. You can call a number in another language.")
            )
    return redirect("desk:advice")


@require_POST
def line_give(request: PageRequest) -> HttpResponse:
    """Give a number at the desk."""
    where = station(request)
    rules = advice_settings(request.area.id)
    form = GiveForm(request.POST, topics=[(one.id, one.id) for one in rules.topics])
    if not where.office or not form.is_valid():
        raise NotFound("line")
    topic = form.cleaned_data["topic"]
    entry = TicketEntry(
        office=where.office,
        channel="desk",
        language=form.cleaned_data["language"],
        topics=(topic,) if topic else (),
    )
    row = actions.take_place(area_id=request.area.id, entry=entry)
    say_done(request, _("Give the visitor the number %(number)s.") % {"number": row.number})
    return redirect("desk:advice")


@require_http_methods(["GET", "POST"])
def line_missed(request: PageRequest) -> HttpResponse:
    """Put a missed call into the line: one field and Enter."""
    form = MissedForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: bool(actions.note_missed_call(**form.cleaned_data))):
            say_done(request, _("The call stands in the line."))
            return redirect("desk:advice")
        status = 422
    context = {"title": _("Missed call"), "form": form, "crumbs": _crumbs()}
    return render(request, "desk/line/missed.html", context, status=status)


@require_http_methods(["GET", "POST"])
def line_ticket(request: PageRequest, ticket_id: UUID) -> HttpResponse:
    """Show one ticket; POST does what its button says."""
    found = ticket_view(ticket_id)
    where = station(request)
    staff = advisers(request.area.id, on=request.on)
    offices = [one for one in where.offices if one[0] != found.office]
    form = TicketForm(request.POST or None, staff=staff, offices=offices)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(
            form, lambda: _act(form.cleaned_data, ticket_id, where, area_id=request.area.id)
        ):
            done = _DONE.get(form.cleaned_data["act"])
            if done:
                say_done(request, done())
            return redirect("desk:advice")
        status = 422
    rules = advice_settings(request.area.id)
    context = {
        "title": _("Number %(number)s") % {"number": number_of(found)},
        "ticket": found,
        "row": row_of(found, rules, now=database_now()),
        "state": codes.word(words.STATES, found.state),
        "way": codes.word(words.WAYS, found.way),
        **wish_context(wish(ticket_id)),
        "form": form,
        "crumbs": _crumbs(),
    }
    return render(request, "desk/line/ticket.html", context, status=status)


def _act(data: Mapping[str, object], ticket_id: UUID, where: Station, *, area_id: str) -> bool:
    acts: Mapping[str, Callable[[], object]] = {
        "call": lambda: actions.call_ticket(ticket_id=ticket_id, room=where.room),
        "recall": lambda: actions.recall(ticket_id=ticket_id),
        "start": lambda: actions.start_serving(ticket_id=ticket_id),
        "back": lambda: actions.put_back(ticket_id=ticket_id),
        "no_show": lambda: actions.miss_visitor(ticket_id=ticket_id),
        "left": lambda: actions.leave_line(ticket_id=ticket_id, area_id=area_id),
        "seen": lambda: actions.note_undelivered(ticket_id=ticket_id),
        "quick": lambda: actions.quick_serve(ticket_id=ticket_id, place=where.office),
        "priority": lambda: actions.give_priority(ticket_id=ticket_id, reason=str(data["reason"])),
        "move": lambda: actions.move_ticket(
            ticket_id=ticket_id,
            to_staff=data["to_staff"],  # type: ignore[arg-type]
            language=str(data["language"]),
            office=str(data["office"]),
        ),
    }
    acts[str(data["act"])]()
    return True


@require_http_methods(["GET", "POST"])
def line_closed(request: PageRequest) -> HttpResponse:
    """Close an office today; list what is closed; open again before time."""
    where = station(request)
    if "open" in request.POST:
        actions.open_again(closure_id=sent_number(request.POST, "open"))
        say_done(request, _("The office is open again everywhere."))
        return redirect("desk:line_closed")
    initial = {"office": where.office, "starts": "8.00", "ends": "16.00"}
    form = ClosedForm(request.POST or None, offices=where.offices, on=request.on, initial=initial)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _close(form)):
            say_done(request, _("Closed. The public page, the wall and the kiosk say so until the end."))
            return redirect("desk:line_closed")
        status = 422
    context = {
        "title": _("Closed today"),
        "form": form,
        "closures": [_closure(one, dict(where.offices)) for one in closures(request.area.id)],
        "crumbs": _crumbs(),
    }
    return render(request, "desk/line/closed.html", context, status=status)


def _close(form: ClosedForm) -> bool:
    data = form.cleaned_data
    actions.close_office(
        office=data["office"], starts_at=form.starts_at(), ends_at=form.ends_at(), reason=data["reason"]
    )
    return True


def _closure(one: ClosureView, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": one.id,
        "where": names.get(one.office, _("Every office")),
        "when": f"{moment(one.starts_at)} – {moment(one.ends_at)}",
        "reason": codes.word(words.REASONS, one.reason),
    }


def _crumbs() -> list[Crumb]:
    return [Crumb(label=_("Advice"), url=reverse("desk:advice"))]

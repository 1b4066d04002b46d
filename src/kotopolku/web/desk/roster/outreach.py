"""Outreach days (jalkautumispäivät): wishes that wait for an answer, days to come, and contacts of days that were."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kotopolku.advice.queries import visits_at
from kotopolku.roster import actions
from kotopolku.roster.queries import OutreachView, RequestView, one_request, outreach_days, requests_waiting
from kotopolku.web.desk.roster import words
from kotopolku.web.desk.roster.form import BEGINS, ENDS, DayForm
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import language, moment, time_range, weekday_day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, sent_number, uuid_or_none
from kotopolku.web.parts.shapes import Crumb

LOOK_BACK = timedelta(days=90)
PHONE_BEFORE = timedelta(days=7)
"""How long before its day a telephone is made ready for logging without network."""


@require_http_methods(["GET", "POST"])
def outreach(request: PageRequest) -> HttpResponse:
    """Show wishes, coming days and the contacts of former ones; POST with `cancel` calls a day off."""
    area, on = request.area.id, request.on
    if request.method == "POST":
        actions.cancel_outreach(day_id=sent_number(request.POST, "cancel"))
        say_done(request, _("The day is called off. It has left the public page."))
        return redirect("desk:outreach")
    were = outreach_days(area, first=on - LOOK_BACK, last=on)
    counts = visits_at([one.place for one in were])
    coming = outreach_days(area, first=on)
    context = {
        "title": _("Outreach days"),
        "requests": [_request(one) for one in requests_waiting(area)],
        "coming": [_day(one, on=on) for one in coming],
        "were": [_day(one, on=on, contacts=counts.get(one.place, 0)) for one in reversed(were)],
        "crumbs": _crumbs(),
    }
    return render(request, "desk/roster/outreach.html", context)


@require_http_methods(["GET", "POST"])
def outreach_new(request: PageRequest) -> HttpResponse:
    """Announce a day; for a request (`request`: its id) say yes with the day, or no with the reason."""
    id_ = uuid_or_none(request.GET.get("request", ""))
    asked = one_request(id_) if id_ else None
    form = DayForm(
        request.POST if request.method == "POST" else None, area=request.area, initial=_initial(asked)
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and (said := attempt(form, lambda: _act(form, id_))):
            say_done(request, said)
            return redirect("desk:outreach")
        status = 422
    context = {
        "title": _("Answer a wish for outreach") if asked else _("A day of outreach"),
        "form": form,
        "asked": _request(asked) if asked else None,
        "crumbs": [*_crumbs(), Crumb(label=_("Outreach days"), url=reverse("desk:outreach"))],
    }
    return render(request, "desk/roster/outreach_new.html", context, status=status)


def _act(form: DayForm, request_id: UUID | None) -> str:
    answer = form.cleaned_data["answer"]
    if request_id is None:
        actions.announce_outreach(entry=form.entry())
        return _("The day is on the public page.")
    if form.cleaned_data["act"] == "decline":
        actions.decline_outreach(request_id=request_id, answer=answer)
        return _("The sender is told by e-mail that it does not work out.")
    actions.accept_outreach(request_id=request_id, entry=form.entry(), answer=answer)
    return _("The day is on the public page, and the sender is told by e-mail.")


def _initial(asked: RequestView | None) -> dict[str, object]:
    times: dict[str, object] = {"opens": f"{BEGINS:%-H.%M}", "closes": f"{ENDS:%-H.%M}"}
    if asked is None:
        return times
    return times | {
        "municipality": asked.municipality_id,
        "where": asked.organisation,
        "languages": list(asked.languages),
    }


def _request(one: RequestView) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": codes.word(words.SENDERS, one.sender_kind),
        "organisation": one.organisation,
        "sender": one.sender,
        "email": one.email,
        "town": one.municipality.pick(language()).text,
        "wished": one.wished,
        "languages": ", ".join(language_name(code) for code in one.languages),
        "people": one.people,
        "message": one.message,
        "when": moment(one.received_at),
    }


def _day(one: OutreachView, *, on: date, contacts: int = 0) -> dict[str, object]:
    return {
        "id": one.id,
        "phone": on <= one.day <= on + PHONE_BEFORE,
        "day": weekday_day(one.day, on),
        "time": time_range(one.opens, one.closes),
        "where": one.where,
        "town": one.municipality.pick(language()).text,
        "asked_by": one.asked_by,
        "languages": ", ".join(language_name(code) for code in one.languages),
        "contacts": ngettext("%(n)s contact", "%(n)s contacts", contacts) % {"n": contacts},
    }


def _crumbs() -> list[Crumb]:
    return [Crumb(label=_("Advice"), url=reverse("desk:advice"))]

"""The log of advice (neuvontaloki, KotoL 10 §): anonymous, in twenty seconds, with the day beside it."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from kotopolku.advice.actions import correct_visit, give_slip, log_visit, void_visit
from kotopolku.advice.queries import VisitView, advice_settings, common_topics, day_visits, one_visit
from kotopolku.advice.settings import AdviceSettings
from kotopolku.line.actions import finish_ticket
from kotopolku.roster.queries import outreach_days
from kotopolku.services.queries import places
from kotopolku.web.desk.advice import words
from kotopolku.web.desk.advice.form import KEPT, VisitForm
from kotopolku.web.desk.advice.lines import line as line_of
from kotopolku.web.desk.line.form import GiveForm, StationForm
from kotopolku.web.desk.line.rows import begun, column, station
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, sent_number, uuid_or_none
from kotopolku.web.parts.shapes import Crumb

_LAST = "advice_last"


@require_http_methods(["GET", "POST"])
def advice(request: PageRequest) -> HttpResponse:
    """Show the form and the day's visits; POST logs one. Asked for an assessment: go on to record the request."""
    rules = advice_settings(request.area.id)
    here = station(request)
    line = column(request, here, rules)
    mine = line["mine"]
    last = {"place": here.office, **request.session.get(_LAST, {})}
    form = _form(request, request.POST or None, rules=rules, initial=begun(mine, place=here.office) or last)
    status = 200
    if request.method == "POST":
        ticket = uuid_or_none(request.POST.get("ticket", ""))
        log = partial(finish_ticket, ticket_id=ticket) if ticket else log_visit
        row = attempt(form, lambda: log(entry=form.entry())) if form.is_valid() else False
        if row:
            request.session[_LAST] = {name: form.cleaned_data[name] for name in KEPT}
            undo = reverse("desk:advice_undo", args=[row.pk])
            say_done(request, _("The visit was logged."), undo_url=undo, version="1")
            if row.outcome == "assessment_requested":
                return redirect(f"{reverse('desk:contact_new')}?kind=own_request")
            return redirect("desk:advice")
        status = 422
    visits = day_visits(on=request.on)
    context = {
        "title": _("Advice"),
        "form": form,
        "channel_keys": words.CHANNEL_KEYS,
        "outcome_keys": words.OUTCOME_KEYS,
        **line,
        "station_form": StationForm(initial={"office": here.office, "room": here.room}, offices=here.offices),
        "give_form": GiveForm(topics=[(one.id, one.name.pick("fi").text) for one in rules.topics]),
        "visits": [line_of(one, rules) for one in visits],
        "count": ngettext("%(n)s visit today", "%(n)s visits today", len(visits)) % {"n": len(visits)},
    }
    return render(request, "desk/advice/page.html", context, status=status)


@require_http_methods(["GET", "POST"])
def advice_visit(request: PageRequest, visit_id: UUID) -> HttpResponse:
    """Correct a visit of the log."""
    found = one_visit(visit_id)
    rules = advice_settings(request.area.id)
    form = _form(request, request.POST or None, rules=rules, initial=_initial(found))
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _correct(request, visit_id, form)):
            say_done(request, _("The visit was corrected."))
            return redirect("desk:advice")
        status = 422
    context = {
        "title": _("Correct a visit"),
        "form": form,
        "visit": found,
        "channel_keys": words.CHANNEL_KEYS,
        "outcome_keys": words.OUTCOME_KEYS,
        "crumbs": [Crumb(label=_("Advice"), url=reverse("desk:advice"))],
    }
    return render(request, "desk/advice/visit.html", context, status=status)


@require_POST
def advice_undo(request: PageRequest, visit_id: UUID) -> HttpResponse:
    """Take a visit out of the log again."""
    void_visit(visit_id=visit_id, version=sent_number(request.POST, "version"))
    say_done(request, _("The visit was taken out of the log."))
    return redirect("desk:advice")


@require_POST
def advice_slip(request: PageRequest, visit_id: UUID) -> HttpResponse:
    """Show the code for the visitor's slip, this once."""
    context = {
        "title": _("Code for the slip"),
        "code": give_slip(visit_id=visit_id),
        "crumbs": [Crumb(label=_("Advice"), url=reverse("desk:advice"))],
    }
    return render(request, "desk/advice/slip.html", context)


def _correct(request: PageRequest, visit_id: UUID, form: VisitForm) -> bool:
    version = sent_number(request.POST, "version")
    return bool(correct_visit(visit_id=visit_id, entry=form.entry(), version=version))


def _form(
    request: PageRequest, data: QueryDict | None, *, rules: AdviceSettings, initial: Mapping[str, object]
) -> VisitForm:
    area, own = request.area, places(request.area.id)
    out = outreach_days(area.id, first=request.on, last=request.on)
    known = [(one.id, one.name.get("fi", one.id)) for one in own] + [(one.place, one.where) for one in out]
    sent = data.get("place") if data else ""
    wished = [sent, initial.get("place"), *(one.id for one in own)]
    place = next((str(one) for one in wished if one in dict(known)), "")  # sent may be anything
    return VisitForm(
        data,
        area=area,
        places=known,
        rules=rules,
        common=common_topics(place=place, on=request.on),
        initial={"place": place, **initial},
    )


def _initial(found: VisitView) -> dict[str, object]:
    return {
        "place": found.place,
        "channel": found.channel,
        "language": found.language,
        "interpreter": found.interpreter,
        "municipality": str(found.municipality_id or found.lives),
        "topics": found.topics,
        "minutes": found.minutes,
        "outcome": found.outcome,
        "came_back": found.came_back,
    }

"""All facts of a client: what, since when, from whom, recorded by whom; and what each correction does."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.audit.errors import NotFound
from kotopolku.cases.queries import case_view
from kotopolku.people import actions
from kotopolku.people.access import hold
from kotopolku.people.history import facts_stamp, former_facts, history_stamp
from kotopolku.people.queries import fact_history, person_card
from kotopolku.people.views import FactView, PeriodView, StatusView
from kotopolku.people.vocabulary import KEPT
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.facts import form as forms_of
from kotopolku.web.desk.facts.acts import acts_of
from kotopolku.web.desk.facts.looking import LOOK, look, must_look_again, past
from kotopolku.web.desk.open_masked.view import opening
from kotopolku.web.desk.sources import entered
from kotopolku.web.desk.words import codes
from kotopolku.web.desk.words.facts import fact_label, fact_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb


@require_http_methods(["GET", "POST"])
def facts(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the facts; POST `do` says which form was sent, and with LOOK before it that it is only looked at.

    `missing` names facts that an answer of the law waits for.
    """
    found = case_view(case_id)
    sent, looks = _sent(request)
    if sent and not looks:
        hold(found.person_id)
    card = person_card(found.person_id)
    opened, opened_note = opening(card, case_id)
    acts = acts_of(request, card, opened, sent=sent)
    status, shown, stale = 200, None, None
    if request.method == "POST":
        if sent not in acts or (looks and acts[sent].change is None):
            raise NotFound
        act, stamp = acts[sent], facts_stamp(card)
        if act.form.is_valid() and not looks and request.POST.get("seen", stamp) == stamp:
            if attempt(act.form, lambda: (act.save(), True)[1]):
                return redirect(f"{reverse('desk:facts', args=[case_id])}#{sent}")
        elif act.form.is_valid() and act.change is not None:
            stale = None if looks else must_look_again()
            shown = look(act.form, card.row.id, act.change, on=request.on, seen=stamp)
        status = 200 if looks and shown else (409 if stale else 422)
    context = {
        "title": _("Facts"),
        "case": found,
        "card": card,
        "opened_note": opened_note,
        "forms": {key: act.form for key, act in acts.items()},
        "sent": sent,
        "row": _row(request, sent),
        "looked": shown,
        "stale": stale,
        "failed": acts[sent].form if sent in acts else None,
        "statuses": [_status(one) for one in card.statuses],
        "periods": [_period(one) for one in card.periods],
        "known": [_fact(one) for one in card.facts],
        "missing": [(key, fact_name(key)) for key in request.GET.get("missing", "").split(",") if key],
        "addable": [(key, fact_label(key)) for key in KEPT],
        "crumbs": to_client(card.row.name, case_id),
    }
    return render(request, "desk/facts/page.html", context, status=status)


def _sent(request: PageRequest) -> tuple[str, bool]:
    do = request.POST.get("do", "")
    return do.removeprefix(LOOK), do.startswith(LOOK)


def _row(request: PageRequest, sent: str) -> str:
    """Return which row of a list the sent form stood at, so that it opens there again."""
    return request.POST.get(f"{sent}-row" if sent == "wrong" else f"{sent}-period", "")


def _status(one: StatusView) -> dict[str, object]:
    until = _("until %(day)s") % {"day": day(one.valid_until)} if one.valid_until else _("no end date")
    return {
        "id": one.id,
        "row": f"status {one.id}",
        "what": codes.word(codes.STATUS_KINDS, one.kind),
        "more": ", ".join(
            part
            for part in (
                codes.word(codes.LEGAL_BASES, one.legal_basis),
                _("granted %(day)s") % {"day": day(one.granted_on)},
                until,
            )
            if part
        ),
        "source": entered(one.provenance, with_note=True),
    }


def _period(one: PeriodView) -> dict[str, object]:
    return {
        "id": one.id,
        "row": f"period {one.id}",
        "what": codes.word(codes.PERIOD_KINDS, one.kind),
        "more": f"{day(one.first_day)}–{day(one.last_day) if one.last_day else ''}",
        "open": one.last_day is None,
        "source": entered(one.provenance, with_note=True),
    }


def _fact(one: FactView) -> dict[str, object]:
    return {
        "key": one.key,
        "what": fact_label(one.key),
        "value": _value(one.value),
        "since": _("since %(day)s") % {"day": day(one.since)} if one.since else "",
        "source": entered(one.provenance, with_note=True),
    }


def _value(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_value(item) for item in value)
    text = str(value)
    try:
        return str(day(date.fromisoformat(text)))
    except ValueError:
        return codes.word(codes.SOCIAL_ASSISTANCE, text)


@require_http_methods(["GET", "POST"])
def fact(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Record or correct one scalar fact (`key`), with its history below; what changes is shown before it is saved."""
    found = case_view(case_id)
    key = request.POST.get("key") or request.GET.get("key") or ""
    if key not in KEPT:
        raise NotFound
    _form, looks = _sent(request)
    if request.method == "POST" and not looks:
        hold(found.person_id)
    history = fact_history(found.person_id, key)
    now = next((one for one in history if one.superseded_on is None), None)
    stamp = history_stamp(history)
    form = forms_of.FactForm(
        request.POST or None, key=key, on=request.on, initial={"key": key, "value": _as_typed(now)}
    )
    if now is None:
        del form.fields["wrong"]
    status, shown, stale = 200, None, None
    if request.method == "POST":
        if form.is_valid() and not looks and request.POST.get("seen", stamp) == stamp:
            if attempt(form, lambda: _record(found.person_id, key, form)):
                return redirect(f"{reverse('desk:facts', args=[case_id])}#known")
        elif form.is_valid():
            stale = None if looks else must_look_again()
            shown = look(form, found.person_id, lambda: form.change(key), on=request.on, seen=stamp)
        status = 200 if looks and shown else (409 if stale else 422)
    name = found.person.name if found.person else found.number
    context = {
        "title": fact_label(key),
        "form": form,
        "look": LOOK,
        "looked": shown,
        "stale": stale,
        "history": [past(one, _fact(one)) for one in history],
        "crumbs": [
            Crumb(label=name, url=reverse("desk:case", args=[case_id])),
            Crumb(label=_("Facts"), url=reverse("desk:facts", args=[case_id])),
        ],
    }
    return render(request, "desk/facts/fact.html", context, status=status)


def _as_typed(one: FactView | None) -> object:
    """Return a stored day as a day, everything else as it is."""
    value = one.value if one else None
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _record(person_id: UUID, key: str, form: forms_of.FactForm) -> bool:
    actions.record_fact(
        person_id=person_id,
        key=key,
        value=form.value(),
        since=form.cleaned_data["since"],
        source=form.given_source(),
        void_reason=form.cleaned_data.get("wrong", ""),
    )
    return True


@require_GET
def history(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show what was recorded before: every former value, by whom, until when, and why it was corrected."""
    found = case_view(case_id)
    rows = former_facts(found.person_id)
    lines = [
        *(past(one, _status(one)) for one in rows.statuses),
        *(past(one, _period(one)) for one in rows.periods),
        *(past(one, _fact(one)) for one in rows.facts),
    ]
    name = found.person.name if found.person else found.number
    context = {
        "title": _("History of facts"),
        "groups": [
            (_("Right of residence"), lines[: len(rows.statuses)]),
            (_("Work and benefits"), lines[len(rows.statuses) : len(rows.statuses) + len(rows.periods)]),
            (_("Other facts"), lines[len(rows.statuses) + len(rows.periods) :]),
        ],
        "crumbs": [
            Crumb(label=name, url=reverse("desk:case", args=[case_id])),
            Crumb(label=_("Facts"), url=reverse("desk:facts", args=[case_id])),
        ],
    }
    return render(request, "desk/facts/history.html", context)

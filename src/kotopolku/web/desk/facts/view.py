"""All facts of a client: what, since when, from whom, recorded by whom; and what each correction does."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.errors import NotFound
from kotopolku.cases.queries import case_view
from kotopolku.people import actions
from kotopolku.people.entries import IdentifierEntry
from kotopolku.people.queries import fact_history, order_of, person_card
from kotopolku.people.views import FactView, OpenedView, PeriodView, PersonCard, StatusView
from kotopolku.people.vocabulary import KEPT
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.facts import form as forms_of
from kotopolku.web.desk.open_masked.view import opening
from kotopolku.web.desk.sources import entered
from kotopolku.web.desk.words import codes
from kotopolku.web.desk.words.facts import fact_label, fact_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb

Acts = Mapping[str, tuple[forms.Form, Callable[[], object]]]


@require_http_methods(["GET", "POST"])
def facts(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the facts; POST `do` says which form was sent. `missing` names facts that an answer of the law waits for."""
    found = case_view(case_id)
    card = person_card(found.person_id)
    opened, opened_note = opening(card, case_id)
    sent = request.POST.get("do", "")
    acts = _acts(request, card, opened, sent=sent)
    status = 200
    if request.method == "POST":
        if sent not in acts:
            raise NotFound
        form, act = acts[sent]
        if form.is_valid() and attempt(form, lambda: (act(), True)[1]):
            return redirect(f"{reverse('desk:facts', args=[case_id])}#{sent}")
        status = 422
    name = card.row.name
    context = {
        "title": _("Facts"),
        "case": found,
        "card": card,
        "opened_note": opened_note,
        "forms": {key: form for key, (form, _act) in acts.items()},
        "sent": sent,
        "failed": acts[sent][0] if sent in acts else None,
        "statuses": [_status(one) for one in card.statuses],
        "periods": [_period(one) for one in card.periods],
        "known": [_fact(one) for one in card.facts],
        "missing": [(key, fact_name(key)) for key in request.GET.get("missing", "").split(",") if key],
        "addable": [(key, fact_label(key)) for key in KEPT],
        "crumbs": to_client(name, case_id),
    }
    return render(request, "desk/facts/page.html", context, status=status)


def _acts(request: PageRequest, card: PersonCard, opened: OpenedView | None, *, sent: str) -> Acts:
    person = card.row.id

    def data(name: str) -> QueryDict | None:
        return request.POST if sent == name else None

    status = forms_of.StatusForm(data("status"), prefix="status")
    period = forms_of.PeriodForm(data("period"), prefix="period")
    end = forms_of.EndForm(data("end"), prefix="end")
    languages = forms_of.LanguagesForm(data("languages"), prefix="languages", initial=_languages(card))
    contacts = forms_of.ContactsForm(data("contacts"), prefix="contacts", initial=_contacts(card, opened))
    banned = forms_of.NonDisclosureForm(
        data("banned"),
        prefix="banned",
        initial=forms_of.of_order(order_of(card)),
    )
    about = forms_of.PersonForm(
        data("about"), prefix="about", initial={"citizenship": list(card.citizenships)}
    )
    return {
        "status": (
            status,
            lambda: actions.record_status(
                person_id=person, status=status.entry(), source=status.given_source()
            ),
        ),
        "period": (
            period,
            lambda: actions.record_period(
                person_id=person, period=period.entry(), source=period.given_source()
            ),
        ),
        "end": (
            end,
            lambda: actions.end_period(
                person_id=person,
                period_id=end.cleaned_data["period"],
                last_day=end.cleaned_data["last_day"],
                source=end.given_source(),
            ),
        ),
        "languages": (
            languages,
            lambda: actions.set_languages(
                person_id=person, languages=languages.entries(), source=languages.given_source()
            ),
        ),
        "contacts": (
            contacts,
            lambda: actions.set_contact_details(person_id=person, entries=contacts.entries()),
        ),
        "banned": (banned, lambda: actions.set_non_disclosure(person_id=person, **banned.order())),
        "about": (about, lambda: _about(card, about)),
    }


def _about(card: PersonCard, form: forms_of.PersonForm) -> None:
    source = form.given_source()
    actions.set_citizenships(person_id=card.row.id, countries=form.cleaned_data["citizenship"], source=source)
    code = form.cleaned_data["identity_code"]
    if code:
        entry = IdentifierEntry(kind="identity_code", value=code)
        actions.add_identifier(person_id=card.row.id, entry=entry, source=source)


def _languages(card: PersonCard) -> dict[str, str]:
    found = {one.use: one.language for one in card.languages}
    dialect = next((one.dialect for one in card.languages if one.use == "interpreting"), "")
    return {**found, "dialect": dialect}


def _contacts(card: PersonCard, opened: OpenedView | None) -> dict[str, str]:
    details = opened.contact if opened is not None else card.contact or ()
    return {one.kind: one.value for one in details}


def _status(one: StatusView) -> dict[str, object]:
    until = _("until %(day)s") % {"day": day(one.valid_until)} if one.valid_until else _("no end date")
    return {
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
    """Record or correct one scalar fact (`key`), with its history below."""
    found = case_view(case_id)
    key = request.POST.get("key") or request.GET.get("key") or ""
    if key not in KEPT:
        raise NotFound
    on = request.on
    history = fact_history(found.person_id, key)
    current = next((one.value for one in history if one.superseded_on is None), None)
    initial = {"key": key, "value": _as_typed(current)}
    form = forms_of.FactForm(request.POST or None, key=key, on=on, initial=initial)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _record(found.person_id, key, form)):
            return redirect(f"{reverse('desk:facts', args=[case_id])}#known")
        status = 422
    name = found.person.name if found.person else found.number
    context = {
        "title": fact_label(key),
        "form": form,
        "history": [
            {**_fact(one), "ended": day(one.superseded_on) if one.superseded_on else ""} for one in history
        ],
        "crumbs": [
            Crumb(label=name, url=reverse("desk:case", args=[case_id])),
            Crumb(label=_("Facts"), url=reverse("desk:facts", args=[case_id])),
        ],
    }
    return render(request, "desk/facts/fact.html", context, status=status)


def _as_typed(value: object) -> object:
    """Return a stored day as a day, everything else as it is."""
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
    )
    return True

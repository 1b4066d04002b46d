"""What each form of the page of facts does when it is saved, and what it would change when it is only looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from kotopolku.audit.errors import NotFound
from kotopolku.people import actions
from kotopolku.people.entries import IdentifierEntry, PeriodEntry, StatusEntry
from kotopolku.people.known import Change, Order
from kotopolku.people.queries import order_of
from kotopolku.people.views import OpenedView, PeriodView, PersonCard, StatusView
from kotopolku.web.desk.facts import form as forms_of
from kotopolku.web.parts.requests import PageRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A form, what saving it does, and the change it would make to what the law reads, if any."""

    form: forms.Form
    save: Callable[[], object]
    change: Callable[[], Change] | None = None


def acts_of(
    request: PageRequest, card: PersonCard, opened: OpenedView | None, *, sent: str
) -> Mapping[str, Act]:
    """Return every form of the page by its name; the one that was sent holds what was typed."""

    def data(name: str) -> QueryDict | None:
        return request.POST if sent == name else None

    languages = forms_of.LanguagesForm(data("languages"), prefix="languages", initial=_languages(card))
    contacts = forms_of.ContactsForm(data("contacts"), prefix="contacts", initial=_contacts(card, opened))
    banned = forms_of.NonDisclosureForm(
        data("banned"), prefix="banned", initial=forms_of.of_order(order_of(card))
    )
    about = forms_of.PersonForm(
        data("about"), prefix="about", initial={"citizenship": list(card.citizenships)}
    )
    person = card.row.id
    return {
        "status": _status(card, forms_of.StatusForm(data("status"), prefix="status")),
        "period": _period(card, forms_of.PeriodForm(data("period"), prefix="period")),
        "end": _end(card, forms_of.EndForm(data("end"), prefix="end")),
        "wrong": _wrong(card, forms_of.WrongForm(data("wrong"), prefix="wrong")),
        "languages": Act(
            form=languages,
            save=lambda: actions.set_languages(
                person_id=person, languages=languages.entries(), source=languages.given_source()
            ),
            change=lambda: Change(languages=tuple(languages.entries())),
        ),
        "contacts": Act(
            form=contacts,
            save=lambda: actions.set_contact_details(person_id=person, entries=contacts.entries()),
        ),
        "banned": Act(
            form=banned,
            save=lambda: actions.set_non_disclosure(person_id=person, **banned.order()),
            change=lambda: Change(
                order=Order(
                    in_force=banned.cleaned_data["in_force"],
                    until=banned.cleaned_data["until"] if banned.cleaned_data["in_force"] else None,
                )
            ),
        ),
        "about": Act(
            form=about,
            save=lambda: _about(card, about),
            change=lambda: Change(countries=tuple(about.cleaned_data["citizenship"])),
        ),
    }


def _status(card: PersonCard, form: forms_of.StatusForm) -> Act:
    return Act(
        form=form,
        save=lambda: actions.record_status(
            person_id=card.row.id, status=form.entry(), source=form.given_source()
        ),
        change=lambda: Change(statuses=(form.entry(),)),
    )


def _period(card: PersonCard, form: forms_of.PeriodForm) -> Act:
    return Act(
        form=form,
        save=lambda: actions.record_period(
            person_id=card.row.id, period=form.entry(), source=form.given_source()
        ),
        change=lambda: Change(periods=(form.entry(),)),
    )


def _end(card: PersonCard, form: forms_of.EndForm) -> Act:
    def change() -> Change:
        now = period_entry(_one(card.periods, form.cleaned_data["period"]))
        after = PeriodEntry(kind=now.kind, first_day=now.first_day, last_day=form.cleaned_data["last_day"])
        return Change(without_periods=(now,), periods=(after,))

    return Act(
        form=form,
        save=lambda: actions.end_period(
            person_id=card.row.id,
            period_id=form.cleaned_data["period"],
            last_day=form.cleaned_data["last_day"],
            source=form.given_source(),
        ),
        change=change,
    )


def _wrong(card: PersonCard, form: forms_of.WrongForm) -> Act:
    def change() -> Change:
        what, row = form.entry()
        if what == "period":
            return Change(without_periods=(period_entry(_one(card.periods, row)),))
        return Change(without_statuses=(status_entry(_one(card.statuses, row)),))

    def save() -> None:
        what, row = form.entry()
        reason = form.cleaned_data["reason"]
        if what == "period":
            actions.void_period(person_id=card.row.id, period_id=row, reason=reason)
        else:
            actions.void_status(person_id=card.row.id, status_id=row, reason=reason)

    return Act(form=form, save=save, change=change)


def period_entry(one: PeriodView) -> PeriodEntry:
    """Return a recorded period as it was entered."""
    return PeriodEntry(kind=one.kind, first_day=one.first_day, last_day=one.last_day)


def status_entry(one: StatusView) -> StatusEntry:
    """Return a recorded status as it was entered."""
    return StatusEntry(
        kind=one.kind,
        granted_on=one.granted_on,
        legal_basis=one.legal_basis,
        valid_until=one.valid_until,
        applied_for_protection_first=one.applied_for_protection_first,
        applied_as_minor=one.applied_as_minor,
    )


def _one[T: (PeriodView, StatusView)](rows: tuple[T, ...], row_id: int) -> T:
    found = next((one for one in rows if one.id == row_id), None)
    if found is None:
        raise NotFound
    return found


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

"""One contact: take it, find the person before creating one, open or join a case, or close it with a reason."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.queries import AreaView
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases.actions import close_contact, drop_draft, link_contact_to_case, open_case, take_contact
from kotopolku.cases.codes import OPENED_BECAUSE_OF_CONTACT
from kotopolku.cases.queries import case_of_person, case_view, contact_view
from kotopolku.cases.views import ContactView
from kotopolku.people.entries import Names
from kotopolku.people.queries import similar_people
from kotopolku.people.views import Similar
from kotopolku.web.desk.drafts import begun
from kotopolku.web.desk.person_new.view import likeness
from kotopolku.web.desk.typed.view import CONTACT, closing_draft_url
from kotopolku.web.desk.undo.view import contact_undo_url
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, number_or_none
from kotopolku.web.parts.shapes import Crumb, Fact

CLOSING = {
    code: words
    for code, words in codes.CONTACT_OUTCOMES.items()
    if code not in {"case_opened", "linked_to_case"}
}


class CloseForm(forms.Form):
    """What became of a contact that leads to no case."""

    outcome = forms.ChoiceField(
        label=lazy("What became of it?"),
        choices=[("", lazy("Choose")), *CLOSING.items()],
        error_messages={"required": lazy("Choose what became of the contact.")},
    )
    note = forms.CharField(
        label=lazy("What was done"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazy("Write in a few words what was done.")},
    )


@require_http_methods(["GET", "POST"])
def contact(request: PageRequest, contact_id: UUID) -> HttpResponse:
    """Show the contact; POST `do`: take, verify, join (person), open (person) or close."""
    found = contact_view(contact_id)
    written = begun(CONTACT, contact_id) if found.row.state != "closed" else {}
    form = CloseForm(request.POST if request.POST.get("do") == "close" else None, initial=written)
    if request.method != "POST":
        return _page(request, found, form)
    try:
        with transaction.atomic():
            answer = _act(request, found, form)
    except Invalid:
        return redirect("desk:contact", contact_id=contact_id)
    except Stale as fault:
        # Somebody else was quicker: the page says who, and what became of the contact.
        now = contact_view(contact_id)
        return _page(request, now, CloseForm(), status=409, meanwhile=str(fault.heading))
    return _page(request, found, form, status=422) if answer is None else answer


def _page(
    request: PageRequest, found: ContactView, form: CloseForm, *, status: int = 200, meanwhile: str = ""
) -> HttpResponse:
    similar = _similar(found) if found.row.state != "closed" else ()
    context = {
        "title": _("Contact"),
        "contact": found,
        "kind": codes.word(codes.CONTACT_KINDS, found.row.kind),
        "facts": _facts(found, request.area),
        "open_url": _open_url(found),
        "is_section_9": found.row.kind == "authority",
        "outcome": codes.word(codes.CONTACT_OUTCOMES, found.row.outcome),
        "similar": [likeness(one) for one in similar],
        "form": form,
        "begun": bool(form.initial) and not form.is_bound,
        "draft_url": closing_draft_url(found.row.id),
        "meanwhile": meanwhile,
        "crumbs": [Crumb(label=_("Contacts"), url=reverse("desk:contacts"))],
    }
    return render(request, "desk/contact/page.html", context, status=status)


def _act(request: PageRequest, found: ContactView, form: CloseForm) -> HttpResponse | None:
    contact_id = found.row.id
    acts: dict[str, Callable[[], HttpResponse | None]] = {
        "take": lambda: _done(
            take_contact(contact_id=contact_id, version=_version(request, found)), contact_id
        ),
        "verify": lambda: _done(take_contact(contact_id=contact_id, sender_verified=True), contact_id),
        "join": lambda: _join(request, found),
        "close": lambda: _close(request, form, found),
    }
    act = acts.get(request.POST.get("do", ""))
    return act() if act else None


def _version(request: PageRequest, found: ContactView) -> int:
    """Return the version the page was read at; the present one where the form does not say."""
    said = number_or_none(request.POST.get("version", ""), digits=8)
    return found.row.version if said is None else said


def _done(_nothing: None, contact_id: UUID) -> HttpResponse:
    return redirect("desk:contact", contact_id=contact_id)


def _join(request: PageRequest, found: ContactView) -> HttpResponse | None:
    """Join the contact to the person's open case, or open one for the person."""
    try:
        person_id = UUID(request.POST.get("person", ""))
    except ValueError:
        return None
    case_id = case_of_person(person_id)
    if case_id is not None and case_view(case_id).closed_on is None:
        link_contact_to_case(contact_id=found.row.id, case_id=case_id)
    else:
        case_id = open_case(
            person_id=person_id,
            opened_because=OPENED_BECAUSE_OF_CONTACT[found.row.kind],
            contact_id=found.row.id,
        )
    return redirect("desk:case", case_id=case_id)


def _close(request: PageRequest, form: CloseForm, found: ContactView) -> HttpResponse | None:
    if not form.is_valid():
        return None
    done = attempt(form, lambda: close_contact(contact_id=found.row.id, **form.cleaned_data))
    if done is False:
        return None
    drop_draft(form=CONTACT, subject_id=str(found.row.id))
    outcome = codes.word(codes.CONTACT_OUTCOMES, form.cleaned_data["outcome"])
    say_done(
        request,
        _("The contact was closed: %(outcome)s.") % {"outcome": outcome},
        undo_url=contact_undo_url(found.row.id, version=found.row.version + 1),
    )
    return redirect("desk:contacts")


def _similar(found: ContactView) -> tuple[Similar, ...]:
    given, _space, family = found.row.subject_name.rpartition(" ")
    return similar_people(
        names=Names(given_names=given, family_name=family), birth_date=found.row.subject_birth_date
    )


def _open_url(found: ContactView) -> str:
    """Return where the protected person's data is opened with a reason; "" where nothing is hidden."""
    person = found.row.protected_person_id
    case_id = case_of_person(person) if person is not None and found.hidden else None
    return reverse("desk:open_masked", args=[case_id]) if case_id else ""


def _facts(found: ContactView, area: AreaView) -> list[Fact]:
    row = found.row
    municipality = area.by_id.get(row.municipality_id) if row.municipality_id is not None else None
    birth: date | None = row.subject_birth_date
    consent = {True: _("yes"), False: _("no"), None: _("not asked yet")}[row.consent]
    if found.consent_on:
        consent = _("yes, %(day)s") % {"day": day(found.consent_on)}
    pairs = [
        (_("Person"), row.subject_name),
        (_("Born"), str(day(birth)) if birth else ""),
        (_("Telephone"), found.subject_phone),
        (_("Language"), language_name(row.subject_language)),
        (_("Municipality"), municipality.names.pick("fi").text if municipality else ""),
        (_("Sender"), ", ".join(part for part in (found.sender_organisation, found.sender_name) if part)),
        (_("Sender's e-mail"), found.sender_email),
        (_("Sender's telephone"), found.sender_phone),
        (_("Consent"), consent),
        (_("Arrived"), str(day(row.received_on))),
        (_("Receipt"), found.receipt_code),
        (_("Handled by"), row.handled_by),
    ]
    hidden = [Fact(name=_("Municipality"), masked=True), Fact(name=_("Telephone"), masked=True)]
    return [
        *(Fact(name=name, value=value) for name, value in pairs if value),
        *(hidden if found.hidden else ()),
    ]

"""Register a person and open the client relationship in one act; likely doubles are shown first."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.acting import current_actor
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases.actions import open_case
from kotopolku.cases.codes import OPENED_BECAUSE_OF_CONTACT
from kotopolku.cases.queries import contact_view
from kotopolku.cases.views import ContactView
from kotopolku.people.actions import register_person
from kotopolku.people.entries import Names
from kotopolku.people.queries import similar_people
from kotopolku.people.views import Similar
from kotopolku.web.desk.crumbs import to_clients
from kotopolku.web.desk.person_new.form import NewPersonForm
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest

LIKENESS = {
    "same_code": lambda: _("same identity code"),
    "same_birth_date": lambda: _("same date of birth"),
    "similar_name": lambda: _("similar name"),
}


@require_http_methods(["GET", "POST"])
def person_new(request: PageRequest) -> HttpResponse:
    """Ask for the person's data (`contact`: prefilled from a contact); POST registers and opens the case."""
    on = request.on
    area = request.area
    contact = _contact(request)
    own = current_actor().controllers
    form = NewPersonForm(request.POST or None, area=area, own=own, on=on, initial=_prefilled(contact, own))
    similar: tuple[Similar, ...] = ()
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            similar = () if form.cleaned_data["none_of_these"] else _similar(form)
            if not similar:
                case_id = attempt(form, lambda: _register(form, contact))
                if case_id:
                    return redirect("desk:case", case_id=case_id)
    context = {
        "title": _("New client"),
        "form": form,
        "contact": contact,
        "similar": [likeness(one) for one in similar],
        "crumbs": to_clients(),
    }
    return render(request, "desk/person_new/page.html", context, status=status)


def _contact(request: PageRequest) -> ContactView | None:
    asked = request.POST.get("contact") or request.GET.get("contact")
    try:
        return contact_view(UUID(asked)) if asked else None
    except ValueError:
        return None


def _prefilled(contact: ContactView | None, own: tuple[int, ...]) -> dict[str, object]:
    if contact is None:
        return {"municipality": own[0] if len(own) == 1 else ""}
    row = contact.row
    known = (
        row.protected_person_id is None
    )  # else the person is registered already, and this page shows nothing hidden
    given, _space, family = row.subject_name.rpartition(" ")
    return {
        "given_names": given or family,
        "family_name": family if given else "",
        "birth_date": row.subject_birth_date,
        "phone": contact.subject_phone if known else "",
        "spoken": row.subject_language,
        "municipality": row.municipality_id if known else "",
        "source": "person" if row.kind == "own_request" else "other_authority",
        "source_note": contact.sender_organisation,
    }


def _similar(form: NewPersonForm) -> tuple[Similar, ...]:
    data = form.cleaned_data
    return similar_people(
        names=Names(
            given_names=data["given_names"], family_name=data["family_name"], own_script=data["own_script"]
        ),
        birth_date=data["birth_date"],
        identity_code=data["identity_code"],
    )


def _register(form: NewPersonForm, contact: ContactView | None) -> UUID:
    person_id = register_person(**form.registration())
    try:
        return open_case(
            person_id=person_id,
            opened_because=OPENED_BECAUSE_OF_CONTACT[contact.row.kind] if contact else "other",
            contact_id=contact.row.id if contact else None,
        )
    except Stale as fault:
        # The contact was handled by somebody else while the form was typed; the person is not registered either.
        raise Invalid(field="contact", message=fault.heading) from None


def likeness(one: Similar) -> dict[str, object]:
    """Return what a page shows of somebody who may be the same person."""
    return {
        "id": one.person.id,
        "name": one.person.name,
        "own_script": one.person.own_script,
        "born": str(day(one.person.birth_date)) if one.person.birth_date else _("not recorded"),
        "why": ", ".join(LIKENESS[code]() for code in one.why),
        "url": reverse("desk:person", args=[one.person.id]),
        "protected": one.person.non_disclosure,
    }

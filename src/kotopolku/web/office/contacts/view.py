"""Contact persons of the area or of one's own municipality, and changing one as one act with a day."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.accounts.staff_queries import duties_of_area
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import NotFound
from kotopolku.programme.actions import change_contact
from kotopolku.programme.contact_queries import ContactLine, Period, contacts_of
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.office.words import period
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb

READERS = MANAGERS | {Role.CONTACT_PERSON}
NAMED = {
    "municipality": lazy("contact of the municipality"),
    "recipient": lazy("receives authorities' contacts (9 §)"),
    "stand_in": lazy("stands in for the recipient (9 §)"),
    "service": lazy("contact of a service"),
}


@only_for(READERS, subject="contact_persons")
@require_GET
def contacts(request: PageRequest) -> HttpResponse:
    """List who is published as what; a contact person sees the own municipality's."""
    actor, language = request.actor, request.language.code
    own = None
    if actor.role not in MANAGERS:
        own = [one.code for one in request.area.municipalities if one.id in actor.controllers]
    found = contacts_of(request.area.id, on=request.on, municipalities=own)
    context = {
        "title": _("Contact persons"),
        "lines": [_line(one, language) for one in found.lines],
        "may_change": actor.role in MANAGERS,
    }
    return render(request, "office/contacts/page.html", context)


def _line(one: ContactLine, language: str) -> dict[str, Any]:
    kinds = dict.fromkeys(name.partition(":")[0] for name in one.named)
    return {
        "code": one.code,
        "role": one.role.pick(language).text,
        "organisation": one.organisation.pick(language).text,
        "now": _shown(one.now) if one.now else None,
        "come": [_shown(each) for each in one.come],
        "named": ", ".join(str(NAMED[kind]) for kind in kinds),
    }


def _shown(one: Period) -> dict[str, Any]:
    return {
        "person": one.person or "",
        "reach": ", ".join(part for part in (one.email, one.phone) if part),
        "period": period(one.valid_from, one.valid_until),
        "from": day(one.valid_from),
    }


class ChangeForm(forms.Form):
    """Who from which day; the duties that move with it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    from_day = DayField(
        label=lazy("First day of the new one"),
        help_text=lazy("The former one is shown until the day before."),
    )
    person = forms.CharField(
        label=lazy("Published name"),
        help_text=lazy("Leave it empty when only the role is published."),
        max_length=200,
        required=False,
    )
    role_email = forms.EmailField(label=lazy("E-mail of the role"), required=False)
    role_phone = forms.CharField(label=lazy("Telephone of the role"), max_length=50, required=False)
    ends_duty = forms.TypedChoiceField(
        label=lazy("Whose duty ends the day before?"), coerce=int, empty_value=None, required=False
    )
    new_holder = forms.TypedChoiceField(
        label=lazy("Who has the duty from the day?"),
        help_text=lazy("Add the user first when the person has no account."),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: object, request: PageRequest, line: ContactLine, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["from_day"].earliest = request.on  # type: ignore[attr-defined]
        duties = duties_of_area(request.area.id, on=request.on)
        place = next((m for m in request.area.municipalities if m.code == line.organisation_code), None)
        holders = [
            (one.id, one.staff_name)
            for one in duties
            if one.role == Role.CONTACT_PERSON and place and place.names in one.municipalities
        ]
        people = {one.staff_id: one.staff_name for one in duties}
        self.fields["ends_duty"].choices = [("", lazy("Nobody's")), *holders]  # type: ignore[attr-defined]
        self.fields["new_holder"].choices = [  # type: ignore[attr-defined]
            ("", lazy("Nobody yet")),
            *(people.items() if place else ()),
        ]


@only_for(MANAGERS, subject="contact_persons")
@require_http_methods(["GET", "POST"])
def change(request: PageRequest, contact: str) -> HttpResponse:
    """Change who stands behind one contact from a day on."""
    found = contacts_of(request.area.id, on=request.on)
    line = next((one for one in found.lines if one.code == contact), None)
    if line is None:
        raise NotFound("contact")
    now = line.now
    form = ChangeForm(
        request.POST or None,
        request=request,
        line=line,
        initial={
            "version": found.version,
            "role_email": now.email if now else "",
            "role_phone": now.phone if now else "",
        },
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _changed(request, contact, form)):
            return redirect("office:contact_persons")
        status = 422
    shown = _line(line, request.language.code)
    context = {
        "title": _("Change the contact person"),
        "lead": f"{shown['role']}, {shown['organisation']}",
        "line": shown,
        "form": form,
        "crumbs": [Crumb(label=_("Contact persons"), url=reverse("office:contact_persons"))],
    }
    return render(request, "office/contacts/change.html", context, status=status)


def _changed(request: PageRequest, contact: str, form: ChangeForm) -> bool:
    data = form.cleaned_data
    change_contact(
        area_id=request.area.id,
        contact=contact,
        person=data["person"].strip(),
        role_email=data["role_email"],
        role_phone=data["role_phone"].strip(),
        from_day=data["from_day"],
        version=data["version"],
        on=request.on,
        ends_duty_id=data["ends_duty"],
        new_holder_id=data["new_holder"],
    )
    return True

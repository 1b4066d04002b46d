"""A substitute teacher's day in one short form."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.actions import stand_in
from kotopolku.accounts.organisation_queries import organisations_on
from kotopolku.accounts.rights import WORKS_AT
from kotopolku.accounts.sign_in_printed import print_codes
from kotopolku.accounts.staff_queries import duties_of_area
from kotopolku.audit.actor import Role
from kotopolku.letters.actions import tell_sign_in_changed
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.parts.dates import weekday_day
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb


class SubstituteForm(forms.Form):
    """Who, when, instead of whom, for which group."""

    name = forms.CharField(
        label=lazy("Substitute's name"),
        help_text=lazy("Somebody new. For a former substitute choose below instead."),
        max_length=200,
        required=False,
    )
    staff = forms.TypedChoiceField(
        label=lazy("A former substitute"), coerce=int, empty_value=None, required=False
    )
    organisation = forms.ChoiceField(
        label=lazy("School"), error_messages={"required": lazy("Choose the school.")}
    )
    on = DayField(label=lazy("Day"))
    instead_of = forms.CharField(
        label=lazy("Stands in for"),
        max_length=200,
        error_messages={"required": lazy("Write whom the substitute stands in for.")},
    )
    limited_to = forms.CharField(
        label=lazy("Group"),
        max_length=200,
        error_messages={"required": lazy("Write which group the substitute takes.")},
    )

    def __init__(self, *args: object, request: PageRequest, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = request.language.code
        self.fields["on"].earliest = request.on  # type: ignore[attr-defined]
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]
            (one.code, one.names.pick(language).text)
            for one in sorted(organisations_on(request.on), key=lambda one: one.kind != "provider")
            if one.kind in WORKS_AT[Role.TEACHER]
        ]
        teachers = (
            duty
            for past in (False, True)
            for duty in duties_of_area(request.area.id, on=request.on, role=Role.TEACHER, past=past)
        )
        known = {duty.staff_id: duty.staff_name for duty in teachers}
        self.fields["staff"].choices = [("", lazy("Choose")), *known.items()]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """Ask for the one or the other."""
        if not self.errors and not self.cleaned_data.get("staff") and not self.cleaned_data["name"].strip():
            self.add_error("name", _("Write the substitute's name, or choose a former one."))


@only_for(MANAGERS, subject="substitute")
@require_http_methods(["GET", "POST"])
def substitute(request: PageRequest) -> HttpResponse:
    """Give a substitute the day; the answer is the slip to print, shown once."""
    form = SubstituteForm(request.POST or None, request=request, initial={"on": request.on})
    status = 200
    if request.method == "POST":
        made = attempt(form, lambda: _made(request, form)) if form.is_valid() else False
        if made is not False:
            return render(request, "office/staff/slip.html", {"title": _("The substitute's slip"), **made})
        status = 422
    context = {
        "title": _("Substitute for a day"),
        "form": form,
        "crumbs": [Crumb(label=_("Users and rights"), url=reverse("office:staff"))],
    }
    return render(request, "office/substitute/page.html", context, status=status)


def _made(request: PageRequest, form: SubstituteForm) -> dict[str, object]:
    data = form.cleaned_data
    staff_id, username, password = stand_in(
        staff_id=data["staff"],
        name=data["name"],
        organisation=data["organisation"],
        area_id=request.area.id,
        on=data["on"],
        instead_of=_("stands in for %(name)s") % {"name": data["instead_of"]},
        limited_to=data["limited_to"],
    )
    codes = print_codes(staff_id=staff_id)[:FEW_CODES]
    tell_sign_in_changed(staff_id=staff_id, code="sign_in_printed")
    return {
        "name": data["name"] or dict(form.fields["staff"].choices)[staff_id],  # type: ignore[attr-defined]
        "username": username,
        "password": password,
        "when": weekday_day(data["on"], request.on),
        "limited_to": data["limited_to"],
        "codes": codes,
        "staff_id": staff_id,
    }


FEW_CODES = 4  # a day's need; the rest of the sheet stays unprinted

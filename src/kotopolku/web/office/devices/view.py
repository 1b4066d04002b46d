"""Devices of the area: pair by the six digits on the screen, end a pairing."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from kotopolku.accounts.sign_in_devices import devices_of_area, pair_device, revoke_device
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.line.actions import place_screen
from kotopolku.line.queries import office_of_screen
from kotopolku.services.queries import places
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest, uuid_or_none

ROLES = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})


class PairForm(forms.Form):
    """The digits on the screen and what the device is called here."""

    code = forms.CharField(
        label=lazy("Code on the device's screen"),
        max_length=9,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": lazy("Write the six digits that the device shows.")},
    )
    name = forms.CharField(
        label=lazy("Name of the device"),
        help_text=lazy("For example the place where it stands."),
        max_length=80,
        error_messages={"required": lazy("Write a name for the device.")},
    )


@require_http_methods(["GET", "POST"])
def devices(request: PageRequest) -> HttpResponse:
    """Show the area's devices; POST pairs one more."""
    must_be(ROLES, subject="devices")
    form = PairForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            pair_device(code=form.cleaned_data["code"], name=form.cleaned_data["name"].replace("\0", ""))
        except Invalid as fault:
            form.add_error(fault.field, str(fault.message))
        else:
            return redirect("office:devices")
    context = {"title": _("Kiosks and wall screens"), "form": form, "devices": devices_of_area()}
    offices = [(one.id, one.name.get("fi", one.id)) for one in places(request.area.id)]
    context["placed"] = [
        {"device": one, "office": office_of_screen(one.id)} for one in devices_of_area() if offices
    ]
    context["offices"] = offices
    status = 422 if request.method == "POST" else 200
    return render(request, "office/devices/page.html", context, status=status)


@require_POST
def device_place(request: PageRequest) -> HttpResponse:
    """Say at which office a screen stands."""
    must_be(ROLES, subject="devices")
    device_id = uuid_or_none(request.POST.get("device", ""))
    if device_id is None:
        raise NotFound("device")
    try:
        place_screen(device_id=device_id, office=request.POST.get("office", ""))
    except Invalid as fault:
        raise NotFound("office") from fault
    return redirect("office:devices")


@require_POST
def device_end(request: PageRequest) -> HttpResponse:
    """End a pairing."""
    must_be(ROLES, subject="devices")
    try:
        device_id = UUID(request.POST.get("device", ""))
    except ValueError as fault:
        raise NotFound from fault
    revoke_device(device_id=device_id)
    return redirect("office:devices")

"""Printed one-time codes: who has a sheet, a new sheet to print this once, making a lost one worthless."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kotopolku.accounts.sign_in_printed import holders, print_codes, revoke_codes
from kotopolku.audit.actor import Role
from kotopolku.letters.actions import tell_sign_in_changed
from kotopolku.web.parts.fresh import fresh_sign_in
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest, sent_number

ROLES = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})


@require_GET
def printed_codes(request: PageRequest) -> HttpResponse:
    """List who works in the area and the sheets they have."""
    must_be(ROLES, subject="printed_codes")
    context = {"title": _("Printed one-time codes"), "holders": holders()}
    return render(request, "office/printed_codes/page.html", context)


@require_POST
@fresh_sign_in
def sheet(request: PageRequest) -> HttpResponse:
    """Make a new sheet and show it, this once; the former one no longer works."""
    must_be(ROLES, subject="printed_codes")
    staff_id = sent_number(request.POST, "staff")
    codes = print_codes(staff_id=staff_id)
    tell_sign_in_changed(staff_id=staff_id, code="sign_in_printed")
    holder = next(one for one in holders() if one.staff_id == staff_id)
    context = {"title": _("Sheet of one-time codes"), "codes": codes, "holder": holder}
    return render(request, "office/printed_codes/sheet.html", context)


@require_POST
def sheet_revoke(request: PageRequest) -> HttpResponse:
    """Make a sheet worthless."""
    must_be(ROLES, subject="printed_codes")
    revoke_codes(staff_id=sent_number(request.POST, "staff"))
    return redirect("office:printed_codes")

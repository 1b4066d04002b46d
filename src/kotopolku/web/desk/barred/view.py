"""Who may not see a client: kin, neighbours and opposite parties are shut out by one act, everywhere (esteellisyys)."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.queries import colleagues
from kotopolku.audit.acting import current_actor
from kotopolku.cases.actions import bar_staff, lift_bar
from kotopolku.cases.queries import case_view
from kotopolku.cases.views import CaseView
from kotopolku.people.queries import bars_of
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, number_or_none


class BarForm(forms.Form):
    """Who, why, and until when."""

    staff = forms.TypedChoiceField(
        label=lazy("Who may not see the client?"),
        coerce=int,
        error_messages={"required": lazy("Choose the worker.")},
    )
    reason = forms.ChoiceField(
        label=lazy("Why?"), error_messages={"required": lazy("Choose why they may not see the client.")}
    )
    last_day = DayField(
        label=lazy("Last day"), help_text=lazy("Leave empty if there is no end."), required=False
    )

    def __init__(self, *args: object, staff: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["staff"].choices = [("", lazy("Choose")), *staff]  # type: ignore[attr-defined]
        self.fields["reason"].choices = codes.choices(codes.BARRED_REASONS, empty=lazy("Choose"))  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def barred(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show who may not see the client; POST shuts somebody out (`lift`: lets them in again)."""
    found = case_view(case_id)
    status = 200
    staff = [(one.staff_id, one.name) for one in colleagues(request.area.id, on=request.on)]
    lifted = request.POST.get("lift", "")
    form = BarForm(request.POST if request.POST and not lifted else None, staff=staff)
    if request.method == "POST":
        bar = number_or_none(lifted, digits=15)
        if bar is not None:
            lift_bar(bar_id=bar)
            return redirect("desk:barred", case_id=case_id)
        if form.is_bound and form.is_valid() and attempt(form, lambda: _barred(found, form)):
            oneself = form.cleaned_data["staff"] == current_actor().staff_id
            return redirect("desk:today") if oneself else redirect("desk:barred", case_id=case_id)
        status = 422
    context = {
        "title": _("Who may not see the client"),
        "form": form,
        "bars": [
            {"row": one, "why": codes.word(codes.BARRED_REASONS, one.reason)}
            for one in bars_of(found.person_id)
        ],
        "crumbs": to_client(found.person.name if found.person else found.number, found.id),
    }
    return render(request, "desk/barred/page.html", context, status=status)


def _barred(found: CaseView, form: BarForm) -> bool:
    data = form.cleaned_data
    bar_staff(
        person_id=found.person_id, staff_id=data["staff"], reason=data["reason"], last_day=data["last_day"]
    )
    return True

"""The largest fee in force for a missed time (32 a §): entered by who verified it, with its source."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.fees.actions import enter_fee_amount, withdraw_fee_amount
from kotopolku.fees.entries import AmountEntry
from kotopolku.fees.queries import amounts
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest, sent_number


class AmountForm(forms.Form):
    """A sum in force for a time."""

    amount = forms.DecimalField(
        label=lazy("Largest fee, euros"), min_value=0, max_digits=8, decimal_places=2, localize=True
    )
    valid_from = DayField(label=lazy("First day"))
    valid_to = DayField(label=lazy("Last day"))
    source = forms.CharField(
        label=lazy("Where did you verify it?"),
        help_text=lazy("The ministry's decree: its number, day and section."),
        max_length=300,
    )


@only_for(MANAGERS, subject="fee_amounts")
@require_http_methods(["GET", "POST"])
def fee_amounts(request: PageRequest) -> HttpResponse:
    """Show the sums entered and enter one; POST with `end` takes a wrong one out of use."""
    form = AmountForm(request.POST if request.method == "POST" and "end" not in request.POST else None)
    status = 200
    if request.method == "POST":
        if "end" in request.POST:
            withdraw_fee_amount(amount_id=sent_number(request.POST, "end"))
            say_done(request, _("The sum is not in use any more. What was decided by it stays."))
            return redirect("office:fee_amounts")
        if form.is_valid() and attempt(form, lambda: bool(_enter(form))):
            say_done(request, _("The sum is in use now."))
            return redirect("office:fee_amounts")
        status = 422
    context = {"title": _("Fee for a missed time"), "form": form, "rows": amounts(request.area.id)}
    return render(request, "office/fees/page.html", context, status=status)


def _enter(form: AmountForm) -> int:
    return enter_fee_amount(entry=AmountEntry(**form.cleaned_data))

"""Codes met twice: who tried, whose code it is, and what was done about it. Coordinators only."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.audit.actor import Role
from kotopolku.people.actions import handle_duplicate_report
from kotopolku.people.queries import duplicate_reports
from kotopolku.web.parts.dates import weekday_day
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest


class HandledForm(forms.Form):
    """What was done about one report."""

    report = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.CharField(
        label=lazy("What was done"),
        max_length=500,
        error_messages={"required": lazy("Write what was done, for example “the same person, joined”.")},
    )


@require_http_methods(["GET", "POST"])
def duplicates(request: PageRequest) -> HttpResponse:
    """List waiting reports; POST marks one as handled."""
    must_be({Role.COORDINATOR}, subject="duplicates")
    form = HandledForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _handle(form)):
            return redirect("desk:duplicates")
        status = 422
    on = request.on
    typed = request.POST.get("report", "")
    reports = [
        {
            "id": one.id,
            "name": one.person.name,
            "url": reverse("desk:person", args=[one.person.id]),
            "protected": one.person.non_disclosure,
            # Who tried could not see the person: their municipality is one in which the person does not live.
            "who": _("municipality hidden")
            if one.person.non_disclosure
            else _("%(name)s, %(organisation)s")
            % {"name": one.reported_by, "organisation": one.organisation},
            "when": weekday_day(one.reported_on, on),
            "form": form
            if str(one.id) == typed
            else HandledForm(initial={"report": one.id}, auto_id=f"r{one.id}_%s"),
        }
        for one in duplicate_reports()
    ]
    context = {"title": _("Duplicates"), "reports": reports, "form": form}
    return render(request, "desk/duplicates/page.html", context, status=status)


def _handle(form: HandledForm) -> bool:
    handle_duplicate_report(report_id=form.cleaned_data["report"], outcome=form.cleaned_data["outcome"])
    return True

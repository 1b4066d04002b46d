"""Change the officer, close the case, or open a closed one again with a reason."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.queries import colleagues
from kotopolku.accounts.rights import OFFICIALS
from kotopolku.cases.actions import assign_officer, close_case, reopen_case
from kotopolku.cases.queries import case_view
from kotopolku.cases.views import CaseView
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.undo.view import closing_undo_url, officer_undo_url
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest


class HandlingForm(forms.Form):
    """Who is responsible for the case, why it is closed, or why it is opened again."""

    officer = forms.TypedChoiceField(label=lazy("Officer"), coerce=int, required=False)
    officer_reason = forms.CharField(label=lazy("Why?"), max_length=500, required=False)
    closing = forms.ChoiceField(label=lazy("Why is it closed?"), required=False)
    closing_note = forms.CharField(
        label=lazy("More about it"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    reopening = forms.CharField(
        label=lazy("Why is it opened again?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: object, officers: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["officer"].choices = [("", lazy("Choose")), *officers]  # type: ignore[attr-defined]
        self.fields["closing"].choices = codes.choices(codes.CLOSED_REASONS, empty=lazy("Choose"))  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def handling(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Change the officer, close the case or open it again (POST `do`: assign, close, reopen)."""
    must_be(OFFICIALS, subject="handling")
    on = request.on
    found = case_view(case_id)
    area = request.area
    officers = [(one.staff_id, one.name) for one in colleagues(area.id, on=on)]
    form = HandlingForm(request.POST or None, officers=officers, initial={"officer": found.officer_id})
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _handle(request, found, form)):
            return redirect("desk:case", case_id=case_id)
        status = 422
    context = {
        "title": _("Officer and closing"),
        "form": form,
        "case": found,
        "crumbs": to_client(found.person.name if found.person else found.number, case_id),
    }
    return render(request, "desk/handling/page.html", context, status=status)


def _handle(request: PageRequest, found: CaseView, form: HandlingForm) -> bool:
    data = form.cleaned_data
    if request.POST.get("do") == "close":
        close_case(case_id=found.id, reason=data["closing"], note=data["closing_note"], version=found.version)
        reason = codes.word(codes.CLOSED_REASONS, data["closing"])
        say_done(
            request,
            _("The client relationship was closed: %(reason)s.") % {"reason": reason},
            undo_url=closing_undo_url(found.id, version=found.version + 1),
        )
    elif request.POST.get("do") == "reopen":
        reopen_case(case_id=found.id, reason=data["reopening"], version=found.version)
        say_done(request, _("The client relationship is open again."))
    elif data["officer"]:
        assign_officer(case_id=found.id, staff_id=data["officer"], reason=data["officer_reason"])
        name = dict(form.fields["officer"].choices)[data["officer"]]  # type: ignore[attr-defined]
        say_done(
            request,
            _("%(officer)s is now responsible for the case.") % {"officer": name},
            undo_url=officer_undo_url(found.id, former=found.officer_id, version=found.version + 1),
        )
    return True

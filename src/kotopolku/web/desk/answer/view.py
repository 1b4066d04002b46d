"""Record an answer of the county, the employment authority or another, given without an account."""

from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.organisation_queries import OrganisationView, organisations_on
from kotopolku.cases.actions import record_answer
from kotopolku.cases.queries import case_view
from kotopolku.web.desk.answer.field import WhoAnswered
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest

# Who is asked most stands first.
ORDER = ("county", "employment_authority", "provider", "association", "state_authority", "municipality")


class AnswerForm(forms.Form):
    """Who answered what, when, by which way."""

    organisation = forms.ChoiceField(
        label=lazy("Organisation"), error_messages={"required": lazy("Choose the organisation.")}
    )
    who = WhoAnswered()
    way = forms.ChoiceField(
        label=lazy("How?"),
        widget=forms.RadioSelect,
        choices=codes.choices(codes.ANSWER_WAYS),
        error_messages={"required": lazy("Choose how the answer came.")},
    )
    answered_on = DayField(label=lazy("When?"))
    text = forms.CharField(
        label=lazy("What was answered?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": lazy("Write what was answered.")},
    )

    def __init__(
        self, *args: object, organisations: list[OrganisationView], language: str, on: date, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        names = [(one.code, one.names.pick(language).text) for one in organisations]
        self.fields["organisation"].choices = [("", lazy("Choose")), *names]  # type: ignore[attr-defined]
        self.fields["answered_on"].latest = on  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def answer_new(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Ask for the answer; it becomes an event of the case."""
    found = case_view(case_id)
    form = AnswerForm(
        request.POST or None,
        organisations=sorted(organisations_on(request.on), key=lambda one: ORDER.index(one.kind)),
        language=request.language.code,
        on=request.on,
        initial={"answered_on": request.on, "way": "telephone"},
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(
            form, lambda: bool(record_answer(case_id=case_id, **form.cleaned_data))
        ):
            return redirect("desk:case", case_id=case_id)
        status = 422
    name = found.person.name if found.person else found.number
    context = {"title": _("Record an answer"), "form": form, "crumbs": to_client(name, case_id)}
    return render(request, "desk/answer/page.html", context, status=status)

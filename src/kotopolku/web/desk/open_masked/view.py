"""Open what a non-disclosure order hides: a reason, then a second look at the screen, then a quarter of an hour."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases.queries import case_view
from kotopolku.people.actions import close_masked, open_masked
from kotopolku.people.queries import opened
from kotopolku.people.views import OpenedView, PersonCard
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.words import codes, safety
from kotopolku.web.parts.dates import clock_time
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Opened


class OpenForm(forms.Form):
    """Why the data is opened."""

    reason = forms.ChoiceField(
        label=lazy("Why do you need to see the data?"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose why you need to see the data.")},
    )
    words = forms.CharField(
        label=lazy("In your own words"),
        help_text=lazy("What do you do with the data? Whoever checks the log reads this."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": lazy("Write why you need to see the data.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["reason"].choices = codes.choices(safety.OPENING_REASONS)  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def ask(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Ask why; POST shows the second look, and with `do=open` opens the data on the case page."""
    found = case_view(case_id)
    person = found.person
    if person is None or not person.non_disclosure:
        return redirect("desk:case", case_id=case_id)
    form = OpenForm(request.POST or None)
    status, second = 200, False
    if request.method == "POST":
        second = form.is_valid()
        if second and request.POST.get("do") == "open":
            if attempt(form, lambda: _open(found.person_id, form)):
                return redirect("desk:case", case_id=case_id)
            second = False
        status = 200 if second else 422
    context = {
        "title": _("Open the hidden data"),
        "form": form,
        "case": found,
        "second": second,
        "why": codes.word(safety.OPENING_REASONS, form.cleaned_data["reason"]) if second else "",
        "words": form.cleaned_data["words"] if second else "",
        "crumbs": to_client(person.name, case_id),
    }
    return render(request, "desk/open_masked/page.html", context, status=status)


def _open(person_id: UUID, form: OpenForm) -> bool:
    open_masked(person_id=person_id, **form.cleaned_data)
    return True


@require_POST
def mask(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Hide the data again at once."""
    close_masked(person_id=case_view(case_id).person_id)
    return redirect("desk:case", case_id=case_id)


def opening(card: PersonCard, case_id: UUID) -> tuple[OpenedView | None, Opened | None]:
    """Return what the worker's running opening shows of the client, and the red note that says so."""
    found = opened(card)
    if found is None:
        return None, None
    return found, Opened(
        until=clock_time(found.closes_at.astimezone(HELSINKI).time()),
        reason=f"{codes.word(safety.OPENING_REASONS, found.reason)}. {found.words}",
        mask_url=reverse("desk:mask", args=[case_id]),
    )

"""The family's shared plan: one part together, one for each adult and child the duty sees."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases.queries import case_view
from kotopolku.law.calendar import add_years
from kotopolku.people.queries import person_card
from kotopolku.plans.actions import begin_family_plan, save_family_plan
from kotopolku.plans.actions.family import PartIn
from kotopolku.plans.family import FamilyPlanView, PartView, family_plan_of
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import with_version
from kotopolku.web.parts.requests import PageRequest

ROWS = {"rows": 3}
TWO_ROWS = {"rows": 2}


class FamilyForm(forms.Form):
    """The shared part, and a part for each member (fields `part-<number>-…`)."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    shared_goals = forms.CharField(
        label=lazy("Goals of the family"), required=False, max_length=4000, widget=forms.Textarea(attrs=ROWS)
    )
    shared_measures = forms.CharField(
        label=lazy("What we do together, and who does it"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs=ROWS),
    )

    def __init__(self, *args: Any, family: FamilyPlanView, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.family, self.on = family, on
        for part in family.parts:
            self._add(part.id, "text", lazy("Own goals and what to do"), ROWS, part.text)
            if is_child(part, on=on):
                self._add(part.id, "opinion", lazy("The child's wishes and opinion"), TWO_ROWS, part.opinion)
                self._add(part.id, "heard_how", lazy("How was the child heard?"), None, part.heard_how)
                self._add(
                    part.id,
                    "not_heard_reason",
                    lazy("Not found out: what is the legal reason?"),
                    None,
                    part.not_heard_reason,
                )

    def _add(self, number: int, name: str, label: Any, rows: dict[str, int] | None, value: str) -> None:
        widget = forms.Textarea(attrs=rows) if rows else forms.TextInput()
        self.fields[f"part-{number}-{name}"] = forms.CharField(
            label=label, required=False, max_length=4000, widget=widget, initial=value
        )

    def members(self) -> list["Member"]:
        """The parts with their fields, in the order of the page."""
        return [
            Member(
                part=part,
                child=is_child(part, on=self.on),
                fields=[self[name] for name in self.fields if name.startswith(f"part-{part.id}-")],
            )
            for part in self.family.parts
        ]

    def parts(self) -> dict[int, PartIn]:
        """Return what `save_family_plan` takes."""
        names = ("text", "opinion", "heard_how", "not_heard_reason")
        return {
            part.id: PartIn(**{name: self.cleaned_data.get(f"part-{part.id}-{name}", "") for name in names})
            for part in self.family.parts
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member's part on the page."""

    part: PartView
    child: bool
    fields: list[forms.BoundField]


def is_child(part: PartView, *, on: date) -> bool:
    """Whether the law asks for the opinion of the member (4 §: under 18)."""
    return part.birth_date is not None and add_years(part.birth_date, 18) > on


@require_http_methods(["GET", "POST"])
def family_plan(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the family's plan; POST begins it (`begin`) or saves it."""
    case = case_view(case_id)
    family = family_plan_of(case.person_id)
    if family is None:
        return _begin(request, case_id, case.person_id)
    form = FamilyForm(
        request.POST if request.method == "POST" else None,
        family=family,
        on=request.on,
        initial={
            "version": family.version,
            "shared_goals": family.shared_goals,
            "shared_measures": family.shared_measures,
        },
    )
    stale = False
    if form.is_bound and form.is_valid():
        try:
            save_family_plan(
                family_plan_id=family.id,
                version=form.cleaned_data["version"],
                shared_goals=form.cleaned_data["shared_goals"],
                shared_measures=form.cleaned_data["shared_measures"],
                parts=form.parts(),
            )
        except Invalid as fault:
            form.add_error(fault.field if fault.field in form.fields else None, str(fault.message))
        except Stale:
            form.add_error(None, _("Somebody else saved this first. Compare, then save again to replace it."))
            with_version(form, family.version)
            stale = True
        else:
            say_done(request, _("The family's plan was saved."))
            return redirect("desk:family_plan", case_id=case_id)
    status = 409 if stale else 422 if form.is_bound else 200
    return _page(request, case_id, case.person_id, status=status, form=form, family=family)


def _begin(request: PageRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    if request.method == "GET":
        return _page(request, case_id, person_id)
    try:
        begin_family_plan(case_id=case_id)
    except Invalid as fault:
        return _page(request, case_id, person_id, status=422, refused=str(fault.message))
    return redirect("desk:family_plan", case_id=case_id)


def _page(
    request: PageRequest, case_id: UUID, person_id: UUID, *, status: int = 200, **more: Any
) -> HttpResponse:
    person = person_card(person_id)
    context = {
        "title": _("Family plan"),
        "case_id": case_id,
        "person": person,
        "crumbs": to_client(person.row.name, case_id),
        **more,
    }
    return render(request, "desk/plan/family/page.html", context, status=status)

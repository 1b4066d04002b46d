"""Review emergency openings (hätäavausten tarkastus): those without a decision first, the oldest at the top."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.audit.actor import Role
from kotopolku.cases.actions import decide_override
from kotopolku.cases.overrides import OverrideView, override_view, overrides_to_review
from kotopolku.web.parts.dates import moment
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.override_words import REASONS
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Table

REVIEWERS = frozenset({Role.COORDINATOR})
OVERDUE_DAYS = 7


class DecisionForm(forms.Form):
    """Whether there was a reason, and why the reviewer thinks so."""

    justified = forms.ChoiceField(
        label=lazy("Was there a reason to open the file?"),
        choices=[("yes", lazy("yes, justified")), ("no", lazy("no, not justified"))],
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose one.")},
    )
    decision = forms.CharField(
        label=lazy("Why?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": lazy("Write why you decided so.")},
    )


@only_for(REVIEWERS, subject="override")
@require_GET
def overrides(request: PageRequest) -> HttpResponse:
    """List the openings of one's municipalities."""
    rows = overrides_to_review()
    table = Table(
        caption=_("Emergency openings"),
        columns=[Column(label=one) for one in (_("Opened"), _("Who"), _("Reason"), _("Decision"))],
        rows=[_row(row) for row in rows],
    )
    context = {"title": _("Emergency openings"), "table": table, "found": bool(rows)}
    return render(request, "office/overrides/page.html", context)


def _row(row: OverrideView) -> list[Cell]:
    waits = row.justified is None
    return [
        Cell(
            text=moment(row.opened_at),
            url=reverse("office:override", args=[row.id]),
            tag=_("overdue") if waits and row.days_open >= OVERDUE_DAYS else "",
        ),
        Cell(text=row.staff_name, more=row.organisation),
        Cell(text=str(REASONS.get(row.reason, row.reason))),
        Cell(text=_decided(row), more=row.decided_by_name),
    ]


def _decided(row: OverrideView) -> str:
    if row.justified is None:
        return _("waits for a decision")
    return _("justified") if row.justified else _("not justified")


@only_for(REVIEWERS, subject="override")
@require_http_methods(["GET", "POST"])
def override(request: PageRequest, override_id: UUID) -> HttpResponse:
    """Show one opening and keep the decision on it."""
    found = override_view(override_id)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _decide(found.id, form.cleaned_data)):
            return redirect("office:overrides")
        status = 422
    context = {
        "title": _("Emergency opening"),
        "one": found,
        "opened": moment(found.opened_at),
        "until": moment(found.until),
        "reason": REASONS.get(found.reason, found.reason),
        "decided": _decided(found),
        "form": form,
        "person_url": reverse("desk:person", args=[found.person]),
        "own": found.staff_id == request.actor.staff_id,
        "crumbs": [Crumb(label=_("Emergency openings"), url=reverse("office:overrides"))],
    }
    return render(request, "office/overrides/one.html", context, status=status)


def _decide(override_id: UUID, data: dict[str, str]) -> bool:
    decide_override(override_id=override_id, justified=data["justified"] == "yes", decision=data["decision"])
    return True

"""Duties to look at: still needed, or ended, in one tap."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.actions import confirm_duty, end_duty
from kotopolku.accounts.staff_queries import duties_to_review
from kotopolku.audit.errors import NotFound
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.office.words import WHY_REVIEW, listed, period
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.roles import role
from kotopolku.web.parts.shapes import Crumb


@only_for(MANAGERS, subject="review")
@require_http_methods(["GET", "POST"])
def review(request: PageRequest) -> HttpResponse:
    """List what waits; POST `do`: keep or end, `duty`: which. Empty POSTs just show the list again."""
    if request.method == "POST":
        _act(request)
        return redirect("office:review")
    language = request.language.code
    context = {
        "title": _("Duties to look at"),
        "rows": [
            {
                "id": one.duty.id,
                "name": one.duty.staff_name,
                "url": reverse("office:staff_member", args=[one.duty.staff_id]),
                "role": role(one.duty.role),
                "organisation": one.duty.organisation.pick(language).text,
                "municipalities": listed(one.duty.municipalities, language),
                "period": period(one.duty.valid_from, one.duty.valid_to),
                "why": WHY_REVIEW[one.why],
            }
            for one in duties_to_review(request.area.id, on=request.on)
        ],
        "crumbs": [Crumb(label=_("Users and rights"), url=reverse("office:staff"))],
    }
    return render(request, "office/review/page.html", context)


def _act(request: PageRequest) -> None:
    number, do = request.POST.get("duty", ""), request.POST.get("do", "")
    if not number or do not in {"keep", "end"}:
        return
    waiting = {str(one.duty.id): one.duty.id for one in duties_to_review(request.area.id, on=request.on)}
    if number not in waiting:
        raise NotFound("duty")
    if do == "keep":
        confirm_duty(duty_id=waiting[number])
    else:
        end_duty(duty_id=waiting[number], reason=_("no longer needed, seen on the review list"))

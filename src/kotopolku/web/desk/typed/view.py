"""Keep what is typed into a note, the closing of a contact or a review: for its writer alone, nothing checked yet."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kotopolku.audit.errors import NotFound
from kotopolku.cases.queries import case_view, contact_view
from kotopolku.plans.queries import plan_view
from kotopolku.web.desk.drafts import keep_typed
from kotopolku.web.parts.requests import PageRequest

NOTE, CONTACT, REVIEW = "note", "contact_closing", "plan_review"


def note_draft_url(case_id: UUID) -> str:
    """Return the address that keeps a note while it is typed."""
    return f"{reverse('desk:case_typed', args=[case_id])}?form={NOTE}"


def closing_draft_url(contact_id: UUID) -> str:
    """Return the address that keeps what is written about a contact."""
    return f"{reverse('desk:contact_typed', args=[contact_id])}?form={CONTACT}"


def review_draft_url(plan_id: UUID) -> str:
    """Return the address that keeps a review while it is filled in."""
    return f"{reverse('desk:plan_typed', args=[plan_id])}?form={REVIEW}"


@require_POST
def case_typed(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Keep a note about the case (204)."""
    return _kept(request, NOTE, case_view(case_id).id)


@require_POST
def contact_typed(request: PageRequest, contact_id: UUID) -> HttpResponse:
    """Keep what became of the contact (204)."""
    return _kept(request, CONTACT, contact_view(contact_id).row.id)


@require_POST
def plan_typed(request: PageRequest, plan_id: UUID) -> HttpResponse:
    """Keep a review of the plan (204)."""
    return _kept(request, REVIEW, plan_view(plan_id, on=request.on).id)


def _kept(request: PageRequest, form: str, subject: UUID) -> HttpResponse:
    if request.GET.get("form") != form:
        raise NotFound(form)
    keep_typed(form, subject, request.POST, version=0)
    return HttpResponse(status=204)

"""The only doors to contacts, cases and assessments: under the walls, 404 for others, and the look is logged."""

from datetime import date
from uuid import UUID

from django.db import connection
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.audit import log
from kotopolku.audit.doors import behind_door
from kotopolku.audit.errors import Closed
from kotopolku.audit.prepared import Prepared
from kotopolku.cases.models import Assessment, Case, Contact
from kotopolku.languages.days import plain_day

_CASE = Prepared(lambda key: Case.objects.select_related("officer").filter(pk=key))


def case_for(case_id: UUID, *, to: str = "read", must_be_open: bool = False) -> Case:
    """Return the case; to="change" locks its row. Raises NotFound, and logs the refusal, behind a wall.

    A case belongs to its own controller: it is seen there even after the person has moved to another register, as it
    stood on its last day; what changes it asks `must_be_open`, which raises Closed with a sentence.
    """
    case = behind_door(Case.objects.all() if to == "change" else _CASE, case_id, subject="case", to=to)
    if must_be_open:
        refuse_closed(case)
    if to == "read":
        log.looked(subject="case", subject_id=str(case.pk), person=case.person_id)
    return case


def former_until(case: Case) -> date | None:
    """Return the last day whose rows the acting organisation reads as the former unit; None where it is not one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app_former_case(%s)", [case.pk])
        found: date | None = cursor.fetchone()[0]
    return found


def contact_for(contact_id: UUID, *, to: str = "read") -> Contact:
    """Return the contact; to="change" locks its row. Raises NotFound, and logs the refusal, behind a wall."""
    contact = behind_door(Contact.objects.select_related("case"), contact_id, subject="contact", to=to)
    if to == "read":
        persons = [contact.case.person_id] if contact.case else []
        log.write(kind="look", subject="contact", subject_id=str(contact.pk), persons=persons, count=1)
    return contact


def assessment_for(assessment_id: UUID, *, to: str = "read") -> Assessment:
    """Return the assessment with its case; to="change" locks its row. Raises NotFound behind a wall."""
    found = Assessment.objects.select_related("case")
    assessment = behind_door(found, assessment_id, subject="assessment", to=to)
    if to == "change":
        refuse_closed(assessment.case)
    if to == "read":
        log.looked(subject="assessment", subject_id=str(assessment.pk), person=assessment.case.person_id)
    return assessment


def refuse_closed(case: Case) -> None:
    """Raise Closed for a case that is closed: it stays as it was on its last day."""
    if case.closed_on is not None:
        log.refuse(kind="change", subject="case", subject_id=str(case.pk))
        raise Closed(
            format_lazy(
                _(
                    "The client relationship was closed on {day}. It can be read, not changed. "
                    "If the matter goes on, open it again with a reason on the page “Officer and closing”."
                ),
                day=plain_day(case.closed_on),
            )
        )

"""The only doors to contacts, cases and assessments: under the walls, 404 for others, and the look is logged."""

from uuid import UUID

from kotopolku.audit import log
from kotopolku.audit.errors import NotFound
from kotopolku.cases.models import Assessment, Case, Contact


def case_for(case_id: UUID, *, to: str = "read", must_be_open: bool = False) -> Case:
    """Return the case; to="change" locks its row. Raises NotFound, and logs the refusal, behind a wall.

    A case belongs to its own controller: it is seen there even after the person has moved to another register.
    """
    cases = Case.objects.select_for_update() if to == "change" else Case.objects.select_related("officer")
    if must_be_open:
        cases = cases.filter(closed_on__isnull=True)
    case = cases.filter(pk=case_id).first()
    if case is None:
        raise _refused(to, subject="case", subject_id=case_id)
    if to == "read":
        log.looked(subject="case", subject_id=str(case.pk), person=case.person_id)
    return case


def contact_for(contact_id: UUID, *, to: str = "read") -> Contact:
    """Return the contact; to="change" locks its row. Raises NotFound, and logs the refusal, behind a wall."""
    contacts = Contact.objects.select_related("case")
    if to == "change":
        contacts = contacts.select_for_update(of=("self",))
    contact = contacts.filter(pk=contact_id).first()
    if contact is None:
        raise _refused(to, subject="contact", subject_id=contact_id)
    if to == "read":
        persons = [contact.case.person_id] if contact.case else []
        log.write(kind="look", subject="contact", subject_id=str(contact.pk), persons=persons, count=1)
    return contact


def assessment_for(assessment_id: UUID, *, to: str = "read") -> Assessment:
    """Return the assessment with its case; to="change" locks its row. Raises NotFound behind a wall."""
    found = Assessment.objects.select_related("case")
    if to == "change":
        found = found.select_for_update(of=("self",))
    assessment = found.filter(pk=assessment_id).first()
    if assessment is None:
        raise _refused(to, subject="assessment", subject_id=assessment_id)
    if to == "read":
        log.looked(subject="assessment", subject_id=str(assessment.pk), person=assessment.case.person_id)
    return assessment


def _refused(to: str, *, subject: str, subject_id: UUID) -> NotFound:
    log.refuse(kind="look" if to == "read" else "change", subject=subject, subject_id=str(subject_id))
    return NotFound(f"{subject} {subject_id}")

"""Yhteydenotot: an authority's contact (KotoL 9 §), a person's own request, a tip; received, taken, closed."""

import secrets
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.models import Membership
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases import codes
from kotopolku.cases.access import case_for, contact_for
from kotopolku.cases.actions.announcing import announce
from kotopolku.cases.events import tell
from kotopolku.cases.models import Case, Contact

# No letters or figures that are mistaken for one another when read aloud or from paper.
RECEIPT_LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679"
MOST_LINE, MOST_MESSAGE = 200, 4000
EVENT_OF_KIND = {
    "authority": "contact_received",
    "own_request": "own_request_received",
    "tip": "tip_received",
    "staff": "staff_found",
}


@action(Role.PUBLIC, Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def receive_contact(
    *,
    kind: str,
    municipality_id: int,
    subject_name: str,
    sender_organisation: str = "",
    sender_name: str = "",
    sender_email: str = "",
    sender_phone: str = "",
    consent: bool | None = None,
    consent_on: date | None = None,
    need_seen: bool | None = None,
    subject_birth_date: date | None = None,
    subject_phone: str = "",
    subject_language: str = "",
    message: str = "",
    received_on: date | None = None,
) -> str:
    """Put a contact into the inbox of a municipality and return its receipt code, which holds no personal data.

    The caller learns nothing about whether the person is known. Raises Invalid; a public sender of an authority must
    have the person's consent (9 § 1 mom.).
    """
    now = acting()
    public = now.actor.role is Role.PUBLIC
    if kind not in codes.CONTACT_KINDS:
        raise Invalid(field="kind", message=_("Choose what kind of contact this is."))
    if public and kind == "authority" and not consent:
        raise Invalid(
            field="consent",
            message=_("Without consent, do not send a contact. Tell the person how to come to our services."),
        )
    _check_days(subject_birth_date=subject_birth_date, consent_on=consent_on, received_on=received_on)
    lines = _checked_lines(
        subject_name=subject_name,
        sender_organisation=sender_organisation,
        sender_name=sender_name,
        sender_email=sender_email,
        sender_phone=sender_phone,
        subject_phone=subject_phone,
        subject_language=subject_language,
        message=message,
    )
    contact = Contact(
        controller_id=municipality_id,
        area_id=_area_of(municipality_id, on=now.on),
        kind=kind,
        consent=consent,
        consent_on=consent_on,
        need_seen=need_seen,
        subject_birth_date=subject_birth_date,
        received_on=now.on if public or received_on is None else received_on,
        receipt_code=new_receipt_code(),
        **lines,
    )
    contact.save(force_insert=True)
    if public:
        announce(contact)
    return contact.receipt_code


def _check_days(**days: date | None) -> None:
    for field, day in days.items():
        if day is not None and day > acting().on:
            raise Invalid(field=field, message=_("This day is still to come. Check the year."))


def _checked_lines(**lines: str) -> dict[str, str]:
    if not lines["subject_name"].strip():
        raise Invalid(field="subject_name", message=_("Write the person's name. One name is enough."))
    for field, text in lines.items():
        most = MOST_MESSAGE if field == "message" else MOST_LINE
        if len(text) > most:
            message = _("The text has {count} characters; {most} fit here. Shorten it.")
            raise Invalid(field=field, message=format_lazy(message, count=len(text), most=most))
    return {field: text.strip() for field, text in lines.items()}


def _area_of(municipality_id: int, *, on: date) -> str:
    member = (
        Membership.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=on), municipality_id=municipality_id
        )
        .order_by("pk")
        .first()
    )
    if member is None:
        raise Invalid(field="municipality", message=_("Choose the municipality."))
    return member.area_id


def new_receipt_code() -> str:
    """Return a random code such as K7RF-3MXD: eight letters and figures, told apart when spoken."""
    letters = "".join(secrets.choice(RECEIPT_LETTERS) for _place in range(8))
    return f"{letters[:4]}-{letters[4:]}"


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def take_contact(
    *, contact_id: UUID, sender_verified: bool | None = None, version: int | None = None
) -> None:
    """Take a waiting contact into one's own hands; say whether the sender was verified. Raises Stale when taken."""
    contact = contact_for(contact_id, to="change")
    now = acting()
    _still_open(contact, version=version)
    contact.state, contact.taken_on = "taken", contact.taken_on or now.on
    contact.handled_by, contact.handled_by_name = now.actor.staff_id, now.actor.name
    if sender_verified is not None:
        contact.sender_verified = sender_verified
    _save(contact)


def _still_open(contact: Contact, *, version: int | None) -> None:
    if contact.state == "closed" or (version is not None and contact.version != version):
        raise Stale(
            f"contact {contact.pk}",
            heading=format_lazy(_("{name} has handled this contact already"), name=contact.handled_by_name)
            if contact.state == "closed"
            else format_lazy(_("{name} has just taken this contact"), name=contact.handled_by_name),
            advice=_("Nothing of yours was saved. Open the contact and see what became of it."),
        )


def _save(contact: Contact) -> None:
    contact.version += 1
    contact.save()


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def link_contact_to_case(*, contact_id: UUID, case_id: UUID) -> None:
    """Link a contact to an open case: it is handled, and what it says becomes facts of the case.

    The contact comes to the case's controller when it was sent to another municipality of the duty.
    """
    contact, case = contact_for(contact_id, to="change"), case_for(case_id, to="change", must_be_open=True)
    link(contact, case, outcome="linked_to_case")
    touch(case.person_id)


def link(contact: Contact, case: Case, *, outcome: str) -> None:
    """Close a contact as handled in a case and write it on the case's timeline."""
    now = acting()
    _still_open(contact, version=None)
    contact.case, contact.controller_id = case, case.controller_id
    contact.state, contact.closed_on, contact.outcome = "closed", now.on, outcome
    contact.taken_on = contact.taken_on or now.on
    contact.handled_by, contact.handled_by_name = now.actor.staff_id, now.actor.name
    _save(contact)
    tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code=EVENT_OF_KIND[contact.kind],
        on=contact.received_on,
        sender=contact.sender_organisation or contact.sender_name,
        contact_id=str(contact.pk),
    )


@action(Role.OFFICER, Role.COORDINATOR)
def close_contact(*, contact_id: UUID, outcome: str, note: str = "") -> None:
    """Close a contact that led to no case: a code of `codes.CONTACT_OUTCOMES` and a note. Raises Invalid."""
    contact = contact_for(contact_id, to="change")
    now = acting()
    _still_open(contact, version=None)
    if outcome not in codes.CONTACT_OUTCOMES or outcome in {"case_opened", "linked_to_case"}:
        raise Invalid(field="outcome", message=_("Choose what became of the contact."))
    if not note.strip():
        raise Invalid(field="note", message=_("Write in a few words what was done."))
    contact.state, contact.closed_on, contact.outcome = "closed", now.on, outcome
    contact.outcome_note = note.strip()
    contact.taken_on = contact.taken_on or now.on
    contact.handled_by, contact.handled_by_name = now.actor.staff_id, now.actor.name
    _save(contact)

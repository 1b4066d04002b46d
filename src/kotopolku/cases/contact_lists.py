"""Yhteydenotot sivuille: the inbox and what was sent. A contact that leads to a protected person names no place."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from kotopolku.audit import log
from kotopolku.cases.access import contact_for
from kotopolku.cases.models import Contact
from kotopolku.cases.views import ContactPage, ContactRow, ContactView
from kotopolku.people.access import running_opening
from kotopolku.people.protected import Subject, leads_to_protected
from kotopolku.people.queries import HIDDEN, rows_by_id

PAGE = 25
MOST_WAITING = 200
MOST_READ = 5000  # read before a list is narrowed; no area has as many contacts waiting


def inbox(
    *, state: str | None = None, municipality: int | str | None = None, most: int = MOST_WAITING
) -> tuple[ContactRow, ...]:
    """Return contacts that wait or are in somebody's hands (state: waiting, taken, None for both), the oldest first.

    Logged as one list.
    """
    rows = unfinished_contacts(state=state, municipality=municipality, most=most)
    log.write(kind="list", subject="contact", shown=[str(row.id) for row in rows], count=len(rows))
    return rows


def handled_contacts(*, after: tuple[date, UUID] | None = None, size: int = PAGE) -> ContactPage:
    """Return contacts that have been handled, the newest first, `size` from after the key given."""
    handled = Contact.objects.filter(state="closed").select_related("case")
    if after is not None:
        handled = handled.filter(Q(closed_on__lt=after[0]) | Q(closed_on=after[0], pk__gt=after[1]))
    found = list(handled.order_by("-closed_on", "pk")[: size + 1])
    rows = _contact_rows(found[:size])
    clients = [one.case.person_id for one in found[:size] if one.case]
    log.write(
        kind="list", subject="contact", persons=clients, shown=[str(row.id) for row in rows], count=len(rows)
    )
    last = found[size - 1] if len(found) > size else None
    return ContactPage(rows=rows, next_after=(last.closed_on, last.pk) if last and last.closed_on else None)


def unfinished_contacts(
    *, state: str | None = None, municipality: int | str | None = None, most: int
) -> tuple[ContactRow, ...]:
    """Return contacts that wait or are in somebody's hands (`state`), the oldest first; the page logs its own list.

    municipality: an organisation's id, HIDDEN for contacts that lead to a protected person, None for all. Those are
    in no municipality's list and name none.
    """
    states = ["waiting", "taken"] if state is None else [state]
    found = Contact.objects.filter(state__in=states).order_by("received_on", "pk")
    found = found.select_related("case")
    if municipality is None:
        return _contact_rows(found[:most])
    wanted = None if municipality == HIDDEN else municipality
    # Cut only after narrowing: a list that ends one row earlier would tell that somebody was left out of it.
    rows = _contact_rows(found[:MOST_READ])
    return tuple(row for row in rows if row.municipality_id == wanted)[:most]


def waiting_contacts() -> int:
    """Return how many contacts wait for somebody, for the navigation's count."""
    return Contact.objects.filter(state="waiting").count()


def _contact_rows(found: Iterable[Contact]) -> tuple[ContactRow, ...]:
    """Return contacts as rows, in three queries at most."""
    contacts = list(found)
    leads = leads_to_protected(
        {one.pk: Subject(name=one.subject_name, birth_date=one.subject_birth_date) for one in contacts}
    )
    linked = rows_by_id({one.case.person_id for one in contacts if one.case is not None})
    rows = []
    for one in contacts:
        person = linked.get(one.case.person_id) if one.case is not None else None
        protected = person.id if person is not None and person.non_disclosure else leads.get(one.pk)
        unseen = one.case is not None and person is None
        rows.append(contact_row(one, protected=protected, unseen=unseen))
    return tuple(rows)


def contact_row(one: Contact, *, protected: UUID | None, unseen: bool = False) -> ContactRow:
    """Return the contact as a row; it names no municipality when it leads to somebody protected or behind a wall."""
    return ContactRow(
        id=one.pk,
        kind=one.kind,
        state=one.state,
        sender=one.sender_organisation or one.sender_name,
        sender_organisation=one.sender_organisation,
        sender_verified=one.sender_verified,
        consent=one.consent,
        subject_name=one.subject_name,
        subject_birth_date=one.subject_birth_date,
        subject_language=one.subject_language,
        received_on=one.received_on,
        municipality_id=None if protected or unseen else one.controller_id,
        protected_person_id=protected,
        handled_by=one.handled_by_name,
        closed_on=one.closed_on,
        outcome=one.outcome,
        version=one.version,
    )


def contact_view(contact_id: UUID) -> ContactView:
    """Return a contact as it was sent; the look is logged. Raises NotFound.

    Where it leads to a protected person, municipality and ways to reach that person are left out, unless the worker
    has opened that person's data.
    """
    one = contact_for(contact_id)
    (row,) = _contact_rows([one])
    protected = row.protected_person_id
    hidden = row.municipality_id is None and (protected is None or running_opening(protected) is None)
    if not hidden:
        row = replace(row, municipality_id=one.controller_id)
    own = hidden and one.kind == "own_request"  # the sender is then the protected person
    return ContactView(
        row=row,
        hidden=hidden,
        sender_organisation=one.sender_organisation,
        sender_name=one.sender_name,
        sender_email="" if own else one.sender_email,
        sender_phone="" if own else one.sender_phone,
        consent_on=one.consent_on,
        need_seen=one.need_seen,
        subject_phone="" if hidden else one.subject_phone,
        message=one.message,
        receipt_code=one.receipt_code,
        taken_on=one.taken_on,
        outcome_note=one.outcome_note,
        case_id=one.case_id,
        person_id=one.case.person_id if one.case else None,
    )

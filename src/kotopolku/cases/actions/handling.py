"""Asian hoitaminen: open, assign, judge, note, close."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import colleagues
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases import codes
from kotopolku.cases.access import case_for, contact_for
from kotopolku.cases.actions.contacts import link
from kotopolku.cases.events import tell
from kotopolku.cases.models import Case, CaseNumber, Judgement
from kotopolku.law.facts import FactError, facts_from_mapping
from kotopolku.people.access import barred_staff, person_for
from kotopolku.people.models import Person
from kotopolku.people.vocabulary import nested


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def open_case(
    *,
    person_id: UUID,
    opened_because: str,
    contact_id: UUID | None = None,
    officer_id: int | None = None,
    opened_on: date | None = None,
) -> UUID:
    """Open a case for a person in the person's own register and return its id. Raises Invalid if one is open.

    With `contact_id` the contact that led to it is handled in the same act. `officer_id` absent: the acting officer.
    """
    if opened_because not in codes.OPENED_BECAUSE:
        raise Invalid(field="opened_because", message=_("Choose why the case is opened."))
    person = person_for(person_id, to="change")
    now = acting()
    day = opened_on or now.on
    running = Case.objects.filter(person=person, closed_on__isnull=True).first()
    if running is not None:
        raise _is_open(running.number)
    case = Case(
        controller_id=person.controller_id,
        area_id=person.area_id,
        person=person,
        number=next_number(person.area_id, day.year),
        opened_on=day,
        opened_because=opened_because,
        officer_id=_officer(officer_id, person_id=person.pk, area_id=person.area_id)
        if officer_id
        else _acting_officer(),
    )
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError:
        raise _is_open("") from None
    tell(
        case_id=case.pk, controller_id=case.controller_id, code="case_opened", on=day, because=opened_because
    )
    if contact_id is not None:
        link(contact_for(contact_id, to="change"), case, outcome="case_opened")
    touch(person.pk)
    return case.pk


def _is_open(number: str) -> Invalid:
    return Invalid(
        field="person",
        message=format_lazy(_("This client has an open case already: {number}. Go on in it."), number=number)
        if number
        else _("This client has an open case already. Go on in it."),
    )


def _acting_officer() -> int | None:
    actor = acting().actor
    return actor.staff_id if actor.role is Role.OFFICER else None


def next_number(area_id: str, year: int) -> str:
    """Return the next case number of the area and year ("2026-01842"); the counter's row is locked until the end."""
    CaseNumber.objects.bulk_create([CaseNumber(area_id=area_id, year=year)], ignore_conflicts=True)
    counter = CaseNumber.objects.select_for_update().get(area_id=area_id, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"{year}-{counter.last:05d}"


def _officer(staff_id: int, *, person_id: UUID, area_id: str) -> int:
    if staff_id not in {one.staff_id for one in colleagues(area_id, on=acting().on)}:
        raise Invalid(field="officer", message=_("Choose somebody with a duty in the area."))
    if staff_id in barred_staff(person_id):
        raise Invalid(field="officer", message=_("This worker may not see the client. Choose another."))
    return staff_id


@action(Role.OFFICER, Role.COORDINATOR, facts=True)
def assign_officer(*, case_id: UUID, staff_id: int, reason: str = "") -> None:
    """Give the case to an officer of the area; the timeline tells who is responsible from today."""
    case = case_for(case_id, to="change", must_be_open=True)
    names = {one.staff_id: one.name for one in colleagues(case.area_id, on=acting().on)}
    case.officer_id = _officer(staff_id, person_id=case.person_id, area_id=case.area_id)
    case.version += 1
    case.save(update_fields=["officer", "version"])
    tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code="officer_assigned",
        officer=names[staff_id],
        text=reason.strip(),
    )
    touch(case.person_id)


@action(Role.OFFICER, Role.COORDINATOR, facts=True)
def close_case(*, case_id: UUID, reason: str, note: str = "", version: int | None = None) -> None:
    """Close a case (reason: a code of `codes.CLOSED_REASONS`). Raises Stale or Invalid."""
    case = case_for(case_id, to="change", must_be_open=True)
    if version is not None and case.version != version:
        raise Stale(f"case {case_id}")
    if reason not in codes.CLOSED_REASONS:
        raise Invalid(field="reason", message=_("Choose why the case is closed."))
    case.closed_on, case.closed_reason = max(acting().on, case.opened_on), reason
    case.version += 1
    case.save(update_fields=["closed_on", "closed_reason", "version"])
    tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code="case_closed",
        reason=reason,
        text=note.strip(),
    )
    touch(case.person_id)


def open_again(case: Case) -> bool:
    """Take the closing of a case away; False where the client has got another open case meanwhile."""
    case.closed_on, case.closed_reason = None, ""
    case.version += 1
    try:
        with transaction.atomic():
            case.save(update_fields=["closed_on", "closed_reason", "version"])
    except IntegrityError:
        return False
    return True


@action(Role.OFFICER, Role.COORDINATOR, facts=True)
def reopen_case(*, case_id: UUID, reason: str, version: int) -> None:
    """Open a closed case again, with the reason on the timeline. Raises Stale or Invalid.

    Only where the client still is in the same register and has no other open case: else a new case is opened.
    """
    case = case_for(case_id, to="change")
    if case.closed_on is None or case.version != version:
        raise Stale(f"case {case_id}")
    if not reason.strip():
        raise Invalid(
            field="reopening", message=_("Write why the case is opened again. The reason stays in the log.")
        )
    running = Case.objects.filter(person=case.person_id, closed_on__isnull=True).first()
    if running is not None:
        raise _is_open(running.number)
    if not Person.objects.filter(pk=case.person_id, controller=case.controller_id).exists():
        raise Invalid(
            field="reopening",
            message=_("The client has moved to another register: their matter goes on in a new case there."),
        )
    if not open_again(case):
        raise _is_open("")
    tell(case_id=case.pk, controller_id=case.controller_id, code="case_reopened_later", text=reason.strip())
    touch(case.person_id)


@action(Role.OFFICER, Role.COORDINATOR, facts=True, official=True)
def judge(*, case_id: UUID, key: str, value: object, reason: str, on: date | None = None) -> None:
    """Record an official's judgement (key: `codes.JUDGEMENT_KEYS`) with its reason; an earlier one becomes history.

    Raises Invalid for another key, a value the law's vocabulary does not know, or no reason.
    """
    case = case_for(case_id, to="change", must_be_open=True)
    now = acting()
    if not reason.strip():
        raise Invalid(
            field="reason", message=_("Write why you judge so. The reason stays with the judgement.")
        )
    try:
        if key not in codes.JUDGEMENT_KEYS:
            raise FactError(key, "is not a judgement")
        facts_from_mapping(nested({key: value}))
    except FactError:
        raise Invalid(field="value", message=_("Choose your answer.")) from None
    Judgement.objects.filter(case=case, key=key, superseded_on__isnull=True).update(superseded_on=now.on)
    Judgement.objects.create(
        controller_id=case.controller_id,
        case=case,
        key=key,
        value=value,
        on=on or now.on,
        by=now.actor.staff_id,
        by_name=now.actor.name,
        reason=reason.strip(),
    )
    tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code="judged",
        on=on or now.on,
        key=key,
        value=value,
        text=reason.strip(),
    )
    touch(case.person_id)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def add_note(
    *,
    case_id: UUID,
    text: str = "",
    about_contact: bool = False,
    missed: bool = False,
    on: date | None = None,
) -> int:
    """Add a free note, or one about a contact with the client, and return its id.

    `missed`: the client did not come or was not reached; that alone needs no words. Raises Invalid without words.
    """
    case = case_for(case_id, to="change", must_be_open=True)
    if not text.strip() and not missed:
        raise Invalid(field="text", message=_("Write the note first."))
    return tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code="no_show" if missed else "contact_note" if about_contact else "note",
        on=on,
        text=text.strip(),
    )

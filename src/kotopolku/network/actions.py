"""Verkoston hoitaminen: add, change, end. A change ends the row and adds another: nothing is overwritten."""

from dataclasses import asdict, fields
from typing import Any
from uuid import UUID

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases.access import case_for
from kotopolku.cases.models import Case
from kotopolku.network import codes
from kotopolku.network.access import hidden_in, member_for
from kotopolku.network.entries import MemberEntry
from kotopolku.network.events import tell
from kotopolku.network.models import NetworkMember

MOST_LINE, MOST_TEXT = 200, 1000
LONG = frozenset({"reach", "tells_more", "authority"})
CHANGED = "changed"


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def add_member(*, case_id: UUID, entry: MemberEntry) -> int:
    """Add a member to the network of an open case and return its id. Raises Invalid, Closed, NotFound."""
    case = case_for(case_id, to="change", must_be_open=True)
    row = _new(case, entry)
    tell(case, "member_added", role=row.role)
    return row.pk


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def change_member(*, member_id: int, entry: MemberEntry) -> int:
    """Replace what is known of a member and return the new row's id; the former one stays as history.

    Raises Invalid, Closed, NotFound, Stale when somebody has changed or ended it, and Invalid while its places are
    hidden from the writer: what is not seen would be lost.
    """
    row = _running(member_id)
    if hidden_in(row.case):
        raise Invalid(
            field="", message=_("Open the client's hidden data with a reason first. Then change this.")
        )
    made = _new(row.case, entry, replaces=row)
    _end(row, reason=CHANGED)
    tell(row.case, "member_changed", role=made.role)
    return made.pk


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def end_member(*, member_id: int, reason: str) -> None:
    """End a membership: nothing may be told from now on; the row stays. Raises Invalid, Closed, NotFound, Stale."""
    row = _running(member_id)
    if not reason.strip():
        raise Invalid(field="end_reason", message=_("Write why. The reason stays in the history."))
    _end(row, reason=reason.strip()[:MOST_TEXT])
    tell(row.case, "member_ended", role=row.role, text=reason.strip()[:MOST_TEXT])


def _running(member_id: int) -> NetworkMember:
    row = member_for(member_id, to="change")
    if row.ended_on is not None:
        raise Stale(f"member {member_id}")
    return row


def _end(row: NetworkMember, *, reason: str) -> None:
    now = acting()
    row.ended_on, row.ended_by_name, row.end_reason = now.on, now.actor.name, reason
    row.save(update_fields=["ended_on", "ended_by_name", "end_reason"])


def _new(case: Case, entry: MemberEntry, *, replaces: NetworkMember | None = None) -> NetworkMember:
    now = acting()
    known = {**asdict(entry), **_texts(entry), "tells": list(entry.tells)}
    _check(MemberEntry(**{**known, "tells": entry.tells}))
    row = NetworkMember(
        controller_id=case.controller_id,
        case=case,
        added_on=now.on,
        added_by=now.actor.staff_id,
        added_by_name=now.actor.name,
        replaces=replaces,
        **known,
    )
    row.save(force_insert=True)
    return row


def _texts(entry: MemberEntry) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(entry):
        text = getattr(entry, field.name)
        if not isinstance(text, str):
            continue
        most = MOST_TEXT if field.name in LONG else MOST_LINE
        if len(text) > most:
            message = _("The text has {count} characters; {most} fit here. Shorten it.")
            raise Invalid(field=field.name, message=format_lazy(message, count=len(text), most=most))
        found[field.name] = text.strip()
    return found


def _check(entry: MemberEntry) -> None:
    if entry.role not in codes.ROLES:
        raise Invalid(field="role", message=_("Choose who this is to the client."))
    if not entry.name and not entry.organisation:
        raise Invalid(field="name", message=_("Write a name, or the organisation where they are reached."))
    if not set(entry.tells) <= set(codes.TELLS):
        raise Invalid(field="tells", message=_("Choose what may be told."))
    _check_consent(entry)
    first, last = entry.authority_from, entry.authority_until
    if first is not None and last is not None and last < first:
        raise Invalid(
            field="authority_until", message=_("The last day is before the first. Correct one of them.")
        )


def _check_consent(entry: MemberEntry) -> None:
    """A guardian and a representative know by law; everybody else what the client has consented to, for a time."""
    on = acting().on
    if entry.consent_how not in ("", *codes.CONSENT_WAYS):
        raise Invalid(field="consent_how", message=_("Choose how the client gave the consent."))
    if entry.consent_how == codes.BY_LAW and entry.role not in (codes.GUARDIAN, codes.REPRESENTATIVE):
        raise Invalid(
            field="consent_how",
            message=_(
                "Only a guardian or a representative knows by law. For others ask the client's consent."
            ),
        )
    if entry.consent_on is not None and entry.consent_on > on:
        raise Invalid(field="consent_on", message=_("This day is still to come. Check the year."))
    if entry.consent_how == codes.BY_LAW or not (entry.tells or entry.tells_more):
        return
    if not entry.consent_how:
        raise Invalid(field="consent_how", message=_("Choose how the client gave the consent."))
    if entry.consent_on is None:
        raise Invalid(field="consent_on", message=_("Write the day on which the client gave the consent."))
    if entry.tells_until is None:
        raise Invalid(
            field="tells_until", message=_("Write until which day this may be told. It ends by itself.")
        )
    if entry.tells_until < entry.consent_on:
        raise Invalid(
            field="tells_until", message=_("The last day is before the first. Correct one of them.")
        )

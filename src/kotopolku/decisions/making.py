"""Päätöksen tekeminen: what every kind of decision shares: its parts checked, its row written, its event told."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import touch
from kotopolku.audit.errors import Invalid
from kotopolku.cases.models import Case
from kotopolku.decisions import codes
from kotopolku.decisions.access import decision_for
from kotopolku.decisions.entries import DecisionEntry
from kotopolku.decisions.events import tell
from kotopolku.decisions.models import Decision

MOST_LINE, MOST_TEXT = 200, 5000


def make(case: Case, *, kind: str, entry: DecisionEntry, corrects: UUID | None) -> UUID:
    """Write a decision of the kind and return its id; whoever calls is an action that has asked the law.

    Raises Invalid: a part is missing, the number is taken, or what it corrects is of another case or kind.
    """
    now = acting()
    entry = checked(entry, kind=kind)
    former = decision_for(corrects, to="change") if corrects is not None else None
    if former is not None and (former.case_id, former.kind) != (case.pk, kind):
        raise Invalid(field="number", message=_("The corrected decision is about something else."))
    decision = Decision(
        controller_id=case.controller_id,
        case=case,
        kind=kind,
        language=entry.language,
        number=entry.number,
        requested_on=entry.requested_on,
        decided_on=now.on,
        decided_by=now.actor.staff_id,
        decided_by_name=now.actor.name,
        reasons=entry.reasons,
        provisions=list(entry.provisions),
        authority=entry.authority,
        address=entry.address,
        contact=entry.contact,
        corrects_id=corrects,
    )
    try:
        with transaction.atomic():
            decision.save(force_insert=True)
    except IntegrityError:
        message = _("There is a decision with this number, or the decision has been corrected already.")
        raise Invalid(field="number", message=message) from None
    tell(
        case,
        "decision_corrected" if former is not None else f"decision_made_{kind}",
        on=now.on,
        kind=kind,
        number=entry.number,
        decision_id=str(decision.pk),
    )
    touch(case.person_id)
    return decision.pk


def checked(entry: DecisionEntry, *, kind: str) -> DecisionEntry:
    """Return the entry tidied; raises Invalid at the part that is missing."""
    wanted = (
        ("number", entry.number, MOST_LINE, _("Write the number of your municipality's decision register.")),
        ("reasons", entry.reasons, MOST_TEXT, _("Write the reasons: what was found out and why it decides.")),
        ("authority", entry.authority, MOST_LINE, _("Write whose decision this is.")),
        ("address", entry.address, MOST_TEXT, _("Write where the request for rectification is sent.")),
        ("contact", entry.contact, MOST_TEXT, _("Write who tells more, and how to reach them.")),
    )
    for field, text, most, message in wanted:
        if not text.strip():
            raise Invalid(field=field, message=message)
        if len(text) > most:
            raise Invalid(field=field, message=_("Shorten the text."))
    known = codes.PROVISIONS_OF[kind]
    if not entry.provisions or not set(entry.provisions) <= set(known):
        raise Invalid(field="provisions", message=_("Choose the provisions on which the decision rests."))
    if entry.language not in codes.LANGUAGES:
        raise Invalid(field="language", message=_("Choose the language of the decision."))
    if entry.requested_on > acting().on:
        raise Invalid(field="requested_on", message=_("This day is still to come. Check the year."))
    return DecisionEntry(
        number=entry.number.strip(),
        requested_on=entry.requested_on,
        reasons=entry.reasons.strip(),
        provisions=tuple(one for one in known if one in entry.provisions),
        authority=entry.authority.strip(),
        address=entry.address.strip(),
        contact=entry.contact.strip(),
        language=entry.language,
    )

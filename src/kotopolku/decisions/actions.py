"""Päättäminen: refuse a requested assessment, correct by a new decision, record the delivery. Nothing is undone."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku import law
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases.access import case_for
from kotopolku.cases.legal_facts import law_facts
from kotopolku.cases.models import Case
from kotopolku.decisions import codes
from kotopolku.decisions.access import decision_for
from kotopolku.decisions.entries import DecisionEntry
from kotopolku.decisions.events import tell
from kotopolku.decisions.models import Decision
from kotopolku.people.legal_facts import law_facts as person_facts

MOST_LINE, MOST_TEXT = 200, 5000


@action(Role.OFFICER, Role.COORDINATOR, official=True)
def refuse_assessment(*, case_id: UUID, entry: DecisionEntry, corrects: UUID | None = None) -> UUID:
    """Decide in writing that a requested assessment is not made (14 § 1 mom. 4 k.) and return the decision's id.

    `corrects` is the decision that this one corrects. Raises Invalid: a part is missing, the number is taken, or the
    law obliges to make the assessment.
    """
    case = case_for(case_id, to="change", must_be_open=True)
    now = acting()
    entry = _checked(entry)
    if corrects is not None and decision_for(corrects, to="change").case_id != case.pk:
        raise Invalid(field="number", message=_("The corrected decision is about somebody else."))
    _refuse_against_law(case, on=now.on)
    decision = Decision(
        controller_id=case.controller_id,
        case=case,
        kind="assessment_refused",
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
    code = "decision_made" if corrects is None else "decision_corrected"
    tell(case, code, on=now.on, number=entry.number, decision_id=str(decision.pk))
    touch(case.person_id)
    return decision.pk


def _checked(entry: DecisionEntry) -> DecisionEntry:
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
    if not entry.provisions or not set(entry.provisions) <= set(codes.PROVISIONS):
        raise Invalid(field="provisions", message=_("Choose the provisions on which the decision rests."))
    if entry.language not in codes.LANGUAGES:
        raise Invalid(field="language", message=_("Choose the language of the decision."))
    if entry.requested_on > acting().on:
        raise Invalid(field="requested_on", message=_("This day is still to come. Check the year."))
    return DecisionEntry(
        number=entry.number.strip(),
        requested_on=entry.requested_on,
        reasons=entry.reasons.strip(),
        provisions=tuple(one for one in codes.PROVISIONS if one in entry.provisions),
        authority=entry.authority.strip(),
        address=entry.address.strip(),
        contact=entry.contact.strip(),
        language=entry.language,
    )


def _refuse_against_law(case: Case, *, on: date) -> None:
    """Raise Invalid when the law obliges to make the assessment: then there is nothing to refuse."""
    about_case = law_facts(case.pk, on=on)
    facts = replace(
        person_facts(case.person_id, on=on), contact=about_case.contact, assessment=about_case.assessment
    )
    if law.answer("assessment_duty", facts, on).value == "must":
        message = _("The law obliges you to make this assessment (14 §). It cannot be refused: begin it.")
        raise Invalid(field="", message=message)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def deliver_decision(*, decision_id: UUID, way: str, on: date) -> None:
    """Record when and how the decision was given to the client; the time for rectification runs from its receipt.

    Raises Invalid, and Stale when it has been recorded already.
    """
    decision = decision_for(decision_id, to="change")
    if decision.delivered_on is not None:
        raise Stale(f"decision {decision_id}")
    if way not in codes.DELIVERY_WAYS:
        raise Invalid(field="way", message=_("Choose how the decision was given."))
    if not decision.decided_on <= on <= acting().on:
        raise Invalid(field="on", message=_("Give a day from the decision up to today."))
    decision.delivered_on, decision.delivery_way = on, way
    decision.delivered_by_name = acting().actor.name
    decision.save(update_fields=["delivered_on", "delivery_way", "delivered_by_name"])
    tell(decision.case, "decision_delivered", on=on, number=decision.number, decision_id=str(decision.pk))
    touch(decision.case.person_id)

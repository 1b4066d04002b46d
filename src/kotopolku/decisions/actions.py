"""Päättäminen: refuse a requested assessment, correct by a new decision, record the delivery. Nothing is undone."""

from dataclasses import replace
from datetime import date
from uuid import UUID

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
from kotopolku.decisions.making import make
from kotopolku.people.legal_facts import law_facts as person_facts


@action(Role.OFFICER, Role.COORDINATOR, official=True)
def refuse_assessment(*, case_id: UUID, entry: DecisionEntry, corrects: UUID | None = None) -> UUID:
    """Decide in writing that a requested assessment is not made (14 § 1 mom. 4 k.) and return the decision's id.

    `corrects` is the decision that this one corrects. Raises Invalid: a part is missing, the number is taken, or the
    law obliges to make the assessment.
    """
    case = case_for(case_id, to="change", must_be_open=True)
    _refuse_against_law(case, on=acting().on)
    return make(case, kind=codes.ASSESSMENT_REFUSED, entry=entry, corrects=corrects)


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
    tell(
        decision.case,
        "decision_delivered",
        on=on,
        kind=decision.kind,
        number=decision.number,
        decision_id=str(decision.pk),
    )
    touch(decision.case.person_id)

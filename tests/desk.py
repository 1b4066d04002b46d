"""What tests of the desk stand on: one client's whole matter, and Django's client signed in as somebody."""

import time
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client

from kotopolku.accounts.actions import set_area_settings
from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.accounts.sign_in import PasswordBackend
from kotopolku.accounts.sign_in_sessions import begin
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor, operator
from kotopolku.cases.actions import receive_contact, start_assessment
from kotopolku.cases.models import Contact
from kotopolku.cases.queries import case_view
from kotopolku.plans.tests.stories import assessed, drafted, opened, planned
from tests.cast import TODAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One client with a contact, a case, an assessment and a plan, by their ids."""

    person: UUID
    contact: UUID
    case: UUID
    assessment: UUID
    plan: UUID
    household: UUID | None = None
    packet: UUID | None = None  # a hand-over about the client
    appointment: UUID | None = None  # a booked time of the client
    visit: UUID | None = None  # a visit to advice, nobody's
    ticket: UUID | None = None  # a number of the line, nobody's either
    outreach_day: int | None = None  # a day of advice out in the municipalities
    override: UUID | None = None  # an emergency opening of the client's file, for those who have made one


def client_of(actor: Actor, **options: Any) -> Client:
    """Return a client with the session of `actor`; `options` are those of Django's Client."""
    client = Client(**options)
    staff = PasswordBackend().get_user(actor.staff_id)
    assert staff is not None
    client.force_login(staff, backend="kotopolku.accounts.sign_in.PasswordBackend")
    session = client.session
    begin(session, way="password", now=time.time())
    session.save()
    return client


def set_targets(area_id: str) -> None:
    """Give the area targets of its own, so that a client who waits is late."""
    with acting_as(operator(area_id=area_id), on=date(2025, 1, 1)):
        settings = AreaSettings(assessment_start_days=14, plan_days=30, contact_handling_days=3)
        set_area_settings(area_id=area_id, settings=settings)


def contact_at(actor: Actor, **known: Any) -> UUID:
    """Record a contact at the actor's own municipality and return its id."""
    with acting_as(actor, on=TODAY):
        code = receive_contact(
            **{
                "kind": "own_request",
                "municipality_id": actor.controllers[0],
                "subject_name": "Mahdi Haddad",
                **known,
            }
        )
        return Contact.objects.get(receipt_code=code).pk


def accepted(actor: Actor, *, on: date = date(2026, 11, 2), **known: Any) -> Matter:
    """Return the matter of a client whose plan is in force."""
    person, case, plan = planned(actor, on=on, ends_on=date(2027, 11, 1), **known)
    return Matter(
        person=person, contact=contact_at(actor), case=case, assessment=_assessment(actor, case), plan=plan
    )


def in_draft(actor: Actor, **known: Any) -> Matter:
    """Return the matter of a client whose plan is a draft."""
    person, case = assessed(actor, on=TODAY, **known)
    plan = drafted(actor, case, on=TODAY, ends_on=date(2027, 11, 1))
    return Matter(
        person=person, contact=contact_at(actor), case=case, assessment=_assessment(actor, case), plan=plan
    )


def being_assessed(actor: Actor, **known: Any) -> tuple[UUID, UUID, UUID]:
    """Return (person, case, assessment) of a client whose assessment has just begun."""
    person, case = opened(actor, on=TODAY, **known)
    with acting_as(actor, on=TODAY):
        return person, case, start_assessment(case_id=case)


def _assessment(actor: Actor, case: UUID) -> UUID:
    with acting_as(actor, on=TODAY):
        found = case_view(case).assessment_id
    assert found is not None
    return found

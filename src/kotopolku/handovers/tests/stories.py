"""Short lives for tests of hand-overs: receivers with duties, and a client's packet on its way."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from tests.cast import TODAY, worker

from kotopolku.accounts.actions import save_organisation
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor, Role, operator
from kotopolku.handovers import codes
from kotopolku.handovers.actions import send_packet
from kotopolku.handovers.entries import ItemIn, PacketIn, ReceiverIn
from kotopolku.languages.texts import Texts
from kotopolku.plans.models import Measure

DUE = date(2026, 12, 1)


def receiver_of(code: str, kind: str, name: str, role: Role) -> Actor:
    """Found an organisation of a kind and sign up a worker there; return the worker."""
    with acting_as(operator(area_id="raisio"), on=TODAY):
        save_organisation(code=code, kind=kind, names=Texts.of(fi=name))
    return worker(
        username=f"{code}-{role.value}", name=f"Vastaanottaja {name}", at=code, area="raisio", role=role,
        covers=["raisio", "naantali"],
    )  # fmt: skip


@pytest.fixture
def teacher(area) -> Actor:
    """A teacher of the provider that arranges the training."""
    return receiver_of("opisto", "provider", "Raisio-opisto", Role.TEACHER)


@pytest.fixture
def other_teacher(area) -> Actor:
    """A teacher of another provider."""
    return receiver_of("toinen", "provider", "Toinen opisto", Role.TEACHER)


@pytest.fixture
def mentors(area) -> Actor:
    """A worker of an association, which is not a provider."""
    return receiver_of("yhdistys", "association", "Yhdistys", Role.TEACHER)


@pytest.fixture
def turku(area) -> Actor:
    """A worker of the employment authority."""
    return worker(
        username="turku", name="Tuula Turku", at="turku", area="raisio", role=Role.EMPLOYMENT_CONTACT,
        covers=["raisio"],
    )  # fmt: skip


def ticked(kind: str, *items: str) -> dict[str, ItemIn]:
    """Tick the given fields, or the usual ones of the kind, each with its usual need."""
    chosen = items or tuple(sorted(codes.USUAL[kind]))
    return {item: ItemIn(need=codes.USUAL_NEED[item]) for item in chosen}


def a_packet(kind: str = codes.SERVICE, **known: Any) -> PacketIn:
    """Return a packet that nothing is wrong with, but for what `known` changes."""
    receivers = {
        codes.SERVICE: "opisto",
        codes.SUPPORT: "yhdistys",
        codes.COUNTY: "varha",
        codes.EMPLOYMENT: "turku",
        codes.TASK: "naantali",
        codes.MOVE: "naantali",
    }
    consent = {"consent_on": TODAY, "consent_how": "suullisesti"} if kind in codes.BY_CONSENT else {}
    return PacketIn(
        **{
            "kind": kind,
            "receiver": ReceiverIn(organisation=receivers[kind], role="kouluttaja"),
            "title": "Kotoutumiskoulutus",
            "purpose": "Paikka osa-aikaisessa ryhmässä.",
            "due_on": DUE,
            "items": ticked(kind),
            **consent,
            **known,
        }
    )


def sent(officer: Actor, case: UUID, packet: PacketIn, *, on: date = TODAY) -> UUID:
    """Send the packet as the officer and return its id."""
    with acting_as(officer, on=on):
        return send_packet(case_id=case, packet=packet)


def training_of(officer: Actor, plan: UUID, *, on: date = TODAY) -> int:
    """Return the number of the training agreed in the plan."""
    with acting_as(officer, on=on):
        return Measure.objects.get(plan_id=plan, position=0).pk

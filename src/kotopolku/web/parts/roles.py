"""A duty's role in words, the room it leads to, and the duty as one line for somebody who holds several."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from kotopolku.audit.actor import Actor, Room

ROLES: Mapping[str, Promise] = {
    "officer": lazy("integration officer"),
    "adviser": lazy("adviser"),
    "coordinator": lazy("coordinator"),
    "contact_person": lazy("municipality's contact person"),
    "county_worker": lazy("worker of the wellbeing services county"),
    "teacher": lazy("teacher"),
    "provider_administrator": lazy("provider's administrator"),
    "employment_contact": lazy("contact at the employment authority"),
    "administrator": lazy("administrator of the area"),
    "auditor": lazy("auditor"),
}

HOMES = {Room.DESK: "desk:today", Room.OFFICE: "office:front", Room.PARTNER: "partner:front"}


def role(code: str) -> str:
    """Return the word for a duty's role; the code itself when there is none."""
    return str(ROLES.get(code, code))


def home_of(actor: Actor) -> str:
    """Return the address of the first page of the actor's room: desk before office; the sign-in page without a duty."""
    for room, name in HOMES.items():
        if room in actor.rooms:
            return reverse(name)
    return reverse("sign_in")

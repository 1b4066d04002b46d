"""Who reads the log: the auditor of the area, whoever sees the person looked at, and everybody their own rows.

Commits are real here: what a piece of work has written it may read while it lasts, and a test would be one.
"""

from dataclasses import dataclass
from uuid import UUID

import pytest
from tests.cast import worker
from tests.settled import TODAY, settle

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import save_organisation
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ROOMS, Actor, Role, operator
from kotopolku.audit.models import LogRow, LogSeen
from kotopolku.audit.queries import looks_at
from kotopolku.languages.texts import Texts
from kotopolku.people.access import person_for
from kotopolku.people.actions import register_person
from kotopolku.people.entries import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Two officers of Raisio, one of Naantali, and a client of each municipality who has been looked at."""

    aino: Actor
    samir: Actor
    nea: Actor
    rana: UUID
    theirs: UUID


def registered(actor: Actor) -> UUID:
    with acting_as(actor, on=TODAY):
        names = Names(given_names="Rana", family_name="Esimerkki")
        return register_person(controller_id=actor.controllers[0], names=names)


@pytest.fixture
def place(own_database) -> Place:
    ids = settle()
    organisations()
    aino, samir, nea = (actor_for(ids[name], on=TODAY) for name in ("aino", "samir", "nea"))
    rana, theirs = registered(aino), registered(nea)
    for actor, person in ((samir, rana), (nea, theirs)):
        with acting_as(actor, on=TODAY):
            person_for(person)
    return Place(aino=aino, samir=samir, nea=nea, rana=rana, theirs=theirs)


AT = {Role.COUNTY_WORKER: "varha", Role.EMPLOYMENT_CONTACT: "turku"}


def in_role(role: Role) -> Actor:
    return worker(
        username=role.value, name="Joku", at=AT.get(role, "raisio"), area="raisio", role=role,
        covers=["raisio", "naantali"],
    )  # fmt: skip


def organisations() -> None:
    """Add where the partners of the other tests' cast work; the programme has other codes for them."""
    with acting_as(operator(area_id="raisio"), on=TODAY):
        save_organisation(code="turku", kind="employment_authority", names=Texts.of(fi="Turku"))
        save_organisation(code="varha", kind="county", names=Texts.of(fi="Varha"))


def test_who_sees_a_client_sees_who_has_looked_and_no_more(place):
    with acting_as(place.aino, on=TODAY):
        # then the colleague's look at the common client is there, and the other municipality's is not
        assert [look.staff_name for look in looks_at(place.rana)] == ["Samir Haddad", "Aino Kettunen"]
        assert looks_at(place.theirs) == ()
        assert set(LogRow.objects.values_list("staff_name", flat=True)) == {"Samir Haddad", "Aino Kettunen"}
        assert set(LogSeen.objects.values_list("person_id", flat=True)) == {place.rana}


@pytest.mark.parametrize("role", sorted(set(ROOMS) - {Role.OFFICER, Role.ADVISER, Role.COORDINATOR}))
def test_of_those_who_see_no_clients_only_the_auditor_reads_others_rows(place, role):
    actor = in_role(role)
    with acting_as(actor, on=TODAY):
        names = set(LogRow.objects.values_list("staff_name", flat=True))
        persons = set(LogSeen.objects.values_list("person_id", flat=True))
    if role is Role.AUDITOR:
        assert {"Aino Kettunen", "Samir Haddad", "Nea Salo"} <= names
        assert persons == {place.rana, place.theirs}
    else:
        assert (names, persons) == (set(), set())


def test_everybody_reads_their_own_rows_and_nobody_any_without_a_duty(place):
    with acting_as(place.nea, on=TODAY):
        assert set(LogRow.objects.values_list("staff_name", flat=True)) == {"Nea Salo"}
    with acting_as(operator(), on=TODAY):
        assert LogRow.objects.count() == 0


def test_an_action_is_logged_at_the_thing_it_was_about(place):
    with acting_as(place.aino, on=TODAY):
        row = LogRow.objects.get(action="register_person", staff_id=place.aino.staff_id)
    assert (row.subject, row.subject_id) == ("person", str(place.rana))
    assert (row.duty_id, row.purpose) == (place.aino.duty_id, "kotoutumisen palvelut")

"""The cast of the tests, made by actions: an area of two municipalities, its people, and a stranger's area.

officer and colleague work for Raisio, the coordinator for the whole area, the stranger in another area altogether.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.utils import translation

from kotopolku.accounts.access import actor_for, system_actor
from kotopolku.accounts.actions import add_staff, grant_duty, save_area, save_organisation
from kotopolku.accounts.queries import AreaView, area_view
from kotopolku.accounts.rights import PARTNERS
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor, Role, operator
from kotopolku.languages.texts import Texts
from kotopolku.people.actions import register_person
from kotopolku.people.entries import Names

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A municipality of the tests, by organisation id and code."""

    id: int
    code: str


@pytest.fixture
def today() -> date:
    """The day on which the tests happen: a Tuesday."""
    return TODAY


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> None:
    """Let the cast sign up at once: the program's own hasher is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _in_finnish() -> Any:
    """Start every test in the program's own language, whatever the one before left behind."""
    with translation.override("fi"):
        yield


def _municipality(code: str, number: str) -> None:
    save_organisation(
        code=code, kind="municipality", names=Texts.of(fi=code.capitalize()), municipality_code=number
    )


def worker(*, username: str, name: str, at: str, area: str, role: Role, covers: list[str]) -> Actor:
    """Sign somebody up with one duty at the organisation `at` for the municipalities `covers`; return them acting.

    A partner's duty lasts two years, as theirs always end; a coordinator of the cast is a public official.
    """
    with acting_as(operator(area_id=area), on=TODAY):
        staff = add_staff(username=username, name=name, password="a long enough password")
        grant_duty(
            staff_id=staff.pk,
            organisation=at,
            area_id=area,
            role=role,
            municipalities=covers,
            purpose="kotoutumisen palvelut",
            valid_from=date(2025, 1, 1),
            valid_to=date(2027, 12, 31) if role in PARTNERS else None,
            reason="test",
            is_official=role is Role.COORDINATOR,
        )
        actor = actor_for(staff.pk, on=TODAY)
    assert actor is not None
    return actor


def settle_area() -> None:
    """Found the area "raisio" with the municipalities Raisio (host) and Naantali."""
    with acting_as(operator(area_id="raisio"), on=TODAY):
        _municipality("raisio", "680")
        _municipality("naantali", "529")
        save_organisation(
            code="turku", kind="employment_authority", names=Texts.of(fi="Turun työllisyysalue")
        )
        save_organisation(code="varha", kind="county", names=Texts.of(fi="Varha"))
        save_area(
            area_id="raisio",
            names=Texts.of(fi="Raision seutu"),
            host="raisio",
            municipalities=["raisio", "naantali"],
            employment_authority="turku",
            county="varha",
            on=TODAY,
        )


#: Who is signed up once a worker, in a database kept for all tests with the same cast.
CAST: dict[str, Callable[[], Actor]] = {
    "officer": lambda: worker(
        username="aino",
        name="Aino Kettunen",
        at="raisio",
        area="raisio",
        role=Role.OFFICER,
        covers=["raisio"],
    ),
    "colleague": lambda: worker(
        username="samir",
        name="Samir Haddad",
        at="raisio",
        area="raisio",
        role=Role.OFFICER,
        covers=["raisio"],
    ),
    "county_worker": lambda: worker(
        username="varha",
        name="Varpu Varha",
        at="varha",
        area="raisio",
        role=Role.COUNTY_WORKER,
        covers=["raisio"],
    ),
    "neighbour": lambda: worker(
        username="nea", name="Nea Salo", at="naantali", area="raisio", role=Role.OFFICER, covers=["naantali"]
    ),
    "coordinator": lambda: worker(
        username="kaisa",
        name="Kaisa Virta",
        at="raisio",
        area="raisio",
        role=Role.COORDINATOR,
        covers=["raisio", "naantali"],
    ),
}


@pytest.fixture
def signed_up(request: pytest.FixtureRequest) -> dict[str, Actor]:
    """Who of the cast is in the database already; in a test's own database nobody, and the area is founded there."""
    if "own_database" in request.fixturenames:
        request.getfixturevalue("own_database")
        settle_area()
        return {}
    kept: dict[str, Actor] = request.getfixturevalue("area_settled")
    return kept


@pytest.fixture
def cast_database(signed_up: dict[str, Actor]) -> None:
    """The database of the cast, in which the area is."""


@pytest.fixture
def area(cast_database: None) -> AreaView:
    """The area "raisio" as it is today."""
    found = area_view("raisio", on=TODAY)
    assert found is not None
    return found


@pytest.fixture
def raisio(area: AreaView) -> Place:
    """The municipality whose clients the officer and the colleague have."""
    return next(Place(id=m.id, code=m.code) for m in area.municipalities if m.code == "raisio")


@pytest.fixture
def naantali(area: AreaView) -> Place:
    """The municipality whose clients only the coordinator and the neighbour have."""
    return next(Place(id=m.id, code=m.code) for m in area.municipalities if m.code == "naantali")


@pytest.fixture
def officer(area: AreaView, signed_up: dict[str, Actor]) -> Actor:
    """An officer of Raisio, for clients of Raisio."""
    return signed_up.get("officer") or CAST["officer"]()


@pytest.fixture
def colleague(area: AreaView, signed_up: dict[str, Actor]) -> Actor:
    """Another officer of Raisio, for the same clients."""
    return signed_up.get("colleague") or CAST["colleague"]()


@pytest.fixture
def county_worker(area: AreaView, signed_up: dict[str, Actor]) -> Actor:
    """A worker of the wellbeing services county, for clients of Raisio whose case is opened to it."""
    return signed_up.get("county_worker") or CAST["county_worker"]()


@pytest.fixture
def neighbour(area: AreaView, signed_up: dict[str, Actor]) -> Actor:
    """An officer of Naantali in the same area, for clients of Naantali only."""
    return signed_up.get("neighbour") or CAST["neighbour"]()


@pytest.fixture
def coordinator(area: AreaView, signed_up: dict[str, Actor]) -> Actor:
    """The coordinator, for clients of every municipality of the area."""
    return signed_up.get("coordinator") or CAST["coordinator"]()


@pytest.fixture
def stranger(cast_database: None) -> Actor:
    """An officer of a municipality of another area."""
    with acting_as(operator(area_id="forssa"), on=TODAY):
        _municipality("forssa", "061")
        save_area(
            area_id="forssa",
            names=Texts.of(fi="Forssan seutu"),
            host="forssa",
            municipalities=["forssa"],
            employment_authority=None,
            county=None,
            on=TODAY,
        )
    return worker(
        username="veera",
        name="Veera Vieras",
        at="forssa",
        area="forssa",
        role=Role.OFFICER,
        covers=["forssa"],
    )


@pytest.fixture
def system(area: AreaView) -> Actor:
    """The area's background actor."""
    return system_actor("raisio", on=TODAY)


_numbers = count(1)


@pytest.fixture
def person_of() -> Callable[..., UUID]:
    """Return a helper that registers a person under an actor: person_of(officer, given_names="Rana", …)."""

    def register(actor: Actor, *, on: date = TODAY, **known: Any) -> UUID:
        names = Names(
            given_names=known.pop("given_names", f"Henkilö{next(_numbers)}"),
            family_name=known.pop("family_name", "Esimerkki"),
            own_script=known.pop("own_script", ""),
            called_by=known.pop("called_by", ""),
        )
        with acting_as(actor, on=on):
            return register_person(
                controller_id=known.pop("controller_id", actor.controllers[0]), names=names, **known
            )

    return register

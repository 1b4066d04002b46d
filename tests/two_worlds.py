"""Two worlds that differ only in where a protected family lives, and everything a duty can be answered in each.

Whoever is answered the same in both, to the last letter, cannot learn the municipality: not from a filter, a group, a
total, nor from the difference of two of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from html.parser import HTMLParser
from itertools import combinations, product
from math import prod
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit
from uuid import UUID

from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import add_staff, grant_duty, save_area, save_organisation
from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ROOMS, Actor, Group, Role, operator
from kotopolku.cases.actions import link_contact_to_case, open_case
from kotopolku.cli.postgres import Server
from kotopolku.languages.texts import Texts
from kotopolku.people.actions import form_household, set_non_disclosure
from kotopolku.people.entries import ContactEntry, Names
from kotopolku.plans.tests.stories import opened, registered
from kotopolku.web.route_table import TABLE
from tests.cast import TODAY
from tests.database import copied_database, pointed_at, rolled_back
from tests.desk import Matter, accepted, client_of, contact_at

MUNICIPALITIES = {"raisio": "680", "naantali": "529", "rusko": "704"}
ADDRESS, PHONE, EMAIL = "Salakatu 7 B 12", "045 765 4321", "salainen@esimerkki.invalid"
SECRETS = ("Salakatu", PHONE, "salainen@esimerkki")
CONTACT_ADDRESS = "PL 77, 00101 Helsinki"
NAME = Names(given_names="Rana", family_name="Al-Jabiri")
BORN = date(1994, 2, 14)
REACH = (
    ContactEntry(kind="address", value=ADDRESS),
    ContactEntry(kind="phone", value=PHONE),
    ContactEntry(kind="email", value=EMAIL),
)
WORKS_AT = {
    Role.COUNTY_WORKER: "county",
    Role.TEACHER: "school",
    Role.PROVIDER_ADMINISTRATOR: "school",
    Role.EMPLOYMENT_CONTACT: "authority",
}
#: Nobody's id, the same in both worlds.
NOBODY = UUID("00000000-0000-4000-8000-000000000000")


@dataclass(frozen=True, kw_only=True)
class World:
    """The area, a protected mother's whole matter, her child who is covered by her order, and the rows that move."""

    places: dict[str, int]
    everywhere: Actor
    mother: Matter
    child: Matter
    waiting: UUID
    rows: dict[str, list[str]]
    workers: dict[str, Actor]
    databases: tuple[str, ...] = ()

    @property
    def things(self) -> tuple[dict[str, UUID], ...]:
        """The ids an address may name: the mother's, the child's, and nobody's."""
        nobody: dict[str, UUID] = dict.fromkeys(asdict(self.mother), NOBODY)
        waiting = nobody | {"contact": self.waiting}
        return asdict(self.mother), asdict(self.child), waiting, nobody


def an_area() -> dict[str, int]:
    """Make the area of three municipalities; return their organisations' ids by code."""
    with acting_as(operator(area_id="raisio"), on=TODAY):
        for code, number in MUNICIPALITIES.items():
            save_organisation(
                code=code,
                kind="municipality",
                names=Texts.of(fi=code.capitalize()),
                municipality_code=number,
            )
        save_organisation(code="county", kind="county", names=Texts.of(fi="Hyvinvointialue"))
        save_organisation(code="school", kind="provider", names=Texts.of(fi="Opisto"))
        save_organisation(code="authority", kind="employment_authority", names=Texts.of(fi="Viranomainen"))
        save_area(
            area_id="raisio",
            names=Texts.of(fi="Seutukunta"),
            host="rusko",
            municipalities=list(MUNICIPALITIES),
            employment_authority="authority",
            county="county",
            on=TODAY,
        )
    area = area_view("raisio", on=TODAY)
    assert area is not None
    return {one.code: one.id for one in area.municipalities}


def somebody(name: str, role: Role, *, covers: Iterable[str] = MUNICIPALITIES) -> Actor:
    """Sign up a worker of Rusko with a role for some municipalities, who may know of minors and victims too."""
    with acting_as(operator(area_id="raisio"), on=TODAY):
        staff = add_staff(username=name, name="Tuisku Työntekijä", password="a long enough password")
        grant_duty(
            staff_id=staff.pk,
            organisation=WORKS_AT.get(role, "rusko"),
            area_id="raisio",
            role=role,
            municipalities=list(covers),
            groups=list(Group),
            purpose="kotoutumisen palvelut",
            valid_from=date(2025, 1, 1),
            valid_to=date(2027, 12, 31),
            reason="test",
            is_official=role in {Role.OFFICER, Role.COORDINATOR},
        )
        actor = actor_for(staff.pk, on=TODAY)
    assert actor is not None
    return actor


def a_world(*, protected: bool = True) -> World:
    """Build plain clients in every municipality, then the family in Raisio, with a contact that waits."""
    places = an_area()
    everywhere = somebody("everywhere", Role.OFFICER)
    for code, place in places.items():
        for number in range(2):
            names = Names(given_names=f"Avoin{number}", family_name=code.capitalize())
            opened(everywhere, on=date(2026, 8, 3), names=names, controller_id=place)
            contact_at(everywhere, subject_name=f"Uusi{number} Tulija", municipality_id=place)
    workers = {role.value: somebody(f"{role}-everywhere", role) for role in ROOMS}
    workers |= {f"{role}_elsewhere": somebody(f"{role}-elsewhere", role, covers=["rusko"]) for role in ROOMS}
    before = _rows(everywhere)
    mother = accepted(
        everywhere, names=NAME, controller_id=places["raisio"], contact_details=REACH, birth_date=BORN
    )
    child = registered(
        everywhere,
        on=date(2026, 11, 2),
        names=Names(given_names="Yasin", family_name="Al-Jabiri"),
        birth_date=date(2014, 5, 1),
        controller_id=places["raisio"],
        contact_details=REACH,
    )
    with acting_as(everywhere, on=TODAY):
        childs_case = open_case(person_id=child, opened_because="other")
        home = form_household(members=[(mother.person, "adult"), (child, "child")])
        if protected:
            set_non_disclosure(person_id=mother.person, in_force=True, contact_address=CONTACT_ADDRESS)
    joined = contact_at(
        everywhere, subject_name="R. Al-Jabiri", subject_phone=PHONE, municipality_id=places["raisio"]
    )
    with acting_as(everywhere, on=TODAY):
        link_contact_to_case(contact_id=joined, case_id=mother.case)
    waiting = contact_at(
        everywhere,
        subject_name="Rana Al-Jabiri",
        subject_birth_date=BORN,
        subject_phone=PHONE,
        municipality_id=places["raisio"],
    )
    after = _rows(everywhere)
    after["contact"].discard(str(mother.contact))  # of somebody else
    return World(
        places=places,
        everywhere=everywhere,
        mother=replace(mother, contact=joined, household=home),
        child=Matter(
            person=child, contact=waiting, case=childs_case, assessment=NOBODY, plan=NOBODY, household=home
        ),
        waiting=waiting,
        workers=workers,
        rows={table: sorted(ids - before[table]) for table, ids in after.items() if ids - before[table]},
    )


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "AND a.attname = 'controller_id' WHERE c.relkind = 'r' ORDER BY 1"
        )
        return [row[0] for row in cursor.fetchall()]


def _rows(actor: Actor) -> dict[str, set[str]]:
    found = {}
    with acting_as(actor, on=TODAY), connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f'SELECT id::text FROM "{table}"')
            found[table] = {row[0] for row in cursor.fetchall()}
    return found


@contextmanager
def world_and_its_twin(server: Server, name: str, *, protected: bool = True) -> Iterator[World]:
    """Two databases with the same ids: in `name` the family lives in Raisio, in `name`_twin in Naantali."""
    twin = f"{name}_twin"
    with copied_database(server, name):
        with pointed_at(server, name):
            world = a_world(protected=protected)
        with copied_database(server, twin, template=name):
            with server.connect(database=twin) as superuser:
                superuser.execute(
                    "SET session_replication_role = replica"
                )  # no trigger and no key stands in the way
                for table, ids in world.rows.items():
                    superuser.execute(
                        f'UPDATE "{table}" SET controller_id = %s WHERE id::text = ANY (%s)',
                        [world.places["naantali"], ids],
                    )
            yield replace(world, databases=(name, twin))


def in_both(
    server: Server, world: World, actor: Actor | None, *, deep: int = 2
) -> tuple[dict[str, str], dict[str, str]]:
    """Return all that a duty is answered in the one world and in the other; nothing that was asked stays."""
    said = []
    for name in world.databases:
        with rolled_back(server, name):
            said.append(answers(world, actor, deep=deep))
    return said[0], said[1]


MOST_VALUES = len(MUNICIPALITIES) + 5
MOST_COMBINATIONS = 60


class _Choices(HTMLParser):
    """Every GET form of a page with the values its fields can take, and every link with a query."""

    def __init__(self, url: str, page: str) -> None:
        super().__init__()
        self.url, self.found, self.links = url, set[str](), set[str]()
        self.fields: dict[str, list[str | None]] | None = None
        self.action = self.select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "get").lower() == "get":
            self.fields = {}
            self.action = urljoin(self.url, given.get("action", "")).partition("?")[0]
        elif tag == "a" and "?" in given.get("href", ""):
            self.links.add(urljoin(self.url, given["href"]).partition("#")[0])
            self.found |= self.links
        elif self.fields is not None:
            if tag == "select":
                self.select = given.get("name", "")
                self.fields[self.select] = ["", "777777", "nonsense"]
            elif tag == "option" and self.select:
                self.fields[self.select].append(given.get("value", ""))
            elif tag == "input" and given.get("name"):
                # A box is ticked or not sent at all; None leaves it out.
                boxes = [None] if given.get("type") == "checkbox" else []
                self.fields[given["name"]] = [*boxes, given.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        elif tag == "form" and self.fields is not None:
            names = list(self.fields)
            values = [_some(self.fields[name]) for name in names]
            for combination in _combinations(names, values):
                sent = [one for one in zip(names, combination, strict=True) if one[1] is not None]
                self.found.add(f"{self.action}?{urlencode(sent)}")
            self.fields = None


def _combinations(names: list[str], values: list[list[str | None]]) -> Iterator[tuple[str | None, ...]]:
    """Yield every combination; of a form with more than can be tried, each value of each field with each municipality.

    A form that knows no municipality (the log's) is tried by each pair of its fields.
    """
    if prod(len(one) for one in values) <= MOST_COMBINATIONS:
        yield from product(*values)
        return
    usual = [one[0] for one in values]
    places = {at for at, name in enumerate(names) if "municipality" in name}
    for first, second in combinations(range(len(values)), 2):
        if places and not places & {first, second}:
            continue
        for one, other in product(values[first], values[second]):
            yield tuple(
                one if at == first else other if at == second else value for at, value in enumerate(usual)
            )


def _some(values: list[str | None]) -> list[str | None]:
    """Return the values once each; of a long list (colleagues) the ends, of a short one (municipalities) all."""
    once = list(dict.fromkeys(values))
    return once if len(once) <= MOST_VALUES else [*once[: MOST_VALUES - 2], *once[-2:]]


def asked_of(world: World) -> list[tuple[str, str]]:
    """Return every route of the staff's rooms with the family's ids and nobody's: (name, address)."""
    found: dict[tuple[str, str], None] = {}
    for row in TABLE:
        if row.space and not row.space.startswith(
            "api"
        ):  # another system comes with a key, not with a session
            for ids in world.things if row.thing else ({},):
                found[row.name, _address(row.name, row.thing, ids)] = None
    return [(name, url) for name, url in found if url.startswith(_ROOMS)]


def _address(name: str, thing: str, ids: Mapping[str, UUID | None]) -> str:
    """Return the route's address with the family's id, or for things that are nobody's (a duty, a letter) any id."""
    for parts in ([ids.get(thing) or NOBODY], [1]) if thing else ([],):
        with suppress(NoReverseMatch):
            return reverse(name, args=parts)
    return reverse(name, args=["nobodys"])  # the secret of a link


def answers(world: World, actor: Actor | None, *, deep: int = 2) -> dict[str, str]:
    """Return all a duty is answered: each route got and posted to, each filter in each combination, each search.

    Links with a query are followed `deep` times. What must differ between two requests is written alike.
    """
    client = client_of(actor) if actor else Client()
    said: dict[str, str] = {}
    todo = [(url, 0) for _name, url in asked_of(world)]
    for url, depth in todo:
        if f"GET {url}" in said:
            continue
        got = client.get(url)
        said[f"GET {url}"] = _alike(got)
        if depth < deep and got.status_code == 200 and _is_page(got):
            choices = _Choices(url, got.content.decode())
            # What a form can choose is tried where it is met first; further on only the links are followed.
            more = sorted(choices.found if depth == 0 else choices.links)
            todo += [(one, depth + 1) for one in more if urlsplit(one).path.startswith(_ROOMS)]
    for _name, url in asked_of(world):
        said[f"POST {url}"] = _alike(client.post(url))
    if actor is not None and actor.sees_clients:
        for words in ("Rana", "Al-Jabiri", "14.2.1994", "Yasin", "Avoin", "Raisio", "Salakatu", PHONE):
            said[f"FIND {words}"] = _alike(client.post(reverse("desk:find"), {"q": words}))
    return said


VARY = frozenset({"Location", "Content-Length", "Set-Cookie"})
_ROOMS = ("/desk/", "/office/", "/partner/")
_DIFFERENT = (
    (re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"'), "CSRF"),
    (re.compile(r"'?nonce-[A-Za-z0-9+/=_-]+'?|nonce=\"[^\"]+\""), "NONCE"),
    (re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}\.\d{2}(?:\.\d{2})?\b"), "WHEN"),
    (re.compile(r"\bklo.\d{1,2}\.\d{2}"), "WHEN"),
    # a paper's own day of making, and the digest of the file
    (re.compile(r"D:\d{14}[Z+\-0-9']*|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[Z+\-0-9:]*"), "WHEN"),
    (re.compile(r"/ID ?\[[^\]]*\]|[A-Za-z0-9+/]{22}=="), "DIGEST"),
)
_NEW = re.compile(r"/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")


def _is_page(answer: Any) -> bool:
    return str(answer.headers.get("Content-Type", "")).startswith("text/html")


def _alike(answer: Any) -> str:
    """Return status, headers and page, with what is random in each answer left out."""
    headers = sorted(f"{name}: {value}" for name, value in answer.headers.items() if name not in VARY)
    where = _NEW.sub("/ID/", answer.headers.get("Location", ""))
    text = f"{answer.status_code} {where}\n" + "\n".join(headers) + "\n\n"
    text += answer.content.decode() if _is_page(answer) else answer.content.decode("latin-1")
    number = getattr(answer, "context", None) and answer.context.get("number")
    if number:
        text = text.replace(str(number), "NUMBER")
    for pattern, word in _DIFFERENT:
        text = pattern.sub(word, text)
    return text


def differences(one: dict[str, str], other: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Return what was asked and answered differently, with the first parts that differ."""
    found = {}
    for asked in sorted(one.keys() | other.keys()):
        first, second = one.get(asked, "not asked"), other.get(asked, "not asked")
        if first != second:
            pairs = zip(re.split(r"(?<=>)", first), re.split(r"(?<=>)", second), strict=False)
            found[asked] = [(a, b) for a, b in pairs if a != b][:2]
    return found

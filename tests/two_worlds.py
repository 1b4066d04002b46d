"""Two worlds that differ only in where a protected family lives, and everything a duty can be answered in each.

Whoever is answered the same in both, to the last letter, cannot learn the municipality: not from a filter, a group, a
total, nor from the difference of two of them.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import add_staff, grant_duty, save_area, save_organisation
from kotopolku.accounts.queries import area_view
from kotopolku.advice.actions import give_slip, guide_on, log_visit, name_visit
from kotopolku.advice.onward import OnwardEntry
from kotopolku.appointments.actions import add_interpreter, book, order_interpreter
from kotopolku.appointments.entries import BookingEntry, InterpreterEntry, OrderEntry
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ROOMS, Actor, Group, Role, operator
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases.actions import link_contact_to_case, open_case
from kotopolku.cli.postgres import Server
from kotopolku.decisions.actions import deliver_decision
from kotopolku.fees.actions import decide_fee, enter_fee_amount, hear_about_fee, judge_fee
from kotopolku.fees.tests.stories import ENTRY, SUM, for_client, stayed_away
from kotopolku.handovers.actions import make_link
from kotopolku.handovers.codes import SERVICE
from kotopolku.handovers.entries import ReceiverIn
from kotopolku.handovers.tests.stories import a_packet, sent, ticked, training_of
from kotopolku.languages.texts import Texts
from kotopolku.letters.models import Letter
from kotopolku.line.actions import take_place
from kotopolku.line.entries import TicketEntry
from kotopolku.people.actions import form_household, set_non_disclosure
from kotopolku.people.entries import ContactEntry, Names
from kotopolku.plans.tests.stories import opened, registered
from tests.cast import TODAY
from tests.database import copied_database, pointed_at
from tests.desk import Matter, accepted, contact_at
from tests.everything import LEFT

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
    missed: UUID
    rows: dict[str, list[str]]
    workers: dict[str, Actor]
    receiver: Actor  # of the packet about the mother
    links: dict[str, str]  # the secret of each link that goes outside, by the route that opens it
    databases: tuple[str, ...] = ()

    @property
    def things(self) -> tuple[dict[str, UUID], ...]:
        """The ids an address may name: the mother's, the child's, and nobody's."""
        nobody: dict[str, UUID] = dict.fromkeys(asdict(self.mother), NOBODY)
        waiting = nobody | {"contact": self.waiting, "appointment": self.missed}
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
        save_organisation(code="receiver", kind="provider", names=Texts.of(fi="Koulu"))
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


def somebody(name: str, role: Role, *, covers: Iterable[str] = MUNICIPALITIES, at: str = "") -> Actor:
    """Sign up a worker of Rusko with a role for some municipalities, who may know of minors and victims too."""
    with acting_as(operator(area_id="raisio"), on=TODAY):
        staff = add_staff(username=name, name="Tuisku Työntekijä", password="a long enough password")
        grant_duty(
            staff_id=staff.pk,
            organisation=at or WORKS_AT.get(role, "rusko"),
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
    _plain_clients(everywhere, places)
    workers = {role.value: somebody(f"{role}-everywhere", role) for role in ROOMS}
    workers |= {f"{role}_elsewhere": somebody(f"{role}-elsewhere", role, covers=["rusko"]) for role in ROOMS}
    receiver = somebody("receiver", Role.TEACHER, at="receiver")
    before = _rows(everywhere)
    home_town = {"controller_id": places["raisio"], "contact_details": REACH}
    mother = accepted(everywhere, names=NAME, birth_date=BORN, **home_town)
    child = registered(
        everywhere,
        on=date(2026, 11, 2),
        names=Names(given_names="Yasin", family_name="Al-Jabiri"),
        birth_date=date(2014, 5, 1),
        **home_town,
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
    mother = replace(
        mother,
        appointment=_called(everywhere, mother),
        packet=_handed_over(everywhere, mother),
        visit=_advised(everywhere, mother),
        ticket=_waits(everywhere),
    )
    links, missed = _links(everywhere, mother), _missed(everywhere, workers["coordinator"], mother)
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
        missed=missed,
        workers=workers,
        receiver=receiver,
        links=links,
        rows={table: sorted(ids - before[table]) for table, ids in after.items() if ids - before[table]},
    )


def _plain_clients(worker: Actor, places: dict[str, int]) -> None:
    """Let two clients live in every municipality, and two contacts wait."""
    for code, place in places.items():
        for number in range(2):
            names = Names(given_names=f"Avoin{number}", family_name=code.capitalize())
            opened(worker, on=date(2026, 8, 3), names=names, controller_id=place)
            contact_at(worker, subject_name=f"Uusi{number} Tulija", municipality_id=place)


def _called(worker: Actor, matter: Matter) -> UUID:
    """Book a telephone call with a client."""
    call = BookingEntry(
        kind="other",
        mode="phone",
        case_id=matter.case,
        starts_at=datetime(2026, 11, 26, 10, tzinfo=HELSINKI),
        workers=(worker.staff_id or 0,),
    )
    with acting_as(worker, on=TODAY):
        return book(entry=call)


def _missed(worker: Actor, coordinator: Actor, matter: Matter) -> UUID:
    """Let a client stay away twice: one fee waits for invoicing, the other is looked into; return the latter's time."""
    booked = TODAY - timedelta(days=29)
    asked = booked + timedelta(days=3)
    with acting_as(coordinator, on=TODAY):
        enter_fee_amount(entry=SUM)
    for hour in (10, 14):
        time = for_client(worker, matter.person, matter.case, booked=booked, hour=hour)
        stayed_away(worker, time, booked=booked)
        with acting_as(worker, on=asked):
            hear_about_fee(
                appointment_id=time.id, way="call", language="ar", answer_by=asked + timedelta(days=14)
            )
        if hour == 10:
            with acting_as(worker, on=TODAY):
                judge_fee(
                    appointment_id=time.id, acceptable_reason=False, unreasonable=False, why="Ei.", version=1
                )
                entry = replace(ENTRY, authority="Viranomainen", address="PL 1, 00101 Helsinki")
                made = decide_fee(appointment_id=time.id, entry=entry, version=2)
                deliver_decision(decision_id=made, way="personal", on=TODAY)
    return time.id


def _handed_over(worker: Actor, matter: Matter) -> UUID:
    """Hand the client over to a school with all that would tell where they live, had they no order."""
    packet = a_packet(
        SERVICE,
        receiver=ReceiverIn(organisation="receiver", role="kouluttaja"),
        measure_id=training_of(worker, matter.plan),
        items=ticked(SERVICE, "names", "home_place", "contact_details", "official_name"),
    )
    return sent(worker, matter.case, packet)


def _advised(worker: Actor, matter: Matter) -> UUID:
    """Log a visit to advice with its slip, guide the visitor on, and join the visit to the client."""
    with acting_as(worker, on=TODAY):
        visit = log_visit(entry=LEFT).pk
        guide_on(visit_id=visit, entry=OnwardEntry(to="other:benefits", way="told"))
        name_visit(person_id=matter.person, code=give_slip(visit_id=visit), consent_how="spoken")
        return visit


def _waits(worker: Actor) -> UUID:
    """Let somebody take a number of the line, which is nobody's."""
    with acting_as(worker, on=TODAY):
        return take_place(area_id="raisio", entry=TicketEntry(office="office", channel="desk")).pk


def _links(worker: Actor, matter: Matter) -> dict[str, str]:
    """Send out the links there are: a packet's to somebody outside, an order's to its interpreter."""
    assert matter.packet is not None
    assert matter.appointment is not None
    with acting_as(worker, on=TODAY):
        packet = make_link(
            packet_id=matter.packet,
            who_for="Liisa",
            email="liisa@toinen.example",
            expires_on=date(2026, 12, 1),
        )
        tulkki = InterpreterEntry(name="Tuula Tulkki", email="tuula@tulkki.example", languages=("ar",))
        asks = OrderEntry(interpreter_id=add_interpreter(entry=tulkki), language="ar")
        order_interpreter(appointment_id=matter.appointment, entry=asks)
        found = re.search(r"/interpreting/([^/\s]+)/", Letter.objects.get(template="interpreter_order").body)
    assert found is not None
    return {"packet_link": packet, "public:interpreting": found[1]}


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
                        f'UPDATE "{table}" SET controller_id = %s WHERE controller_id = %s AND id::text = ANY (%s)',
                        [world.places["naantali"], world.places["raisio"], ids],
                    )
            yield replace(world, databases=(name, twin))

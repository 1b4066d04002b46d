"""The walls as a whole: raw queries with no filter, everybody's duties, and a plain model of who may see what."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kotopolku.accounts.access import actor_for, system_actor
from kotopolku.accounts.models import Duty, DutyMunicipality, Organisation, Staff
from kotopolku.accounts.rights import PARTNERS
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ROOMS, SEE_CLIENTS, SEE_GRANTED, Actor, Group, Role
from kotopolku.audit.catalogue import ABOUT_CLIENT, read, reason_open
from kotopolku.cases.models import Assessment, Case, CaseGrant, Event, SensitiveAnswer
from kotopolku.cases.scopes import ASSESSMENT_TABLES, CASE_TABLES, PERSON_TABLES, READ_BY, SCOPES
from kotopolku.people.models import Barred, ContactDetail, Period, Person
from kotopolku.plans.models import Goal, Plan
from kotopolku.plans.sql import CASE_TABLES as PLAN_CASES
from kotopolku.plans.sql import PLAN_TABLES
from kotopolku.plans.tests.stories import assessed, drafted
from tests.cast import TODAY, worker

NOBODY = [Role.CONTACT_PERSON, Role.ADMINISTRATOR, Role.AUDITOR, Role.COUNTY_WORKER, Role.TEACHER]
AT = {Role.COUNTY_WORKER: "varha"}
_numbers = count(1)


def walled_tables() -> list[str]:
    """Every walled table but the log, which shows everybody what they did themselves."""
    with connection.cursor() as cursor:
        tables = [one.name for one in read(cursor).tables if one.kind == "r"]
    return [name for name in tables if not reason_open(name) and name not in {"log", "log_seen"}]


def rows_in(tables: list[str]) -> dict[str, int]:
    with connection.cursor() as cursor:
        found = {}
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            found[table] = cursor.fetchone()[0]
    return found


@pytest.fixture
def matter(officer: Actor) -> UUID:
    person, case = assessed(officer, on=TODAY)
    drafted(officer, case, on=TODAY, ends_on=TODAY + timedelta(days=300))
    return person


# --- a view whose filter was forgotten


def test_a_query_without_any_filter_shows_a_stranger_and_nobody_nothing(officer, stranger, matter):
    tables = walled_tables()
    with acting_as(officer, on=TODAY):
        assert sum(1 for rows in rows_in(tables).values() if rows) >= 14
    with acting_as(stranger, on=TODAY):
        assert {table for table, rows in rows_in(tables).items() if rows} == set()
    assert {table for table, rows in rows_in(tables).items() if rows} == set()


@pytest.mark.slow
@pytest.mark.parametrize("role", NOBODY)
def test_who_sees_no_clients_sees_none_even_where_the_duty_names_the_municipality(officer, matter, role):
    other = worker(
        username="muu",
        name="Muu Työntekijä",
        at=AT.get(role, "raisio"),
        area="raisio",
        role=role,
        covers=["raisio"],
    )
    with acting_as(other, on=TODAY):
        assert {table for table, rows in rows_in(walled_tables()).items() if rows} == set()


def test_background_work_of_an_area_sees_that_area_alone(officer, stranger, matter):
    with acting_as(system_actor("raisio", on=TODAY), on=TODAY):
        assert Person.objects.count() == 1
    with acting_as(system_actor("forssa", on=TODAY), on=TODAY):
        assert {table for table, rows in rows_in(walled_tables()).items() if rows} == set()


def test_every_row_that_hangs_on_another_shares_its_controller_by_a_key(db):
    # given every table with a controller and something it hangs on
    with connection.cursor() as cursor:
        tables = {t.name: t for t in read(cursor).tables if "controller_id" in t.columns and t.kind == "r"}
        cursor.execute(
            "SELECT c.conrelid::regclass::text, array_agg(a.attname::text) FROM pg_constraint c "
            "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) "
            "WHERE c.contype = 'f' GROUP BY c.oid, c.conrelid"
        )
        keys = {(name.strip('"'), frozenset(columns)) for name, columns in cursor.fetchall()}
    # then; a case alone stays where it was when its person moves
    for name, table in tables.items():
        for column in (one for one in ABOUT_CLIENT if one in table.columns and name != "case"):
            assert (name, frozenset({"controller_id", column})) in keys, (name, column)
            assert (name, frozenset({"guard", column})) in keys, (name, column)


def test_a_pooled_connection_carries_nothing_from_one_actor_to_the_next(own_database):
    from kotopolku.people.actions import register_person
    from kotopolku.people.entries import Names
    from tests.settled import settle

    # given real transactions on one connection
    ids = settle()
    aino, nea = (actor_for(ids[name], on=TODAY) for name in ("aino", "nea"))
    assert aino is not None
    assert nea is not None
    with acting_as(aino, on=TODAY):
        register_person(controller_id=aino.controllers[0], names=Names(given_names="Rana"))
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            backend = cursor.fetchone()

    def seen() -> int:
        return Person.objects.count()

    # when, then
    with acting_as(aino, on=TODAY):
        assert seen() == 1
    assert seen() == 0
    with acting_as(nea, on=TODAY):
        assert seen() == 0

    def fail() -> None:
        with acting_as(aino, on=TODAY):
            assert seen() == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert seen() == 0
    with acting_as(nea, on=TODAY):
        assert seen() == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() == backend


def test_former_states_are_kept_behind_the_same_walls_and_are_nobodys_to_change(officer, stranger, matter):
    # given an assessment that was begun, saved and concluded
    with acting_as(officer, on=TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT state->>'state', by_duty FROM assessment_history ORDER BY id")
        kept = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM plan_history")
        assert cursor.fetchone()[0] >= 2
        cursor.execute("SELECT count(*) FROM duty_history WHERE duty_id = %s", [officer.duty_id])
        assert cursor.fetchone()[0] >= 1
    # then
    assert kept[0] == ("draft", officer.duty_id)
    assert kept[-1] == ("concluded", officer.duty_id)
    with acting_as(stranger, on=TODAY):
        assert rows_in(["assessment_history", "plan_history"]) == {"assessment_history": 0, "plan_history": 0}
    for table in ("assessment_history", "plan_history", "duty_history"):
        for change in (f"UPDATE {table} SET at = now()", f"DELETE FROM {table}"):
            with acting_as(officer, on=TODAY), pytest.raises(ProgrammingError), transaction.atomic():
                connection.cursor().execute(change)


# --- a plain model of who may see, against the database


@dataclass(frozen=True)
class Client:
    """One person of the world: whose register, and what one must be named for to know of them."""

    keys: frozenset[UUID]  # ids of the person, case, assessment and plan
    municipality: str
    area: str
    needs: frozenset[Group]


@dataclass(frozen=True)
class Given:
    """A duty, a grant or a bar as drawn."""

    client: int
    to: str
    scope: str
    first: int
    last: int | None


MUNICIPALITIES = {"raisio": "raisio", "naantali": "raisio", "forssa": "forssa"}
EMPLOYERS = ("raisio", "naantali", "forssa", "varha", "turku")
GUARDS = tuple(map(frozenset, ((), (Group.MINORS,), (Group.TRAFFICKING,), (Group.MINORS, Group.TRAFFICKING))))
OPENED = {**PERSON_TABLES, **CASE_TABLES, **ASSESSMENT_TABLES, **PLAN_CASES, **PLAN_TABLES}
#: Tables at every depth, and the column that tells whose row it is.
TABLES = {
    "person": "id",
    "contact_detail": "person_id",
    "case": "id",
    "event": "case_id",
    "sensitive_answer": "assessment_id",
    "plan": "id",
    "plan_goal": "plan_id",
}
periods = st.tuples(st.integers(-3, 3), st.one_of(st.none(), st.integers(0, 4))).map(
    lambda drawn: (drawn[0], None if drawn[1] is None else drawn[0] + drawn[1])
)

# Most of what is drawn is in force, so that what narrows has something to narrow.
usually_on = st.one_of(st.just((-3, None)), periods)


def valid(first: int, last: int | None, day: int) -> bool:
    return first <= day and (last is None or day <= last)


def may_see(table, client, *, index, role, employer, covers, groups, period, grants, bars, day) -> bool:
    """The rule in plain Python: a valid duty, own or granted, known, not barred."""
    if not valid(*period, day) or not client.needs <= groups:
        return False
    if any(bar[0] == index and valid(*bar[1], day) for bar in bars):
        return False
    if table == "sensitive_answer" and Group.SENSITIVE not in groups:
        return False
    own = role in SEE_CLIENTS and client.municipality in covers
    granted = role in SEE_GRANTED and any(
        grant.client == index
        and grant.to == employer
        and grant.scope in OPENED[table]
        and role in READ_BY[grant.scope]
        and valid(grant.first, grant.last, day)
        for grant in grants
    )
    return own or granted


def day_of(number: int | None) -> date | None:
    return None if number is None else TODAY + timedelta(days=number)


@pytest.fixture
def world(officer, stranger, neighbour) -> list[Client]:
    """Two areas, three municipalities, a client of every guard in each, with rows at every depth."""
    return [
        _client(municipality, area, needs)
        for municipality, area in MUNICIPALITIES.items()
        for needs in GUARDS
    ]


def _client(municipality: str, area: str, needs: frozenset[Group]) -> Client:
    controller = Organisation.objects.get(code=municipality).pk
    marks = {"controller_id": controller}
    person, case = uuid4(), uuid4()
    with acting_as(system_actor(area, on=TODAY), on=TODAY):
        Person.objects.create(
            id=person, area_id=area, given_names="X", sort_key="x",
            birth_date=date(2012, 1, 1) if Group.MINORS in needs else date(1990, 1, 1), **marks,
        )  # fmt: skip
        known = {
            "source": "person",
            "entered_by_name": "x",
            "entered_on": TODAY,
            "person_id": person,
            **marks,
        }
        ContactDetail.objects.create(kind="phone", value="1", **known)
        Case.objects.create(
            id=case, area_id=area, person_id=person, number=f"2026-{next(_numbers):05d}", opened_on=TODAY,
            opened_because="other", **marks,
        )  # fmt: skip
        Event.objects.create(case_id=case, on=TODAY, kind="note", code="note", by_name="x", **marks)
        assessment = Assessment.objects.create(case_id=case, started_on=TODAY, **marks)
        SensitiveAnswer.objects.create(
            assessment=assessment, topic="life_situation", by_name="x", on=TODAY, **marks
        )
        plan = Plan.objects.create(case_id=case, prepared_by_name="x", made_on=TODAY, **marks)
        Goal.objects.create(plan=plan, position=0, code="employment", **marks)
        if Group.TRAFFICKING in needs:
            Period.objects.create(kind="assistance_system", first_day=TODAY, **known)
    keys = frozenset({person, case, assessment.pk, plan.pk})
    return Client(keys=keys, municipality=municipality, area=area, needs=needs)


def _duty(role, employer, covers, groups, period) -> Duty:
    staff = Staff.objects.create(username=f"drawn{next(_numbers)}", name="X")
    duty = Duty.objects.create(
        staff=staff, organisation=Organisation.objects.get(code=employer), area_id="raisio", role=role,
        is_official=role == Role.OFFICER, groups=sorted(groups), purpose="x",
        valid_from=day_of(period[0]), valid_to=day_of(period[1]),
        granted_by="x", reason="x",
    )  # fmt: skip
    for code in covers:
        DutyMunicipality.objects.create(duty=duty, municipality=Organisation.objects.get(code=code))
    return duty


def _grant(client: Client, grant: Given) -> None:
    with acting_as(system_actor(client.area, on=TODAY), on=TODAY):
        case = Case.objects.get(pk__in=client.keys)
        CaseGrant.objects.create(
            controller_id=case.controller_id, case=case, organisation=Organisation.objects.get(code=grant.to),
            scope=grant.scope, first_day=day_of(grant.first), last_day=day_of(grant.last), reason="x",
            rows_until=TODAY if grant.scope == "former_unit" else None,
            granted_by_name="x",
        )  # fmt: skip


def _bar(client: Client, staff_id: int, first: int, last: int | None) -> None:
    with acting_as(system_actor(client.area, on=TODAY), on=TODAY):
        person = Person.objects.get(pk__in=client.keys)
        Barred.objects.create(
            controller_id=person.controller_id, person=person, staff_id=staff_id, reason="kin",
            first_day=day_of(first), last_day=day_of(last), set_by_name="x",
        )  # fmt: skip


def _clients_in(table: str, world: list[Client]) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {TABLES[table]} FROM "{table}"')
        keys = {row[0] for row in cursor.fetchall()}
    return {index for index, client in enumerate(world) if keys & client.keys}


@pytest.mark.slow
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    role=st.sampled_from([*sorted(SEE_GRANTED), *sorted(ROOMS)]),
    employer=st.sampled_from(EMPLOYERS),
    covers=st.one_of(st.just(set(MUNICIPALITIES)), st.sets(st.sampled_from(sorted(MUNICIPALITIES)))),
    groups=st.one_of(st.just(frozenset(Group)), st.sets(st.sampled_from(sorted(Group))).map(frozenset)),
    period=usually_on,
    grants=st.lists(
        st.tuples(st.integers(0, 11), st.sampled_from(EMPLOYERS), st.sampled_from(SCOPES), usually_on),
        max_size=6,
    ),
    bars=st.lists(st.tuples(st.integers(0, 11), usually_on), max_size=3, unique_by=lambda bar: bar[0]),
    day=st.one_of(st.just(0), st.integers(-4, 4)),
)
def test_nothing_crosses(world, role, employer, covers, groups, period, grants, bars, day):
    """Whatever duty, grants and bars are drawn, the database shows exactly what the plain model says."""
    given = [Given(client=c, to=to, scope=scope, first=p[0], last=p[1]) for c, to, scope, p in grants]
    if Role(role) in PARTNERS and period[1] is None:
        period = (period[0], period[0] + 4)  # a partner's duty ends by itself
    with transaction.atomic():
        duty = _duty(role, employer, covers, groups, period)
        for grant in given:
            _grant(world[grant.client], grant)
        for index, (first, last) in bars:
            _bar(world[index], duty.staff_id, first, last)
        actor = Actor(role=Role(role), name="x", duty_id=duty.pk, staff_id=duty.staff_id)
        on = day_of(day)
        with acting_as(actor, on=on):
            seen = {table: _clients_in(table, world) for table in TABLES}
        transaction.set_rollback(True)
    for table, clients in seen.items():
        expected = {
            index
            for index, client in enumerate(world)
            if may_see(
                table, client, index=index, role=Role(role), employer=employer, covers=covers,
                groups=groups, period=period, grants=given, bars=bars, day=day,
            )
        }  # fmt: skip
        assert clients == expected, table

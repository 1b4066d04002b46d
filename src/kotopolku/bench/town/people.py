"""The town's people, cases and what hangs on them; a fixed seed, so that every run has the same town."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import psycopg

from kotopolku.bench.town.copying import copy
from kotopolku.languages.sorting import finnish_key, fold_name, sound_of

ON = date(2026, 11, 24)
SEED = 681_2023
AREA, MUNICIPALITIES, OFFICERS = "bench", 5, 200
OWN_CASES = 100  # open cases of the officer who is measured, in a town of any size
OPEN_SHARE = 0.2  # the rest are closed and kept
FAMILY = (
    "Haddad", "Ali", "Virta", "Salo", "Nguyen", "Ivanova", "Tesfaye", "Kaya", "Popescu", "Hassan", "Warsame", "Ahmadi",
    "Melnyk", "Krasniqi", "Rashid", "Al-Khatib", "Bondar", "Hoxha", "Petrenko", "Osman",
)  # fmt: skip
GIVEN = (
    "Rana", "Omar", "Hodan", "Mahdi", "Oksana", "Arta", "Linh", "Farid", "Amina", "Ilir", "Mariam", "Svitlana",
    "Mohamed", "Muhammad", "Maxamed", "Fatima", "Yusuf", "Leyla", "Dmytro", "Zahra",
)  # fmt: skip
SYLLABLES = ("ba", "de", "gi", "ho", "ju", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wa", "ze")
LANGUAGES = ("ar", "so", "uk", "ru", "fa", "sq", "ckb", "tr")
BATCH = 20_000


@dataclass(slots=True)
class One:
    """One client of the town, with the case."""

    person: UUID
    case: UUID
    controller: int
    given: str
    family: str
    born: date
    opened: date
    closed: date | None
    officer: int
    number: int

    @property
    def protected(self) -> bool:
        """Whether a non-disclosure order stands on the client: one in a hundred."""
        return self.number % 100 == 50


def clients(cases: int) -> Iterator[One]:
    """Return the town's clients, one after another; the first OWN_CASES are open and the first officer's."""
    dice = random.Random(SEED)
    for number in range(cases):
        mine = number < OWN_CASES
        is_open = mine or dice.random() < OPEN_SHARE
        opened = ON - timedelta(days=dice.randrange(20, 900) if is_open else dice.randrange(900, 3000))
        second = "".join(dice.choices(SYLLABLES, k=3)).capitalize()
        yield One(
            person=UUID(int=dice.getrandbits(128), version=4),
            case=UUID(int=dice.getrandbits(128), version=4),
            controller=number % MUNICIPALITIES + 1,
            given=f"{dice.choice(GIVEN)} {second}",
            family=f"{dice.choice(FAMILY)}{dice.choice(('', '', '-' + second))}",
            born=date(dice.randrange(1955, 2006), dice.randrange(1, 13), dice.randrange(1, 29)),
            opened=opened,
            closed=None if is_open else opened + timedelta(days=700),
            officer=1 if mine else 2 + dice.randrange(OFFICERS - 1),
            number=number,
        )


def fill(plain: psycopg.Connection, *, cases: int) -> tuple[list[UUID], list[UUID]]:
    """Copy the clients in; return the cases of the officer who is measured, and some persons of the whole town."""
    own: list[UUID] = []
    some: list[UUID] = []
    batch: list[One] = []
    for one in clients(cases):
        batch.append(one)
        if one.number < OWN_CASES:
            own.append(one.case)
        if one.number % max(1, cases // 100) == 0:
            some.append(one.person)
        if len(batch) == BATCH:
            _copy(plain, batch)
            _copy_cases(plain, batch)
            batch = []
    if batch:
        _copy(plain, batch)
        _copy_cases(plain, batch)
    return own, some


def _copy(plain: psycopg.Connection, batch: list[One]) -> None:
    copy(
        plain, "person",
        ("id", "controller_id", "area_id", "given_names", "family_name", "sort_key", "birth_date", "version",
         "non_disclosure"),
        (
            (x.person, x.controller, AREA, x.given, x.family, finnish_key(f"{x.family} {x.given}"), x.born, 1,
             x.protected)
            for x in batch
        ),
    )  # fmt: skip
    copy(plain, "name_token", ("controller_id", "person_id", "kind", "token", "of_protected"), _tokens(batch))
    copy(
        plain, "person_language",
        ("controller_id", "person_id", "use", "language", "source", "entered_by_name", "entered_on"),
        (
            (x.controller, x.person, use, LANGUAGES[x.number % len(LANGUAGES)], "person", "x", x.opened)
            for x in batch for use in ("mother_tongue", "interpreting")
        ),
    )  # fmt: skip
    copy(
        plain, "residence_status",
        ("controller_id", "person_id", "kind", "granted_on", "legal_basis", "source", "entered_by_name", "entered_on"),
        (
            (x.controller, x.person, "residence_permit", x.opened - timedelta(days=90), "family_tie", "person", "x",
             x.opened)
            for x in batch
        ),
    )  # fmt: skip


def _copy_cases(plain: psycopg.Connection, batch: list[One]) -> None:
    copy(
        plain, "case",
        ("id", "controller_id", "area_id", "person_id", "number", "opened_on", "opened_because", "closed_on",
         "closed_reason", "officer_id", "version"),
        (
            (x.case, x.controller, AREA, x.person, f"{x.opened.year}-{x.number:07d}", x.opened, "other", x.closed,
             "moved_away" if x.closed else "", x.officer, 1)
            for x in batch
        ),
    )  # fmt: skip
    copy(
        plain,
        "clock",
        (
            "controller_id",
            "case_id",
            "rule",
            "code",
            "kind",
            "starts_on",
            "due_on",
            "state",
            "provision",
            "harm",
        ),
        _clocks(batch),
    )
    copy(
        plain, "event", ("controller_id", "case_id", "on", "kind", "code", "params", "text", "by_name"),
        (
            (x.controller, x.case, x.opened + timedelta(days=day), "note", "note", "{}", "Keskustelu asiakkaan kanssa.",
             "x")
            for x in batch for day in (0, 14, 40)
        ),
    )  # fmt: skip
    copy(
        plain, "contact",
        ("id", "controller_id", "area_id", "kind", "subject_name", "received_on", "state", "receipt_code", "version"),
        (
            (UUID(int=x.case.int ^ 1), x.controller, AREA, "tip", x.given, ON - timedelta(days=x.number % 9), "waiting",
             f"b{x.number}", 1)
            for x in batch if x.number % 20 == 0 and x.number < 400
        ),
    )  # fmt: skip


def _tokens(batch: list[One]) -> Iterator[tuple[Any, ...]]:
    for one in batch:
        for kind, words in (("word", fold_name), ("sound", sound_of)):
            for token in dict.fromkeys((*words(one.given), *words(one.family))):
                yield (one.controller, one.person, kind, token, one.protected)


def _clocks(batch: list[One]) -> Iterator[tuple[Any, ...]]:
    for one in batch:
        if one.closed is not None:
            continue
        ends = one.opened - timedelta(days=90) + timedelta(days=3 * 365)
        yield (
            one.controller,
            one.case,
            "KOTOL-14-0",
            "window_last_day",
            "law",
            one.opened,
            ends,
            "running",
            "KotoL 14.1",
            1,
        )
        due = ON + timedelta(days=one.number * 7 % 120 - 12)  # a tenth is late
        yield (one.controller, one.case, "", "assessment_start", "target", one.opened, due, "running", "", 6)

"""The table role × thing × what is what the program does: every action's roles, every page's answers, the document."""

import importlib
import pkgutil
from collections import Counter

import pytest

import kotopolku
from kotopolku.audit.action import REGISTER, ActionInfo
from kotopolku.audit.actor import ROOMS, SEE_CLIENTS, Role
from kotopolku.web.route_table import TABLE as ROUTES
from tests.rights.table import DOCUMENT, TABLE, rendered
from tests.rights.words import DECIDE, READ

# The demo plays its people by actions of its own; commands and measurements have none.
ELSEWHERE = ("kotopolku.demo", "kotopolku.cli", "kotopolku.bench", "kotopolku.wsgi")
CLIENTS = {"clients and their facts", "cases", "assessments", "plans", "contacts (9 §, own requests, tips)"}


@pytest.fixture(scope="module")
def actions() -> dict[str, ActionInfo]:
    """Every action of the program by its name."""
    for module in pkgutil.walk_packages(kotopolku.__path__, "kotopolku."):
        if not module.name.startswith(ELSEWHERE) and not {"tests", "migrations"} & set(
            module.name.split(".")
        ):
            importlib.import_module(module.name)
    ours = {
        key: info for key, info in REGISTER.items() if not key.startswith(ELSEWHERE) and ".tests." not in key
    }
    found = {info.name: info for info in ours.values()}
    assert len(found) == len(ours)
    return found


def test_every_action_has_its_place_in_the_table_once(actions):
    named = Counter(name for right in TABLE for name in right.actions.split())
    assert [name for name, times in named.items() if times > 1] == []
    missing, gone = set(actions) - set(named), set(named) - set(actions)
    assert missing == set(), "give each a row in tests/rights/, then run: python -m tests.rights"
    assert gone == set()


def test_the_roles_of_every_action_are_those_of_the_table(actions):
    wrong = {}
    for right in TABLE:
        for name in right.actions.split():
            allowed = actions[name].roles
            if allowed != right.roles | right.beside:
                wrong[name] = (sorted(allowed), sorted(right.roles | right.beside))
    assert wrong == {}


def test_what_is_decided_asks_for_a_public_official_and_nothing_else_does(actions):
    official = {name for name, info in actions.items() if info.official}
    decided = {name for right in TABLE if right.what == DECIDE for name in right.actions.split()}
    assert official == decided
    assert official


def test_every_page_of_the_table_answers_the_roles_of_its_row_and_no_others():
    rows = {row.name: row for row in ROUTES}
    wrong = {}
    for right in TABLE:
        for page in right.pages.split():
            shown = {role for role in ROOMS if rows[page].answers[role][0] != 404}
            if shown != right.roles:
                wrong[page] = (sorted(shown), sorted(right.roles))
    assert wrong == {}


def test_nobody_reads_clients_whom_the_database_lets_see_none():
    for right in TABLE:
        if right.thing in CLIENTS:
            assert right.roles <= SEE_CLIENTS, right
            if right.what == READ:
                assert right.roles == SEE_CLIENTS - {Role.SYSTEM}


def test_the_document_says_what_the_table_says():
    assert DOCUMENT.read_text(encoding="utf-8") == rendered(), "run: python -m tests.rights"

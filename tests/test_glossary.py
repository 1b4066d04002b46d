"""The glossary is held against the code: every table and every role has its one word in Finnish and Swedish."""

import csv
import re

import pytest
from django.apps import apps

from kotopolku.audit.actor import Role
from tests.database import ROOT


def words():
    with (ROOT / "docs" / "glossary.csv").open(encoding="utf-8", newline="") as file:
        return {row[0]: row for row in list(csv.reader(file))[1:]}


def snake(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


TABLES = [
    snake(model.__name__)
    for app in apps.get_app_configs()
    if app.name.startswith("kotopolku")
    for model in app.get_models()
]


@pytest.mark.parametrize("word", [*TABLES, *Role])
def test_every_table_and_role_has_its_word(word):
    row = words()[str(word)]
    assert row[1]
    assert row[2]

"""The glossary names every thing of the program once, in Finnish and Swedish, and nothing that does not exist."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps

from kotopolku.audit.actor import Role
from kotopolku.law.register import questions

GLOSSARY = Path(__file__).resolve().parents[1] / "docs" / "glossary.csv"
COLUMNS = ["code word", "Finnish", "Swedish", "provision", "note"]
# Words the Act, its decrees and their Swedish texts fix; no page and no name may use others.
FIXED = {
    "kotoutumisohjelma": "integrationsprogram",
    "kotoutuja-asiakas": "integrationskund",
    "osaamisen ja kotoutumisen palvelutarpeen arviointi": "bedömning av kompetens och behovet av integrationstjänster",
    "alkuhaastattelu": "inledande intervju",
    "kotoutumissuunnitelma": "integrationsplan",
    "monikielinen yhteiskuntaorientaatio": "flerspråkig samhällsorientering",
    "kotoutumiskoulutus": "integrationsutbildning",
    "ohjaus ja neuvonta": "vägledning och rådgivning",
    "työvoimaviranomainen": "arbetskraftsmyndighet",
    "hyvinvointialue": "välfärdsområde",
    "kuntapaikka": "kommunplats",
}

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def things() -> dict[str, str]:
    """Every thing that must be in the glossary: its code word and how its note begins."""
    models = {
        snake_case(model.__name__): f"model of {config.name.removeprefix('kotopolku.')}"
        for config in apps.get_app_configs()
        if config.name.startswith("kotopolku.")
        for model in config.get_models()
        if ".tests." not in model.__module__  # a test may make a model of its own
    }
    asked = {question.name: f"question ({question.type})" for question in questions()}
    return models | asked | {role.value: "role" for role in Role}


def test_everything_has_exactly_one_row(rows: list[Row]) -> None:
    count = Counter(row["code word"] for row in rows)

    assert {name for name in things() if count[name] == 0} == set(), "write these into docs/glossary.csv"
    assert {name for name, times in count.items() if times > 1} == set()


def test_no_row_is_for_something_that_does_not_exist(rows: list[Row]) -> None:
    known = things()

    strange = {row["code word"] for row in rows if row["code word"] not in known and row["note"] != "term"}

    assert strange == set(), "take these out of docs/glossary.csv, or mark them as a term"


def test_every_row_says_what_it_is_in_finnish_and_swedish(rows: list[Row]) -> None:
    known = things()

    assert list(rows[0]) == COLUMNS
    for row in rows:
        assert all(row[column].strip() == row[column] for column in COLUMNS), row["code word"]
        assert row["Finnish"], row["code word"]
        assert row["Swedish"], row["code word"]
        assert row["note"].startswith(known.get(row["code word"], "term")), row["code word"]


def test_a_question_stands_where_its_first_rule_stands(rows: list[Row]) -> None:
    written = {row["code word"]: row["provision"] for row in rows}

    assert {question.name: written.get(question.name) for question in questions()} == {
        question.name: str(question.rules[0].provision) for question in questions()
    }


def test_the_words_the_act_fixes_are_there_and_marked(rows: list[Row]) -> None:
    terms = {row["Finnish"]: row["Swedish"] for row in rows if re.search(r"\bterm\b", row["note"])}

    assert terms == FIXED

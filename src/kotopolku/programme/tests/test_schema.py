"""The published schema and the records say the same, so that neither can drift."""

import dataclasses

import pytest
from jsonschema import Draft202012Validator

from kotopolku.languages.codes import UI_LANGUAGES
from kotopolku.programme import entries
from kotopolku.programme.check_schema import schema
from kotopolku.services import entries as catalogue

PAIRS = {
    "area": entries.Area,
    "document": entries.Document,
    "chapter": entries.Chapter,
    "municipality": entries.Municipality,
    "organisation": entries.Organisation,
    "contact": entries.Contact,
    "recipient": entries.Recipient,
    "deviation": entries.Deviation,
    "follow_up": entries.FollowUp,
    "communication": entries.Communication,
    "own_rule": entries.OwnRule,
    "approval": entries.Approval,
    "confirm": entries.Confirm,
    "place": catalogue.Place,
    "opening": catalogue.Opening,
    "service": catalogue.Service,
    "other_service": catalogue.OtherService,
    "basis": catalogue.Basis,
    "ground": catalogue.Ground,
    "rung": catalogue.Rung,
}


@pytest.mark.parametrize(("name", "record"), PAIRS.items())
def test_a_record_has_the_fields_of_the_schema_and_asks_for_the_same(name, record):
    described = schema()["$defs"][name]
    fields = dataclasses.fields(record)

    assert set(described["properties"]) == {field.name for field in fields}
    assert set(described["required"]) == {
        field.name
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }


def test_the_whole_has_every_list_and_only_the_texts_beside_it():
    assert set(schema()["properties"]) == {field.name for field in dataclasses.fields(entries.Programme)} - {
        "texts"
    }


def test_every_object_refuses_unknown_names_and_every_field_says_what_it_means():
    for name, part in schema()["$defs"].items():
        if part["type"] == "object":
            assert part["additionalProperties"] is False, name
            for field, inner in part["properties"].items():
                described = (
                    inner.get("description") or schema()["$defs"][inner["$ref"].split("/")[-1]]["description"]
                )
                assert described, (name, field)


def test_the_schema_is_itself_valid_and_knows_the_fifteen_languages():
    Draft202012Validator.check_schema(schema())

    assert set(schema()["$defs"]["language"]["enum"]) == {language.code for language in UI_LANGUAGES}

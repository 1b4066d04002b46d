"""Records and plain values: nothing is lost, nothing superfluous is written."""

from datetime import date

import pytest

from kotopolku.programme.entries import Contact, OwnRule
from kotopolku.services.entries import Ground, Opening, Place, Rung
from kotopolku.services.records import build, jsonable, plain

PLACE = Place(
    id="desk",
    kind="office",
    municipality="raisio",
    name={"sv": "b", "fi": "a"},
    opening=(Opening(access="phone", days=("mon",), opens="09:00", closes="10:00"),),
)


def test_a_record_comes_back_equal_from_plain_values_and_from_json():
    assert build(Place, plain(PLACE)) == PLACE
    assert build(Place, jsonable(plain(PLACE))) == PLACE


def test_defaults_are_left_out_and_names_are_sorted():
    assert list(plain(PLACE)) == ["id", "kind", "municipality", "name", "opening"]
    assert list(plain(PLACE)["name"]) == ["fi", "sv"]
    assert plain(Rung(arrangement="own")) == {"arrangement": "own"}
    assert plain(Ground(code="x", named=False)) == {"code": "x", "named": False}


def test_days_stay_days_in_plain_values_and_become_text_in_json():
    contact = Contact(id="a", organisation="b", role={"fi": "c"}, valid_from=date(2025, 1, 1))

    assert plain(contact)["valid_from"] == date(2025, 1, 1)
    assert jsonable(plain(contact))["valid_from"] == "2025-01-01"
    assert build(Contact, jsonable(plain(contact))) == contact


@pytest.mark.parametrize("value", [14, True, "text"])
def test_a_value_of_several_kinds_keeps_its_kind(value):
    rule = OwnRule(id="a", kind="rule", unit="days", value=value)

    assert build(OwnRule, plain(rule)).value is value


def test_a_day_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="day"):
        build(Contact, {"id": "a", "organisation": "b", "role": {"fi": "c"}, "valid_from": "2025-02-30"})

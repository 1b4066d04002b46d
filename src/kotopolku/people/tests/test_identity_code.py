"""A code of any century sign passes; one changed character does not, and the sentence says what is wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotopolku.people.identity_code import (
    CENTURIES,
    CHECK_CHARACTERS,
    NotIdentityCode,
    birth_date,
    check_character,
    read,
)


@st.composite
def codes(draw):
    sign = draw(st.sampled_from(sorted(CENTURIES)))
    first = date(CENTURIES[sign], 1, 1)
    born = draw(st.dates(min_value=first, max_value=date(first.year + 99, 12, 31)))
    number = f"{draw(st.integers(min_value=900, max_value=999)):03d}"
    day_part = born.strftime("%d%m%y")
    return f"{day_part}{sign}{number}{check_character(day_part, number)}", born


@given(codes())
def test_a_valid_code_of_every_century_sign_passes_and_keeps_all_its_characters(made):
    code, born = made
    assert read(code) == code
    assert read(f" {code.lower()} ") == code
    assert birth_date(code) == born


@pytest.mark.slow
@given(codes(), st.integers(min_value=0, max_value=10), st.data())
def test_one_changed_character_fails_unless_it_is_the_century_sign(made, place, data):
    code, _born = made
    letters = CHECK_CHARACTERS if place == 10 else "0123456789"
    if place == 6:
        return
    other = data.draw(st.sampled_from([one for one in letters if one != code[place]]))
    with pytest.raises(NotIdentityCode):
        read(code[:place] + other + code[place + 1 :])


@pytest.mark.slow
@given(codes(), st.sampled_from("GHIJKLMNOPQRSTZ*0 Åä"))
def test_another_sign_than_a_century_sign_fails(made, sign):
    code, _born = made
    with pytest.raises(NotIdentityCode) as fault:
        read(code[:6] + sign + code[7:])
    assert sign.upper() in str(fault.value.message)


@pytest.mark.parametrize("code", ["010594Y9032", "020594X903P", "010516B903X"])
def test_published_codes_with_the_signs_of_2023_pass(code):
    assert read(code) == code


def test_codes_that_differ_by_the_sign_alone_are_two_codes():
    assert read("010594Y9032") != read("010594-9032")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("010594Y903", "10"),
        ("310294-9011", "31.02.1994"),
        ("01o594-9032", "01O594"),
        ("010594-0012", "001"),
        ("010594-9033", ""),
    ],
)
def test_the_sentence_names_the_part_that_is_wrong(code, told):
    with pytest.raises(NotIdentityCode) as fault:
        read(code)
    assert told in str(fault.value.message)

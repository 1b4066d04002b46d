"""Whatever is typed, the check answers with problems and never falls over."""

import copy
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kotopolku.programme.check import check
from kotopolku.programme.files import FACTS, Folder, render, render_facts
from kotopolku.programme.tests.samples import facts, raisio

FILES = raisio().files
FACTS_OF_RAISIO = facts()
EXAMPLES = 15  # each checks the whole programme; other ones at every run, so what is rare is found in time
LETTERS = "abcdefghijklmnopqrstuvwxyz_-{}0 åäö"
ODD_VALUES = [None, "", "x", 0, -1, 1.5, True, [], {}, [1], {"fi": ""}, "2025-02-30", "{name}", "a" * 300]


def containers(value, found):
    if isinstance(value, dict):
        found.append(value)
        for inner in value.values():
            containers(inner, found)
    elif isinstance(value, list):
        for inner in value:
            containers(inner, found)
    return found


def spoil(dice):
    """The facts with one key mistyped, taken away, or given an odd value."""
    spoilt = copy.deepcopy(FACTS_OF_RAISIO)
    target = dice.choice([each for each in containers(spoilt, []) if each])
    key = dice.choice(sorted(target))
    how = dice.choice(["mistype", "drop", "odd"])
    value = target.pop(key)
    if how == "mistype":
        place = dice.randrange(len(key) + 1)
        target[key[:place] + dice.choice(LETTERS) + key[place + dice.randrange(2) :]] = value
    elif how == "odd":
        odd = dice.choice([each for each in ODD_VALUES if each is not None])
        target[key] = odd
    return spoilt


@pytest.mark.slow
@given(seed=st.integers(0, 2**32))
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_typo_in_any_key_or_value_is_told_or_harmless(seed):
    data = render_facts(spoil(random.Random(seed)))

    found = check(Folder({**FILES, FACTS: data}))

    assert all(
        "{" not in each.message.format(**each.params).replace("{name}", "") or each.params
        for each in found.problems
    )
    assert all(each.english() for each in found.problems)
    if not found.errors:
        # What is accepted is a programme that keeps every byte of what was written.
        assert found.programme is not None
        assert render(found.programme).files[FACTS] == data


@pytest.mark.slow
@given(data=st.binary(max_size=200), place=st.integers(0, 10_000))
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_bytes_in_any_file_are_answered(data, place):
    path = sorted(FILES)[place % len(FILES)]

    found = check(Folder({**FILES, path: data}))

    assert found.errors
    assert all(each.english() for each in found.problems)

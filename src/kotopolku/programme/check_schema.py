"""Turning what the JSON Schema refuses into a field, a sentence and a remedy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from kotopolku.programme.files import FACTS
from kotopolku.programme.problem import ERROR, N_, Problem
from kotopolku.services.records import jsonable


@cache
def schema() -> dict[str, Any]:
    """Return the published JSON Schema of ``programme.toml``."""
    source = files("kotopolku.programme").joinpath("schema/programme.schema.json")
    found: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return found


def schema_problems(facts: Mapping[str, Any]) -> list[Problem]:
    """Return every way in which the facts do not fit the schema, in the order of the fields."""
    document = jsonable(facts)
    found = [
        problem
        for error in _validator().iter_errors(document)
        for problem in _explain(error, field_name(document, error.absolute_path))
    ]
    return sorted(found, key=lambda each: (each.field, each.code))


def field_name(document: Any, path: Iterable[str | int]) -> str:
    """Return a path as people read it: entries of a list by their id where they have one.

    ``services[assessment].ladder[0].arrangement``
    """
    name, here = "", document
    for step in path:
        here = here[step]
        if isinstance(step, int):
            name += f"[{entry_label(here, step)}]"
        else:
            name += f".{step}" if name else step
    return name


def entry_label(entry: Any, position: int) -> str:
    """Return what tells an entry of a list from the others: its id, its municipality, or its place."""
    if isinstance(entry, Mapping):
        for key in ("id", "municipality"):
            if isinstance(entry.get(key), str):
                return str(entry[key])
    return str(position)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word a typo most likely meant."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _explain(error: Any, field: str) -> Iterator[Problem]:
    # The library types every part of an error as maybe unset; errors of a validator have them all.
    if error.validator == "additionalProperties":
        yield from _unknown_names(error, field)
    elif error.validator == "required":
        yield from _missing_names(error, field)
    elif error.validator in {"enum", "const"}:
        yield _not_in_list(error, field)
    else:
        yield _other(error, field)


def _unknown_names(error: Any, field: str) -> Iterator[Problem]:
    known = error.schema["properties"]
    for name in sorted(set(error.instance) - set(known)):
        meant = nearest(name, [each for each in known if each not in error.instance])
        remedy = N_("Did you mean '{meant}'?") if meant else N_("Remove it. Known names here: {known}.")
        yield _problem(
            "unknown_name",
            _join(field, name),
            N_("The name '{name}' is not known here."),
            remedy,
            name=name,
            meant=meant or "",
            known=", ".join(sorted(known)),
        )


def _missing_names(error: Any, field: str) -> Iterator[Problem]:
    for name in error.validator_value:
        if name not in error.instance:
            known = error.schema["properties"].get(name, {})
            yield _problem(
                "missing_name",
                _join(field, name),
                N_("'{name}' is missing."),
                N_("Add it. {meaning}"),
                name=name,
                meaning=_meaning(known),
            )


def _not_in_list(error: Any, field: str) -> Problem:
    allowed = [error.validator_value] if error.validator == "const" else list(error.validator_value)
    words = [str(each) for each in allowed]
    meant = nearest(str(error.instance), words)
    remedy = N_("Did you mean '{meant}'?") if meant else N_("Use one of: {allowed}.")
    return _problem(
        "not_in_list",
        field,
        N_("'{value}' is not an allowed value."),
        remedy,
        value=_short(error.instance),
        meant=meant or "",
        allowed=", ".join(words),
    )


def _other(error: Any, field: str) -> Problem:
    value = _short(error.instance)
    meaning = _meaning(error.schema)
    rule = error.validator_value
    kind = error.validator
    if kind == "type":
        wanted = " / ".join(rule) if isinstance(rule, list) else str(rule)
        message, remedy = (
            N_("{value} is not of the right kind."),
            N_("Write a value of the kind '{wanted}'. {meaning}"),
        )
    elif kind == "format":
        wanted = str(rule)
        message, remedy = N_("{value} is not a day."), N_("Write the day as 2025-01-31. {meaning}")
    elif kind == "pattern":
        wanted = str(rule)
        message, remedy = N_("{value} is not in the right form."), N_("Write it in this form: {meaning}")
    elif kind in {"minItems", "minLength", "minProperties"}:
        wanted = str(rule)
        message, remedy = N_("It is empty or too short."), N_("Give at least {wanted}. {meaning}")
    elif kind == "contains":
        wanted = str(rule.get("const", ""))
        message, remedy = N_("Something that must be there is missing."), N_("Add '{wanted}'. {meaning}")
    elif kind == "uniqueItems":
        wanted = ""
        message, remedy = N_("The same entry is there twice."), N_("Remove one of them.")
    else:
        wanted = str(rule)
        message, remedy = N_("{value} is outside the limits."), N_("The limit is {wanted}. {meaning}")
    return _problem(f"wrong_{kind}", field, message, remedy, value=value, wanted=wanted, meaning=meaning)


def _meaning(part: Mapping[str, Any]) -> str:
    own = str(part.get("description", ""))
    target = str(part.get("$ref", "")).rpartition("/")[2]
    shared = str(schema()["$defs"].get(target, {}).get("description", ""))
    return " ".join(each for each in (own, shared) if each)


def _problem(code: str, field: str, message: str, remedy: str, **params: str) -> Problem:
    return Problem(ERROR, code, FACTS, field, message, remedy, params)


def _join(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _short(value: Any) -> str:
    text = (
        str(value)
        if not isinstance(value, Sequence) or isinstance(value, str)
        else json.dumps(value, default=str)
    )
    return text if len(text) <= 60 else f"{text[:57]}..."

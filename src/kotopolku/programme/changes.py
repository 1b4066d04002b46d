"""What would change (muutokset): two programmes compared field by field, for the preview before loading."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kotopolku.languages.texts import Text, Texts
from kotopolku.programme.check_schema import entry_label
from kotopolku.programme.entries import Programme
from kotopolku.programme.files import FACTS, facts_of, text_path
from kotopolku.services.records import jsonable

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``kind`` added, changed or removed; ``before`` and ``after`` as short text, or None."""

    kind: str
    file: str
    field: str
    before: str | None
    after: str | None

    def english(self) -> str:
        """Return the change as one line."""
        place = f"{self.file}: {self.field}" if self.field else self.file
        sign = {ADDED: "+", CHANGED: "~", REMOVED: "-"}[self.kind]
        if self.kind == CHANGED:
            return f"{sign} {place}: {self.before} -> {self.after}"
        return f"{sign} {place}"


def changes(before: Programme | None, after: Programme) -> tuple[Change, ...]:
    """Return what differs, facts first, then texts; everything is added when there was no programme."""
    old = jsonable(facts_of(before)) if before else {}
    facts = _compare("", old, jsonable(facts_of(after)))
    return (*facts, *_texts(before.texts if before else {}, after.texts))


def _compare(name: str, old: Any, new: Any) -> Iterator[Change]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in sorted({*old, *new}):
            inner = f"{name}.{key}" if name else key
            yield from _compare(inner, old.get(key, _NOTHING), new.get(key, _NOTHING))
    elif _entries(old) and _entries(new):
        yield from _compare_lists(name, _labelled(old), _labelled(new))
    elif old is _NOTHING:
        yield Change(ADDED, FACTS, name, None, _short(new))
    elif new is _NOTHING:
        yield Change(REMOVED, FACTS, name, _short(old), None)
    elif old != new:
        yield Change(CHANGED, FACTS, name, _short(old), _short(new))


def _compare_lists(name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    for label in [*old, *(each for each in new if each not in old)]:
        yield from _compare(f"{name}[{label}]", old.get(label, _NOTHING), new.get(label, _NOTHING))
    kept_before = [each for each in old if each in new]
    kept_after = [each for each in new if each in old]
    if kept_before != kept_after:
        yield Change(CHANGED, FACTS, f"{name} (order)", ", ".join(kept_before), ", ".join(kept_after))


def _entries(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, Mapping) for each in value) and bool(value)


def _labelled(entries: list[Any]) -> dict[str, Any]:
    labels = [entry_label(entry, position) for position, entry in enumerate(entries)]
    doubled = {label for label, times in Counter(labels).items() if times > 1}
    return {
        f"{label}/{position}" if label in doubled else label: entry
        for position, (label, entry) in enumerate(zip(labels, entries, strict=True))
    }


def _texts(before: Mapping[str, Texts], after: Mapping[str, Texts]) -> Iterator[Change]:
    old = {(key, code): text for key, texts in before.items() for code, text in texts.entries}
    new = {(key, code): text for key, texts in after.items() for code, text in texts.entries}
    for key in sorted({*old, *new}):
        path = text_path(*key)
        first, then = old.get(key), new.get(key)
        if first is None and then is not None:
            yield Change(ADDED, path, "", None, _short(then.text))
        elif then is None and first is not None:
            yield Change(REMOVED, path, "", _short(first.text), None)
        elif first and then and first != then:
            yield from _text(path, first, then)


def _text(path: str, first: Text, then: Text) -> Iterator[Change]:
    for field, old, new in (
        ("", first.text, then.text),
        ("status", first.status, then.status),
        ("of", first.of or "", then.of or ""),
    ):
        if old != new:
            yield Change(CHANGED, path, field, _short(old), _short(new))


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= 70 else f"{text[:67]}..."

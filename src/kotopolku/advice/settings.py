"""What an area has decided about its advice: topics in their order and the keys of the log, from the programme."""

from collections.abc import Mapping
from dataclasses import dataclass

from kotopolku.languages.texts import Texts

NO_PICTURE = "speech"
"""The drawing of a topic for which the programme names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic of advice (neuvonnan aihe). `hint` says in a few words what belongs to it, `icon` is its picture."""

    id: str
    name: Texts
    hint: Texts
    icon: str = NO_PICTURE


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceSettings:
    """Topics by id in the order of the programme, and the letter of each municipality's code ("raisio": "R")."""

    topics: tuple[Topic, ...] = ()
    keys: Mapping[str, str]

    def topic(self, id_: str) -> Topic | None:
        """Return the topic; None for one the programme no longer has."""
        return next((one for one in self.topics if one.id == id_), None)


def read(stored: Mapping[str, object]) -> AdviceSettings:
    """Return the typed settings of what `write` made; empty ones of nothing."""
    topics = stored.get("topics", [])
    keys = stored.get("keys", {})
    if not isinstance(topics, list) or not isinstance(keys, Mapping):
        raise TypeError("advice settings: topics is a list and keys a mapping")
    return AdviceSettings(
        topics=tuple(
            Topic(
                id=one["id"],
                name=Texts.of(**one["name"]),
                hint=Texts.of(**one["hint"]),
                icon=one.get("icon", NO_PICTURE),
            )
            for one in topics
        ),
        keys={str(code): str(key) for code, key in keys.items()},
    )


def write(
    *,
    topics: tuple[tuple[str, Mapping[str, str], Mapping[str, str]], ...],
    keys: Mapping[str, str],
    icons: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Return the form kept in the database; a topic is its id, its names and its hints by language."""
    drawn = icons or {}
    return {
        "topics": [
            {"id": id_, "name": dict(name), "hint": dict(hint), "icon": drawn.get(id_, NO_PICTURE)}
            for id_, name, hint in topics
        ],
        "keys": dict(keys),
    }

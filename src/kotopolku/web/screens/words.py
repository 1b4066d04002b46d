"""Pictures of the topics, and the button that plays what a worker has spoken."""

from dataclasses import dataclass

from kotopolku.web.parts.saying import Said

TOPIC_ICONS = {
    "permit": "document",
    "registration": "person",
    "benefits": "euro",
    "letters": "envelope",
    "e-services": "globe",
    "housing": "home",
    "health": "hand-heart",
    "family": "baby",
    "work": "briefcase",
    "study": "book",
    "tax": "bars",
    "money": "euro",
    "leisure": "people",
    "safety": "warning",
    "discrimination": "law",
    "transport": "arrows",
    "interpreting": "interpret",
    "bereavement": "sun",
    "other": "ask",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A button that plays what a worker has spoken, with its word in the language it is spoken in."""

    url: str
    said: Said

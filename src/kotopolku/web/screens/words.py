"""The button that plays what a worker has spoken."""

from dataclasses import dataclass

from kotopolku.web.parts.saying import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A button that plays what a worker has spoken, with its word in the language it is spoken in."""

    url: str
    said: Said

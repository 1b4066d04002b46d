"""What actions take beside single values: where, how and in which language an assessment is held."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The frame of an assessment; every part may be missing until it is concluded.

    channel, interpreter_kind and child_opinion_reason are codes of `codes`; language is an ISO 639 code.
    """

    held_on: date | None = None
    channel: str = ""
    weighty_reason: str = ""
    language: str = ""
    interpreter: bool = False
    interpreter_kind: str = ""
    minutes: int | None = None
    child_opinion_found_out: bool | None = None
    child_opinion_reason: str = ""
    county_participates: bool | None = None
    county_person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One more talk of the interview; the codes are those of `Setting`, `interpreter_kind` is empty without one."""

    held_on: date
    channel: str
    place: str = ""
    weighty_reason: str = ""
    language: str
    interpreter_kind: str = ""
    minutes: int | None = None

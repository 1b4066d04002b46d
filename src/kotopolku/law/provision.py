"""Säännös: a place in the law, its period of force, and the register of rules.

A rule is one norm with a permanent id (`KOTOL-14-1-4`), the place it stands in, and the days it
is in force. The rules register themselves here when their section's file is imported.
"""

from dataclasses import dataclass
from datetime import date

RULES: dict[str, "Rule"] = {}


@dataclass(frozen=True, slots=True)
class Act:
    """Säädös: an act or a decree.

    `number` is the number in the Statutes of Finland ("681/2023"), `short` the abbreviation used
    in citations, `name` the Finnish title (a title is a name: it is not translated).
    """

    number: str
    short: str
    name: str

    @property
    def slug(self) -> str:
        """The act in an address: "681-2023"."""
        return self.number.replace("/", "-")


@dataclass(frozen=True, slots=True)
class Force:
    """Voimassaolo: first and last day in force, both included; None = no end known, or from before our records."""

    from_: date | None = None
    to: date | None = None

    def covers(self, on: date) -> bool:
        """Whether `on` belongs to the period."""
        return (self.from_ is None or self.from_ <= on) and (self.to is None or on <= self.to)


@dataclass(frozen=True, slots=True)
class Provision:
    """Säännöksen paikka: act, section (pykälä), subsection (momentti), item (kohta).

    `str()` gives the short citation ("KotoL 14.1(4)"), `official` the way a Finnish decision cites.
    """

    act: Act
    section: str
    subsection: int | None = None
    item: int | None = None

    def __str__(self) -> str:
        text = f"{self.act.short} {self.section}"
        if self.subsection is None:
            return f"{text} §"
        return f"{text}.{self.subsection}" + (f"({self.item})" if self.item else "")

    @property
    def official(self) -> str:
        """The citation in Finnish form: "681/2023 14 § 1 mom. 4 k"."""
        text = f"{self.act.number} {self.section} §"
        if self.subsection is not None:
            text += f" {self.subsection} mom."
        return text + (f" {self.item} k" if self.item is not None else "")

    @property
    def path(self) -> str:
        """The section in an address: "681-2023/14"."""
        return f"{self.act.slug}/{self.section.replace(' ', '')}"


@dataclass(frozen=True, slots=True)
class Rule:
    """Sääntö: one norm. `text` says it in plain English; `not_decided` says what the system leaves open."""

    id: str
    provision: Provision
    title: str
    text: str
    force: Force
    module: str
    not_decided: str = ""


V1_FROM = date(2025, 1, 1)
V2_FROM = date(2026, 1, 1)
V3_EXPECTED_FROM = date(2027, 1, 1)

KOTOL = Act("681/2023", "KotoL", "Laki kotoutumisen edistämisestä")
KOTOL_FORCE = Force(V1_FROM)


def rule(
    *,
    id: str,
    at: Provision,
    title: str,
    text: str,
    module: str,
    force: Force = KOTOL_FORCE,
    not_decided: str = "",
) -> Rule:
    """Register a rule and return it. Raises ValueError if the id is taken."""
    if id in RULES:
        raise ValueError(f"rule {id} is registered twice")
    made = Rule(
        id=id, provision=at, title=title, text=text, force=force, module=module, not_decided=not_decided
    )
    RULES[id] = made
    return made

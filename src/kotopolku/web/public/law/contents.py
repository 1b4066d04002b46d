"""The table of contents of the law: acts, their sections, and in each section its rules."""

from dataclasses import dataclass
from functools import cache

from kotopolku.law import register
from kotopolku.law.provision import RULES, Act, Rule


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section of an act. `heading` is its Finnish title with the number; `why_not` says why it is no rule."""

    act: Act
    number: str
    heading: str
    rules: tuple[Rule, ...]
    why_not: str = ""

    @property
    def word(self) -> str:
        """The section in an address: "32a"."""
        return self.number.replace(" ", "")


@dataclass(frozen=True, kw_only=True)
class ActContents:
    """An act with its sections in order."""

    act: Act
    sections: tuple[Section, ...]


@cache
def acts() -> tuple[ActContents, ...]:
    """Return every act the rules cite, the Integration Act first."""
    register.load()
    found: dict[str, list[Rule]] = {}
    by_act: dict[str, Act] = {}
    for rule in RULES.values():
        by_act[rule.provision.act.number] = rule.provision.act
        found.setdefault(rule.provision.act.number, []).append(rule)
    return tuple(
        ActContents(act=by_act[number], sections=_sections(by_act[number], tuple(found[number])))
        for number in sorted(found, key=lambda one: (one != "681/2023", one))
    )


def section_of(act_slug: str, word: str) -> Section | None:
    """Return the section of an address such as `681-2023`, `32a`."""
    return next(
        (
            one
            for contents in acts()
            if contents.act.slug == act_slug
            for one in contents.sections
            if one.word == word
        ),
        None,
    )


def _sections(act: Act, rules: tuple[Rule, ...]) -> tuple[Section, ...]:
    numbers = sorted({rule.provision.section for rule in rules}, key=_order)
    return tuple(
        Section(
            act=act,
            number=number,
            heading=f"{act.short} {number} §",
            rules=tuple(
                sorted(
                    (rule for rule in rules if rule.provision.section == number),
                    key=lambda rule: (rule.provision.subsection or 0, rule.provision.item or 0),
                )
            ),
        )
        for number in numbers
    )


def _order(section: str) -> tuple[int, str]:
    digits, _, letter = section.partition(" ")
    return int(digits) if digits.isdigit() else 0, letter

"""Rekisteri: every rule, every question and every section, for those who show the law.

Nothing here answers a question; `kotopolku.law.ask` does. All records are frozen and plain.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from kotopolku.law.act_681_2023.sections_1_50 import REPEALED
from kotopolku.law.act_681_2023.sections_1_50 import ROWS as EARLY_SECTIONS
from kotopolku.law.act_681_2023.sections_51_102 import ROWS as LATE_SECTIONS
from kotopolku.law.provision import KOTOL, RULES, Act, Rule
from kotopolku.law.questions import QUESTIONS, Question

#: The files of the law, in the order in which a reader of the Act meets them.
MODULES: tuple[str, ...] = (
    "act_681_2023.s02_scope",
    "act_681_2023.s02_unaccompanied",
    "act_681_2023.s61_imputed",
    "act_681_2023.s14_groups",
    "act_681_2023.s05_definitions",
    "act_681_2023.s03_jobseekers",
    "act_681_2023.s10_guidance",
    "act_681_2023.s14_window",
    "act_681_2023.s09_contact",
    "decree_874_2024.guidance_record",
    "act_681_2023.s14_assessment",
    "decree_869_2024.s02_interview",
    "decree_869_2024.s04_language_and_place",
    "act_681_2023.s04_child",
    "act_681_2023.s16_plan_duty",
    "act_681_2023.s20_drafting",
    "act_681_2023.s102_transition",
    "act_681_2023.s23_length",
    "act_681_2023.s23_obstacles",
    "act_681_2023.s23_extension",
    "act_681_2023.s31_studies",
    "act_681_2023.s22_review",
    "act_681_2023.s18_goals",
    "act_681_2023.s19_content",
    "act_681_2023.s85_move",
    "decree_576_2024.s01_content",
    "decree_576_2024.s02_extent",
    "decree_576_2024.s03_interpretation",
    "act_1214_2020.compulsory_education",
    "act_681_2023.s26_training",
    "act_681_2023.s32a_missed_appointment",
    "act_681_2023.s59_reimbursement_start",
    "decree_872_2024.imputed_amounts",
    "act_681_2023.s64_readiness",
    "act_681_2023.s68_trafficking_costs",
    "act_681_2023.s70_application",
    "act_681_2023.s42_placement_contract",
    "act_681_2023.s73_client_data",
    "act_681_2023.s76_repository",
    "act_681_2023.s78_controllers",
    "act_681_2023.s80_access",
    "act_681_2023.s94_disclosure",
    "act_661_2009.non_disclosure",
    "act_681_2023.s95_appeal",
    "act_434_2003.notice",
    "act_306_2019.digital_service",
)


type SectionStatus = Literal["implemented", "not_software", "repealed"]


@dataclass(frozen=True, slots=True)
class Section:
    """Pykälä: a section of an act. `title` is Finnish ("" if we keep none); `reason` says why it is not software."""

    act: Act
    number: str
    title: str
    status: SectionStatus
    reason: str
    rules: tuple[Rule, ...]

    @property
    def path(self) -> str:
        """The section in an address: "681-2023/14"."""
        return f"{self.act.slug}/{self.number.replace(' ', '')}"


@dataclass(frozen=True, slots=True)
class Example:
    """Esimerkki: a worked example, by the id and title it has in the file of examples, and the questions it asks."""

    id: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register knows of one section: its rules, the questions they answer, worked examples."""

    section: Section
    questions: tuple[Question, ...]
    examples: tuple[Example, ...]


class UnknownProvisionError(ValueError):
    """No such act or section is known."""


def load() -> None:
    """Import every file of the law, so that its rules and questions are registered."""
    for module in MODULES:
        import_module(f"kotopolku.law.{module}")


def rules() -> tuple[Rule, ...]:
    """Every rule: the Integration Act first, then the others; within an act by section."""
    load()
    return tuple(sorted(RULES.values(), key=lambda one: (_act_order(one.provision.act), _place(one))))


def questions() -> tuple[Question, ...]:
    """Every question, in the order in which the law's files register them."""
    load()
    return tuple(QUESTIONS.values())


def acts() -> tuple[Act, ...]:
    """Every act that some rule stands in, the Integration Act first."""
    return tuple(dict.fromkeys(one.provision.act for one in rules()))


def sections(act: Act = KOTOL) -> tuple[Section, ...]:
    """The sections of an act in order: all of the Integration Act, of other acts those with rules."""
    found: dict[str, list[Rule]] = {}
    for one in rules():
        if one.provision.act == act:
            found.setdefault(one.provision.section, []).append(one)
    if act != KOTOL:
        return tuple(Section(act, number, "", "implemented", "", tuple(own)) for number, own in found.items())
    return tuple(
        Section(act, number, title, _status(reason), reason, tuple(found.get(number, ())))
        for number, title, reason in (*EARLY_SECTIONS, *LATE_SECTIONS)
    )


def provision(citation: str, examples: Iterable[Example] = ()) -> Entry:
    """The entry of a citation such as "681/2023 14", "681/2023 32 a" or "681-2023/14".

    `examples` are the worked examples to choose from: those are kept that ask a question of the
    section's rules. Raises UnknownProvisionError when no such section is known.
    """
    match = re.fullmatch(r"\s*(\d+)[/-](\d{4})[\s/]+(\d+)\s*([a-z]?)\s*§?\s*", citation)
    if match is None:
        raise UnknownProvisionError(f"{citation!r} is not a citation (write act and section: 681/2023 14)")
    number, year, digits, letter = match.groups()
    act = next((one for one in acts() if one.number == f"{number}/{year}"), None)
    if act is None:
        known = ", ".join(one.number for one in acts())
        raise UnknownProvisionError(f"no rule stands in act {number}/{year} (known: {known})")
    wanted = f"{digits} {letter}".strip()
    section = next((one for one in sections(act) if one.number == wanted), None)
    if section is None:
        raise UnknownProvisionError(f"{act.number} has no known section {wanted} §")
    ids = {one.id for one in section.rules}
    asked = tuple(one for one in questions() if ids & {rule.id for rule in one.rules})
    names = {one.name for one in asked}
    return Entry(section, asked, tuple(one for one in examples if names & set(one.questions)))


def _status(reason: str) -> SectionStatus:
    if not reason:
        return "implemented"
    return "repealed" if reason == REPEALED else "not_software"


def _act_order(act: Act) -> tuple[bool, int, int]:
    number, year = act.number.split("/")
    return (act != KOTOL, int(year), int(number))


def _place(one: Rule) -> tuple[int, str, int, int, str]:
    digits, _, letter = one.provision.section.partition(" ")
    return (int(digits), letter, one.provision.subsection or 0, one.provision.item or 0, one.id)

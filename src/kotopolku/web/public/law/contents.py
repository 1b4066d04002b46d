"""The table of contents of the law, from its register, put together once a process."""

from collections.abc import Mapping
from functools import cache

from kotopolku.law import register
from kotopolku.law.provision import Act
from kotopolku.law.register import Section


@cache
def contents() -> tuple[tuple[Act, tuple[Section, ...]], ...]:
    """Return every act with its sections, the Integration Act first."""
    return tuple((act, register.sections(act)) for act in register.acts())


def section_of(act_slug: str, word: str) -> Section | None:
    """Return the section of an address such as `681-2023`, `32a`; None when there is no such section."""
    return _by_path().get(f"{act_slug}/{word}")


def heading(section: Section) -> str:
    """Return the section's number and Finnish title; a section without a title is named by its act."""
    return (
        f"{section.number} § {section.title}" if section.title else f"{section.act.short} {section.number} §"
    )


@cache
def _by_path() -> Mapping[str, Section]:
    return {section.path: section for _act, sections in contents() for section in sections}

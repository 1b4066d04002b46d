"""Viestipohja: what a letter's or notice's template is, and the sentence that ends them all."""

from dataclasses import dataclass

from kotopolku.law.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Viestipohja: a subject and paragraphs; `params` are the only values that may be put in."""

    subject: str
    paragraphs: tuple[str, ...]
    params: frozenset[str] = frozenset()


NO_ANSWER = N_("This message was sent by a program. Do not answer it.")

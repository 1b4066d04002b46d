"""What the law says against concluding or accepting, as lines that lead to the field that mends it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kotopolku.cases.refusals import Refusal
from kotopolku.web.desk.findings import citation
from kotopolku.web.desk.words.grounds import sentence
from kotopolku.web.parts.shapes import Citation


@dataclass(frozen=True, kw_only=True)
class Line:
    """One refusal in words; `anchor` is the id of the element that mends it."""

    text: str
    anchor: str
    citation: Citation | None


def lines(refusals: Iterable[Refusal], *, anchors: Mapping[str, str]) -> list[Line]:
    """Return the refusals as lines; `anchors` turns the start of a field's name into an element's id."""
    return [
        Line(
            text=sentence(one.message, one.params),
            anchor=_anchor(one.field, anchors),
            citation=citation(one.provision, one.path) if one.path else None,
        )
        for one in refusals
    ]


def _anchor(field: str, anchors: Mapping[str, str]) -> str:
    for start, made in anchors.items():
        if field.startswith(start):
            return made.format(rest=field.removeprefix(start))
    return f"id_{field}" if field else "main"

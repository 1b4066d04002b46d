"""Saapuneet asiakirjat sivuille: the papers of a case, one paper with its files, and a file's bytes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kotopolku.cases.access import case_for
from kotopolku.cases.models import Case
from kotopolku.letters.codes import JPEG, PDF, PNG
from kotopolku.papers.access import file_for, paper_for
from kotopolku.papers.entries import PaperEntry
from kotopolku.papers.models import Paper, PaperFile
from kotopolku.people.access import hides_what_tells_place

PAGE = 50
ENDINGS = {PDF: "pdf", PNG: "png", JPEG: "jpg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """One file of a paper; `number` counts from one."""

    id: UUID
    number: int
    kind: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A paper as it was registered. `hidden`: the sender is left out, since it tells where a protected client lives."""

    id: UUID
    case_id: UUID
    entry: PaperEntry
    hidden: bool
    registered_on: date
    registered_by: str
    voided_on: date | None
    voided_by: str
    void_reason: str
    files: tuple[FileView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A file's bytes, and a name that lies about in download folders: nobody's name is in it."""

    kind: str
    name: str
    data: bytes


def papers_of(case_id: UUID) -> tuple[PaperView, ...]:
    """Return the papers of a case, the last to arrive first, at most PAGE. Raises NotFound.

    A case that this piece of work has opened already is logged once.
    """
    case = case_for(case_id)
    rows = [*Paper.objects.filter(case=case).order_by("-arrived_on", "-registered_on", "pk")[:PAGE]]
    return _views(rows, case=case)


def paper_view(paper_id: UUID) -> PaperView:
    """Return one paper; the look is logged. Raises NotFound."""
    row = paper_for(paper_id)
    return _views([row], case=row.case)[0]


def content_of(file_id: UUID) -> Content:
    """Return a file's bytes; that it was taken out is logged. Raises NotFound."""
    row = file_for(file_id)
    name = f"asiakirja-{str(row.paper_id)[:8]}-{row.position + 1}.{ENDINGS[row.kind]}"
    return Content(kind=row.kind, name=name, data=bytes(row.data))


def _views(rows: Sequence[Paper], *, case: Case) -> tuple[PaperView, ...]:
    hidden = hides_what_tells_place(case.person_id)
    files: defaultdict[UUID, list[FileView]] = defaultdict(list)
    kept = PaperFile.objects.filter(paper__in=[row.pk for row in rows]).order_by("position")
    for pk, paper, position, kind, size in kept.values_list("pk", "paper_id", "position", "kind", "size"):
        files[paper].append(FileView(id=pk, number=position + 1, kind=kind, size=size))
    return tuple(
        PaperView(
            id=row.pk,
            case_id=row.case_id,
            entry=PaperEntry(
                kind=row.kind,
                title=row.title,
                sender="" if hidden else row.sender,
                way=row.way,
                arrived_on=row.arrived_on,
                note=row.note,
                diary_number=row.diary_number,
                decision_number=row.decision_number,
            ),
            hidden=hidden,
            registered_on=row.registered_on,
            registered_by=row.registered_by_name,
            voided_on=row.voided_on,
            voided_by=row.voided_by_name,
            void_reason=row.void_reason,
            files=tuple(files[row.pk]),
        )
        for row in rows
    )

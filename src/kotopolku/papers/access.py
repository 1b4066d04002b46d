"""The only doors to papers and their files: under the walls, 404 for others, and the look is logged."""

from uuid import UUID

from kotopolku.audit import log
from kotopolku.audit.errors import NotFound
from kotopolku.cases.access import refuse_closed
from kotopolku.papers.models import Paper, PaperFile


def paper_for(paper_id: UUID, *, to: str = "read") -> Paper:
    """Return the paper with its case; to="change" locks the row and asks that the case is open. Raises NotFound."""
    rows = Paper.objects.select_related("case")
    if to == "change":
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=paper_id).first()
    if row is None:
        log.refuse(kind="look" if to == "read" else "change", subject="paper", subject_id=str(paper_id))
        raise NotFound(f"paper {paper_id}")
    if to == "change":
        refuse_closed(row.case)
    else:
        log.looked(subject="paper", subject_id=str(row.pk), person=row.case.person_id)
    return row


def file_for(file_id: UUID) -> PaperFile:
    """Return a file of a paper; that it was taken out is logged. Raises NotFound."""
    row = PaperFile.objects.select_related("case").filter(pk=file_id).first()
    if row is None:
        log.refuse(kind="look", subject="paper_file", subject_id=str(file_id))
        raise NotFound(f"paper file {file_id}")
    log.write(
        kind="export", subject="paper_file", subject_id=str(row.pk), persons=[row.case.person_id], count=1
    )
    return row

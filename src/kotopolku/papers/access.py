"""The only doors to papers and their files: under the walls, 404 for others, and the look is logged."""

from uuid import UUID

from kotopolku.audit import log
from kotopolku.audit.doors import behind_door
from kotopolku.cases.access import refuse_closed
from kotopolku.papers.models import Paper, PaperFile


def paper_for(paper_id: UUID, *, to: str = "read") -> Paper:
    """Return the paper with its case; to="change" locks the row and asks that the case is open. Raises NotFound."""
    row = behind_door(Paper.objects.select_related("case"), paper_id, subject="paper", to=to)
    if to == "change":
        refuse_closed(row.case)
    else:
        log.looked(subject="paper", subject_id=str(row.pk), person=row.case.person_id)
    return row


def file_for(file_id: UUID) -> PaperFile:
    """Return a file of a paper; that it was taken out is logged. Raises NotFound."""
    row = behind_door(PaperFile.objects.select_related("case"), file_id, subject="paper_file")
    log.write(
        kind="export", subject="paper_file", subject_id=str(row.pk), persons=[row.case.person_id], count=1
    )
    return row

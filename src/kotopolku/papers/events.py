"""Events of papers on the timeline. The sender stands on the paper's own page, where it can be hidden."""

from typing import Any
from uuid import UUID

from kotopolku.cases import events
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "paper_arrived": N_("A paper arrived: {title}."),
    "paper_numbered": N_("A paper was given its number in the municipality's own register: {title}."),
    "paper_voided": N_("The registration of a paper was voided: {title}."),
}


def tell(*, case_id: UUID, controller_id: int, code: str, paper: UUID, title: str, **known: Any) -> None:
    """Add one event of a paper to the case's timeline."""
    events.tell(
        case_id=case_id,
        controller_id=controller_id,
        code=code,
        event_kind="document",
        provision="",
        paper=str(paper),
        title=title,
        **known,
    )

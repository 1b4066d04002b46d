"""Saapuneiden kirjaaminen: register a paper with its files, give it the municipality's own numbers, void it."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, replace
from uuid import UUID

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases.access import case_for
from kotopolku.letters.checking import Checked, checked
from kotopolku.letters.codes import MOST_FILE_BYTES
from kotopolku.papers import codes
from kotopolku.papers.access import paper_for
from kotopolku.papers.entries import PaperEntry
from kotopolku.papers.events import tell
from kotopolku.papers.models import Paper, PaperFile

MOST_LINE, MOST_NOTE = 200, 2000


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def register_paper(*, case_id: UUID, entry: PaperEntry, files: Sequence[bytes] = ()) -> UUID:
    """Register a paper that arrived for an open case and return its id; pictures are drawn afresh, PDFs looked into.

    Raises Invalid (at `file` for a file that may not come in), Closed, NotFound.
    """
    case = case_for(case_id, to="change", must_be_open=True)
    now = acting()
    entry = _checked(entry)
    if len(files) > codes.MOST_FILES:
        message = _("{most} files fit in one paper. Register the rest as another, or make one PDF of them.")
        raise Invalid(field="file", message=format_lazy(message, most=codes.MOST_FILES))
    if sum(len(data) for data in files) > MOST_FILE_BYTES:
        raise Invalid(
            field="file", message=_("The files are larger than 20 megabytes together. Make them smaller.")
        )
    kept = [checked(data) for data in files]
    paper = Paper(
        controller_id=case.controller_id,
        case=case,
        registered_on=now.on,
        registered_by=now.actor.staff_id,
        registered_by_name=now.actor.name,
        **asdict(entry),
    )
    paper.save(force_insert=True)
    for position, file in enumerate(kept):
        _keep(paper, file, position=position)
    _tell(paper, "paper_arrived")
    return paper.pk


def _checked(entry: PaperEntry) -> PaperEntry:
    texts = {name: text.strip() for name, text in asdict(entry).items() if isinstance(text, str)}
    for field, text in texts.items():
        most = MOST_NOTE if field == "note" else MOST_LINE
        if len(text) > most:
            message = _("The text has {count} characters; {most} fit here. Shorten it.")
            raise Invalid(field=field, message=format_lazy(message, count=len(text), most=most))
    if texts["kind"] not in codes.KINDS:
        raise Invalid(field="kind", message=_("Choose what kind of paper this is."))
    if texts["way"] not in codes.WAYS:
        raise Invalid(field="way", message=_("Choose how the paper came."))
    if not texts["title"]:
        raise Invalid(field="title", message=_("Write what the paper is."))
    if not texts["sender"]:
        raise Invalid(field="sender", message=_("Write whom the paper is from."))
    if entry.arrived_on > acting().on:
        raise Invalid(field="arrived_on", message=_("This day is still to come. Check the year."))
    return replace(entry, **texts)  # type: ignore[arg-type]  # only texts are in it


def _keep(paper: Paper, file: Checked, *, position: int) -> None:
    PaperFile(
        controller_id=paper.controller_id,
        case_id=paper.case_id,
        paper=paper,
        position=position,
        kind=file.kind,
        size=len(file.data),
        sha256=hashlib.sha256(file.data).hexdigest(),
        data=file.data,
    ).save(force_insert=True)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def number_paper(*, paper_id: UUID, diary_number: str, decision_number: str) -> None:
    """Write the numbers the paper has in the municipality's own register. Raises Invalid, Closed, NotFound, Stale."""
    paper = _valid(paper_id)
    numbers = {"diary_number": diary_number.strip(), "decision_number": decision_number.strip()}
    for field, text in numbers.items():
        if len(text) > MOST_LINE:
            message = _("The text has {count} characters; {most} fit here. Shorten it.")
            raise Invalid(field=field, message=format_lazy(message, count=len(text), most=MOST_LINE))
    paper.diary_number, paper.decision_number = numbers.values()
    paper.save(update_fields=list(numbers))
    _tell(paper, "paper_numbered", text=", ".join(text for text in numbers.values() if text))


@action(Role.OFFICER, Role.COORDINATOR)
def void_paper(*, paper_id: UUID, reason: str) -> None:
    """Void a mistaken registration: it stays, struck, and its files are removed. Raises Invalid, Closed, Stale."""
    paper = _valid(paper_id)
    now = acting()
    if not reason.strip():
        raise Invalid(field="void_reason", message=_("Write why. The reason stays in the history."))
    paper.voided_on, paper.voided_by_name = now.on, now.actor.name
    paper.void_reason = reason.strip()[:MOST_NOTE]
    paper.save(update_fields=["voided_on", "voided_by_name", "void_reason"])
    PaperFile.objects.filter(paper=paper).delete()
    _tell(paper, "paper_voided", text=paper.void_reason)


def _valid(paper_id: UUID) -> Paper:
    paper = paper_for(paper_id, to="change")
    if paper.voided_on is not None:
        raise Stale(f"paper {paper_id}")
    return paper


def _tell(paper: Paper, code: str, *, text: str = "") -> None:
    tell(
        case_id=paper.case_id,
        controller_id=paper.controller_id,
        code=code,
        paper=paper.pk,
        title=paper.title,
        text=text,
    )

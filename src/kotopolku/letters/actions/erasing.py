"""Forget a person (poistaminen): what was written to them or about them, and the files, when their data must go."""

from collections.abc import Iterable
from uuid import UUID

from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.letters.models import File, Letter


@action(Role.SYSTEM)
def erase(*, person_id: UUID) -> None:
    """Delete the person's letters and files; the log keeps that it was done. What has left cannot be called back.

    Notices to staff stay: they name nobody, and lead to a page that is no longer there.
    """
    File.objects.filter(person_id=person_id).delete()
    Letter.objects.filter(person_id=person_id).delete()


@action(Role.SYSTEM)
def erase_letters(*, letter_ids: Iterable[UUID]) -> None:
    """Delete letters (viestien poistaminen) whose time is over, such as answers to those who asked for advice."""
    Letter.objects.filter(pk__in=list(letter_ids)).delete()

"""Luonnokset: what a form holds while it is typed, kept for its owner alone."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.cases.models import Draft

KEPT_DAYS = 30


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def keep_draft(*, form: str, subject_id: str = "", data: Mapping[str, Any], version: int = 0) -> None:
    """Keep what was typed into `form` about `subject_id`; one draft each, the last one wins.

    Nothing is checked, but the character NUL is left out: PostgreSQL holds it in no text.
    """
    now = acting()
    Draft.objects.update_or_create(
        form=form,
        subject_id=subject_id,
        owner_id=now.actor.staff_id,
        defaults={"data": storable(data), "version": version, "saved_on": now.on},
    )


def storable(value: Any) -> Any:
    """Return what was typed as PostgreSQL can hold it: without the character NUL."""
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, Mapping):
        return {storable(name): storable(one) for name, one in value.items()}
    return [storable(one) for one in value] if isinstance(value, list | tuple) else value


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def drop_draft(*, form: str, subject_id: str = "") -> None:
    """Forget the draft: its text was saved or given up."""
    Draft.objects.filter(form=form, subject_id=subject_id, owner_id=acting().actor.staff_id).delete()


@action(Role.SYSTEM)
def sweep_drafts() -> int:
    """Delete everybody's drafts older than 30 days (the nightly run) and return how many there were.

    Nobody but its owner sees a draft: the database deletes them unseen.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT sweep_drafts(%s)", [KEPT_DAYS])
        return int(cursor.fetchone()[0])

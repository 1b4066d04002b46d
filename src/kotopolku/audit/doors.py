"""Ovi: what every door does first. What the walls hide and what is not there look alike, and the knock is logged."""

from django.db.models import Model, QuerySet

from kotopolku.audit.errors import NotFound
from kotopolku.audit.log import refuse
from kotopolku.audit.prepared import Prepared


def behind_door[M: Model](
    rows: QuerySet[M] | Prepared[M],
    key: object,
    *,
    subject: str,
    to: str = "read",
    lock: tuple[str, ...] = ("self",),
) -> M:
    """Return the row with this primary key; to="change" locks it, with what `lock` names beside it.

    A question prepared (audit.prepared) takes the `key` and locks nothing.

    The look itself is logged by the door, which knows whom the row is about. Raises NotFound, and logs the refusal.
    """
    if isinstance(rows, Prepared):
        row = rows.first(key=key)
    else:
        row = (rows.select_for_update(of=lock) if to == "change" else rows).filter(pk=key).first()
    if row is None:
        refuse(kind="look" if to == "read" else "change", subject=subject, subject_id=str(key))
        raise NotFound(f"{subject} {key}")
    return row

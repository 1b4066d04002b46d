"""Lähettämättä jäänyt: what was sent from a page when its writer's session had ended, kept for that writer alone.

A draft (`Draft`) like any other: nobody else reads it, it goes when the form is sent again or after 30 days.
"""

from collections.abc import Mapping
from typing import Any

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import ROOMS
from kotopolku.cases.actions.drafts import storable
from kotopolku.cases.models import Draft

FORM = "unsent"


@action(*ROOMS)
def keep_unsent(*, page: str, fields: Mapping[str, list[str]]) -> None:
    """Keep what was sent from the page; the last one wins."""
    now = acting()
    Draft.objects.update_or_create(
        form=FORM,
        subject_id=page,
        owner_id=now.actor.staff_id,
        defaults={"data": storable(dict(fields)), "saved_on": now.on},
    )


@action(*ROOMS)
def drop_unsent(*, page: str) -> None:
    """Forget it: it was sent again or given up."""
    Draft.objects.filter(form=FORM, subject_id=page, owner_id=acting().actor.staff_id).delete()


def pages_unsent() -> list[str]:
    """Return the addresses of the acting person's pages from which something was not sent."""
    found = Draft.objects.filter(form=FORM, owner_id=acting().actor.staff_id).order_by("-pk")
    return list(found.values_list("subject_id", flat=True)[:20])


def unsent(page: str) -> dict[str, Any] | None:
    """Return the fields that were sent from the page in vain."""
    found = Draft.objects.filter(form=FORM, subject_id=page, owner_id=acting().actor.staff_id).first()
    return dict(found.data) if found else None

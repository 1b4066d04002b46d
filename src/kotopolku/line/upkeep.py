"""When what somebody wished is no longer needed."""

from datetime import timedelta
from uuid import UUID

from kotopolku.audit.acting import acting
from kotopolku.line import codes
from kotopolku.line.models import Wish


def wish_ends(ticket_id: UUID) -> None:
    """Let the wish of an ended ticket be erased after its days (not seen by a visitor: the night finds it then)."""
    Wish.objects.filter(pk=ticket_id).update(erase_on=acting().on + timedelta(days=codes.KEPT_DAYS))

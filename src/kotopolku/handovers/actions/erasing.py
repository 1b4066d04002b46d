"""Forget a person (poistaminen): what was handed over about them, when their data must go."""

from uuid import UUID

from django.db import connection

from kotopolku.audit.action import action
from kotopolku.audit.actor import Role


@action(Role.SYSTEM)
def erase_handovers(*, person_id: UUID) -> None:
    """Delete the person's packets with their answers and links, moves, placements and follow-ups.

    The log keeps that it was done. What a receiver has taken over into its own register is the receiver's.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT erase_handovers_of(%s)", [person_id])

"""Figures of clients that name nobody (luvut): counted in the database, small groups hidden there."""

from dataclasses import dataclass

from django.db import connection

LEAST = 5  # a smaller group is not told


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Open client relationships of a municipality; None as municipality: those whose municipality is masked.

    A number is None when it, or what it leaves out, is less than `LEAST` people.
    """

    municipality_id: int | None
    clients: int | None
    assessed: int | None


def client_figures() -> tuple[Figure, ...]:
    """Return the figures of the acting duty's municipalities, for a contact person or a coordinator; else nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT municipality, clients, assessed FROM client_figures()")
        return tuple(
            Figure(municipality_id=place, clients=clients, assessed=assessed)
            for place, clients, assessed in cursor.fetchall()
        )

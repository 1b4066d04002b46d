"""The people a duty may list, as the page of clients lists them."""

from types import SimpleNamespace
from uuid import UUID

from kotopolku.clocks.clients import Wanted, client_page


def people_page(
    *, municipality: int | str | None = None, after: UUID | None = None, size: int = 25
) -> SimpleNamespace:
    """Return the rows of people and the key of the page that follows."""
    page = client_page(Wanted(municipality=municipality), after=after, size=size)
    return SimpleNamespace(rows=tuple(row.person for row in page.rows), next_after=page.next_after)

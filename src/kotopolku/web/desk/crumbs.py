"""The way back above a heading: clients, and the client whose page this belongs to."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.web.parts.shapes import Crumb


def to_clients() -> list[Crumb]:
    """Return the way back to the list of clients."""
    return [Crumb(label=_("Clients"), url=reverse("desk:people"))]


def to_client(name: str, case_id: UUID) -> list[Crumb]:
    """Return the way back to a client's case, by way of the list."""
    return [*to_clients(), Crumb(label=name, url=reverse("desk:case", args=[case_id]))]

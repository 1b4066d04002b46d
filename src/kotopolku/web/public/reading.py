"""Which area a public page speaks of, and who gives general advice there."""

from datetime import date

from django.http import HttpRequest

from kotopolku.audit.errors import NotFound
from kotopolku.programme import queries
from kotopolku.programme.views import ServicePage
from kotopolku.services.queries import ServiceView, services


def area_of(request: HttpRequest) -> str:
    """Return the id of the request's area; NotFound before a programme has been loaded."""
    area = request.area  # type: ignore[attr-defined]
    if not area:
        raise NotFound("programme")
    return str(area.id)


def of_kind(kind: str, offered: tuple[ServiceView, ...]) -> ServiceView | None:
    """Return the first service of a kind (services/entries.py), such as `general_guidance`."""
    return next((one for one in offered if one.facts.kind == kind), None)


def advice_page(area_id: str, *, on: date) -> ServicePage | None:
    """Return the general advice of the area (10 §); None when its programme has no such service."""
    found = of_kind("general_guidance", services(area_id))
    return queries.service_page(area_id, found.code, on=on) if found else None

"""The front page: help now, in the reader's own language; six doors; the path; advice in the municipalities."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.languages.codes import Language
from kotopolku.languages.texts import Texts
from kotopolku.programme.guide_queries import guides
from kotopolku.programme.queries import municipalities
from kotopolku.programme.views import MunicipalityView, PlaceView
from kotopolku.services.queries import ServiceView, services
from kotopolku.web.parts.opening import hours_of, one_line, open_on
from kotopolku.web.public.reading import of_kind


@dataclass(frozen=True, kw_only=True)
class Advice:
    """General advice (10 §) as the front page shows it: its page, its first place, and today's hours there."""

    code: str
    place: PlaceView | None
    today: str


@dataclass(frozen=True, kw_only=True)
class AdviceRow:
    """Advice in one municipality: where, and when one may come without an appointment."""

    code: str
    municipality: Texts
    place: PlaceView | None
    hours: str


@require_safe
def front(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the front page; before a programme has been loaded, only what does not depend on one."""
    area = request.area  # type: ignore[attr-defined]
    on: date = request.on  # type: ignore[attr-defined]
    offered = services(area.id) if area else ()
    members = municipalities(area.id, on=on) if area else ()
    general = of_kind("general_guidance", offered)
    context = {
        "title": _("Help when you have moved to Finland"),
        "advice": advice(general, members, on=on) if general else None,
        "doors": [one for one in guides(area.id) if one.facts.front] if area else [],
        "steps": steps(),
        "rows": [row(one, general) for one in members],
    }
    return render(request, "public/front/page.html", context)


def advice(service: ServiceView, members: tuple[MunicipalityView, ...], *, on: date) -> Advice:
    """Return the advice service with the first of its places."""
    here = [place for member in members for place in member.places if place.facts.id in service.facts.places]
    place = next(iter(here), None)
    today = open_on(place.facts.opening, access="walk_in", on=on) if place else ""
    return Advice(code=service.code, place=place, today=today)


def row(member: MunicipalityView, service: ServiceView | None) -> AdviceRow:
    """Return where advice is given in a municipality, a place with opening times first."""
    places = [one for one in member.places if service is None or one.facts.id in service.facts.places]
    place = next((one for one in places if one.facts.opening), next(iter(places), None))
    hours = hours_of(place.facts.opening, access="walk_in") if place else ()
    return AdviceRow(code=member.facts.id, municipality=member.name, place=place, hours=one_line(hours))


def steps() -> tuple[tuple[str, str], ...]:
    """Return the four steps of the path: name, and what happens in it."""
    return (
        (
            _("Assessment"),
            _("You tell us what you can do and what you need. There is an interpreter if you need one."),
        ),
        (_("Plan"), _("We agree together on your goals and services.")),
        (_("Studies and services"), _("Finnish language, society, guidance.")),
        (_("Review"), _("We look at the plan together again, at least every six months.")),
    )

"""Yhteistoimintasopimus ja hankinnat: what the municipalities have agreed, and by whom each service is arranged."""

from dataclasses import dataclass
from datetime import date

from kotopolku.languages.texts import Texts
from kotopolku.programme.queries import document, rungs
from kotopolku.programme.views import RungView


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedService:
    """A service with the ways in which it is arranged, in the order in which they are tried."""

    name: Texts
    municipalities: frozenset[str]
    ladder: tuple[RungView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """The cooperation of the area (kuntalaki 410/2015, `form`: entries.Area), who carries it out, and the services."""

    form: str
    provision: str
    carried_out_by: Texts
    services: tuple[AgreedService, ...]


def agreement(area_id: str, *, on: date) -> AgreementView | None:
    """Return what has been agreed, of a day; None before a programme is loaded."""
    found = document(area_id, on=on)
    if found is None:
        return None
    arranged = rungs(area_id)
    return AgreementView(
        form=found.area.cooperation_form,
        provision=found.area.cooperation_provision,
        carried_out_by=found.host_unit,
        services=tuple(
            AgreedService(
                name=one.service.name,
                municipalities=frozenset(one.service.facts.municipalities),
                ladder=arranged[one.service.code],
            )
            for one in found.chapters
            if one.service
        ),
    )

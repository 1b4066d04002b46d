"""The catalogue as plain values: cards for lists, the whole of a service, and what a plan can agree on."""

from collections.abc import Mapping
from dataclasses import dataclass

from kotopolku.audit.prepared import Prepared
from kotopolku.languages.texts import Texts
from kotopolku.services import entries
from kotopolku.services.access import other_services_of, places_of, services_of
from kotopolku.services.models import OtherService, Place, Service
from kotopolku.services.records import build

_URGENT = Prepared(lambda area: other_services_of(area).filter(facts__has_key="urgent"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """A service (palvelu): its facts, and its texts by part (`name`, `summary`, `who`, `how`, `responsible`, …).

    A part without a text is an empty `Texts`, which is false.
    """

    facts: entries.Service
    texts: Mapping[str, Texts]

    @property
    def code(self) -> str:
        """The id the programme gives the service."""
        return self.facts.id

    @property
    def name(self) -> Texts:
        """What the service is called."""
        return self.texts["name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherServiceView:
    """Another authority's service: whose it is, its name and a sentence on it."""

    facts: entries.OtherService
    name: Texts
    summary: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChoice:
    """A service of the programme that a plan can agree on (toimenpide, KotoL 19 §).

    `measure` is a code of `law` (`PLAN_SERVICES`); `service` the code of the service; `child_care`: none, aimed,
    arranged; `municipalities` are the ids of those that offer it.
    """

    service: str
    measure: str
    name: Texts
    summary: Texts
    municipalities: tuple[str, ...]
    child_care: str
    part_time: bool


def services(area_id: str) -> tuple[ServiceView, ...]:
    """Return the services of the area in the order of the programme."""
    return tuple(_service(row) for row in services_of(area_id))


def service(area_id: str, code: str) -> ServiceView | None:
    """Return one service, or None when the area has none with this code."""
    row = services_of(area_id).filter(code=code).first()
    return _service(row) if row else None


def places(area_id: str) -> tuple[entries.Place, ...]:
    """Return the places of service of the area."""
    return tuple(_place(row) for row in places_of(area_id))


def other_services(area_id: str) -> tuple[OtherServiceView, ...]:
    """Return what the area tells of other authorities' services."""
    return tuple(_other(row) for row in other_services_of(area_id))


def measures(area_id: str, *, municipality: str | None = None) -> tuple[MeasureChoice, ...]:
    """Return what a plan can agree on, in the order of the programme; of one municipality when it is named."""
    found = [_service(row) for row in services_of(area_id).filter(plan_measure__isnull=False)]
    return tuple(
        MeasureChoice(
            service=each.code,
            measure=each.facts.plan_measure,
            name=each.name,
            summary=each.texts["summary"],
            municipalities=each.facts.municipalities,
            child_care=each.facts.child_care,
            part_time=each.facts.part_time,
        )
        for each in found
        if each.facts.plan_measure and (municipality is None or municipality in each.facts.municipalities)
    )


def urgent_services(area_id: str) -> tuple[OtherServiceView, ...]:
    """Return whom a worker calls when somebody is in danger, in the order of the programme."""
    return tuple(_other(row) for row in _URGENT(area=area_id))


def service_names(area_id: str) -> dict[str, Texts]:
    """Return the names of the services by code, for lists that only name them."""
    return dict(services_of(area_id).values_list("code", "name"))


def _service(row: Service) -> ServiceView:
    parts = (*entries.SERVICE_TEXTS, *entries.OPTIONAL_SERVICE_TEXTS)
    return ServiceView(
        facts=build(entries.Service, row.facts), texts={part: getattr(row, part) for part in parts}
    )


def _place(row: Place) -> entries.Place:
    return build(entries.Place, row.facts)


def _other(row: OtherService) -> OtherServiceView:
    return OtherServiceView(facts=build(entries.OtherService, row.facts), name=row.name, summary=row.summary)

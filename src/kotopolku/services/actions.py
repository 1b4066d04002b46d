"""Keep the catalogue as the programme says it."""

from collections.abc import Iterable, Mapping

from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.languages.texts import Texts
from kotopolku.services import entries
from kotopolku.services.access import Row, keep
from kotopolku.services.models import OtherService, Place, Service
from kotopolku.services.records import jsonable, plain


@action(Role.OPERATOR, Role.COORDINATOR, Role.ADMINISTRATOR)
def save_catalogue(
    *,
    area_id: str,
    services: Iterable[entries.Service],
    places: Iterable[entries.Place],
    other_services: Iterable[entries.OtherService],
    texts: Mapping[str, Texts],
) -> None:
    """Make the catalogue of the area equal to what is given; entries that are not given are removed.

    `texts` are by text id (`service-ID-PART`, `other-ID-PART`); others are left to their owner. The caller has
    checked the entries against the schema.
    """
    columns = (*entries.SERVICE_TEXTS, *entries.OPTIONAL_SERVICE_TEXTS)
    keep(
        Service,
        area_id=area_id,
        columns=columns,
        rows=[
            Row(
                code=each.id, facts=jsonable(plain(each)), texts=_parts(texts, f"service-{each.id}-", columns)
            )
            for each in services
        ],
    )
    keep(Place, area_id=area_id, rows=[Row(code=each.id, facts=jsonable(plain(each))) for each in places])
    keep(
        OtherService,
        area_id=area_id,
        columns=entries.OTHER_TEXTS,
        rows=[
            Row(
                code=each.id,
                facts=jsonable(plain(each)),
                texts=_parts(texts, f"other-{each.id}-", entries.OTHER_TEXTS),
            )
            for each in other_services
        ],
    )


def _parts(texts: Mapping[str, Texts], prefix: str, parts: Iterable[str]) -> dict[str, Texts]:
    return {part: texts[prefix + part] for part in parts if prefix + part in texts}

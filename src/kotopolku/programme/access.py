"""The only doors to the programme's rows: the whole of it, as the folder would say it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kotopolku.languages.texts import Texts
from kotopolku.programme import entries, models
from kotopolku.services import access as catalogue
from kotopolku.services import entries as service_entries
from kotopolku.services.models import Entry
from kotopolku.services.records import build


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the programme: its name there, its table, its record, and the code of an entry."""

    name: str
    model: type[Entry]
    record: type
    code: Callable[[Any], str]


def _id(entry: Any) -> str:
    return str(entry.id)


PARTS = (
    Part("municipalities", models.MemberEntry, entries.Municipality, _id),
    Part("organisations", models.Party, entries.Organisation, _id),
    Part("contacts", models.ProgrammeContact, entries.Contact, _id),
    Part(
        "recipients",
        models.ContactRecipient,
        entries.Recipient,
        lambda each: f"{each.municipality}:{each.valid_from.isoformat()}",
    ),
    Part("deviations", models.Deviation, entries.Deviation, _id),
    Part("follow_up", models.FollowUp, entries.FollowUp, _id),
    Part("communication", models.Communication, entries.Communication, _id),
    Part("own_rules", models.OwnRule, entries.OwnRule, _id),
    Part("advice_topics", models.AdviceTopic, entries.AdviceTopic, _id),
    Part("approvals", models.Approval, entries.Approval, lambda each: str(each.municipality)),
    Part("guides", models.Guide, entries.Guide, _id),
    Part("local_services", models.LocalService, entries.LocalService, _id),
    Part("confirm", models.Sample, entries.Confirm, lambda each: str(each.field)),
)
"""The lists that are tables of this app; services and places are the catalogue's."""


def programme_row(area_id: str, *, lock: bool = False) -> models.Programme | None:
    """Return the head of the area's programme, locked for a change when asked; None before one is loaded."""
    rows = models.Programme.objects.filter(area_id=area_id)
    return (rows.select_for_update() if lock else rows).first()


def programme_areas() -> tuple[str, ...]:
    """Return the ids of the areas that have a programme."""
    return tuple(models.Programme.objects.order_by("area_id").values_list("area_id", flat=True))


def part_of(area_id: str, name: str) -> tuple[Any, ...]:
    """Return one list of the programme as its records (`entries`); raises KeyError for an unknown list."""
    part = {each.name: each for each in PARTS}[name]
    return tuple(build(part.record, row.facts) for row in catalogue.entries_of(part.model, area_id))


def texts_of(area_id: str, *, prefix: str = "") -> dict[str, Texts]:
    """Return the texts of the programme that are no service's, by text id, those that begin with `prefix`."""
    rows = models.ProgrammeText.objects.filter(area_id=area_id, code__startswith=prefix)
    return dict(rows.order_by("code").values_list("code", "texts"))


def whole_programme(area_id: str) -> entries.Programme | None:
    """Return everything the area's programme says; None before one is loaded. A fixed number of queries."""
    head = programme_row(area_id)
    if head is None:
        return None
    texts = texts_of(area_id)
    services, others = catalogue.services_of(area_id), catalogue.other_services_of(area_id)
    for row in services:
        parts = (*service_entries.SERVICE_TEXTS, *service_entries.OPTIONAL_SERVICE_TEXTS)
        texts |= _texts_in(row, f"service-{row.code}-", parts)
    for other in others:
        texts |= _texts_in(other, f"other-{other.code}-", service_entries.OTHER_TEXTS)
    return entries.Programme(
        schema_version=head.schema_version,
        area=build(entries.Area, head.area_facts),
        document=build(entries.Document, head.document),
        services=tuple(build(service_entries.Service, row.facts) for row in services),
        places=tuple(build(service_entries.Place, row.facts) for row in catalogue.places_of(area_id)),
        other_services=tuple(build(service_entries.OtherService, row.facts) for row in others),
        texts=dict(sorted(texts.items())),
        **{part.name: part_of(area_id, part.name) for part in PARTS},
    )


def _texts_in(row: Entry, prefix: str, parts: tuple[str, ...]) -> Mapping[str, Texts]:
    return {prefix + part: texts for part in parts if (texts := getattr(row, part)).entries}

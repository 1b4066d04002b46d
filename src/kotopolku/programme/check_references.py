"""Whether every id a programme names exists, once, and is of the right kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kotopolku.programme.check_schema import nearest
from kotopolku.programme.entries import Programme
from kotopolku.programme.files import FACTS
from kotopolku.programme.problem import ERROR, N_, Problem

Reference = tuple[str, str, frozenset[str]]
"""Field, the id it names, the ids it may name."""


def reference_problems(programme: Programme) -> list[Problem]:
    """Return every id that is there twice and every reference that leads nowhere."""
    return [
        *_doubles(programme),
        *(_dangling(each) for each in _references(programme) if each[1] not in each[2]),
    ]


def _doubles(programme: Programme) -> Iterator[Problem]:
    lists: dict[str, list[str]] = {
        # Municipalities and organisations are named by the same fields, so their ids may not meet.
        "organisations": [each.id for each in programme.municipalities]
        + [each.id for each in programme.organisations],
        "contacts": [each.id for each in programme.contacts],
        "places": [each.id for each in programme.places],
        "services": [each.id for each in programme.services],
        "other_services": [each.id for each in programme.other_services],
        "deviations": [each.id for each in programme.deviations],
        "follow_up": [each.id for each in programme.follow_up],
        "guides": [each.id for each in programme.guides],
        "local_services": [each.id for each in programme.local_services],
        "communication": [each.id for each in programme.communication],
        "own_rules": [each.id for each in programme.own_rules],
        "recipients": [f"{each.municipality} {each.valid_from}" for each in programme.recipients],
        "confirm": [each.field for each in programme.confirm],
        "approvals": [each.municipality for each in programme.approvals],
        "services.number": [str(each.number) for each in programme.services],
    }
    for part, keys in lists.items():
        for key, times in sorted(Counter(keys).items()):
            if times > 1:
                yield Problem(
                    ERROR,
                    "same_id",
                    FACTS,
                    f"{part}[{key}]",
                    N_("'{id}' is there {times} times."),
                    N_("Give each entry its own."),
                    {"id": key, "times": str(times)},
                )


def _dangling(reference: Reference) -> Problem:
    field, key, known = reference
    meant = nearest(key, known)
    remedy = N_("Did you mean '{meant}'?") if meant else N_("Add it, or name one of: {known}.")
    params = {"id": key, "meant": meant or "", "known": ", ".join(sorted(known))}
    return Problem(ERROR, "unknown_id", FACTS, field, N_("There is no '{id}'."), remedy, params)


def _references(programme: Programme) -> Iterator[Reference]:
    members = frozenset(each.id for each in programme.municipalities)
    organisations = frozenset(each.id for each in programme.organisations)
    contacts = frozenset(each.id for each in programme.contacts)
    services = frozenset(each.id for each in programme.services)
    parties = members | organisations
    area, document = programme.area, programme.document
    yield ("area.host", area.host, members)
    yield (
        "area.employment_authority",
        area.employment_authority,
        _of_kind(programme, "employment_authority"),
    )
    yield from _each("area.counties", area.counties, _of_kind(programme, "county"))
    yield from _each("area.regional_producers", area.regional_producers, parties)
    yield ("document.coordinating_unit", document.coordinating_unit, parties)
    yield ("document.host_unit", document.host_unit, parties)
    yield from _each("document.prepared_by", document.prepared_by, parties)
    for number, chapter in enumerate(document.chapters):
        if chapter.service:
            yield (f"document.chapters[{number}].service", chapter.service, services)
    for municipality in programme.municipalities:
        yield (f"municipalities[{municipality.id}].contact", municipality.contact, contacts)
    for organisation in programme.organisations:
        if organisation.part_of:
            yield (f"organisations[{organisation.id}].part_of", organisation.part_of, parties)
        if organisation.successor:
            yield (f"organisations[{organisation.id}].successor", organisation.successor, parties)
    for contact in programme.contacts:
        yield (f"contacts[{contact.id}].organisation", contact.organisation, parties)
        if contact.successor:
            yield (f"contacts[{contact.id}].successor", contact.successor, contacts)
    for place in programme.places:
        yield (f"places[{place.id}].municipality", place.municipality, members)
    yield from _small_lists(programme, members=members, parties=parties, contacts=contacts, services=services)
    yield from _guide_references(
        programme, members=members, parties=parties, contacts=contacts, services=services
    )
    yield from _service_references(programme, members=members, parties=parties, contacts=contacts)


def _small_lists(
    programme: Programme,
    *,
    members: frozenset[str],
    parties: frozenset[str],
    contacts: frozenset[str],
    services: frozenset[str],
) -> Iterator[Reference]:
    for recipient in programme.recipients:
        field = f"recipients[{recipient.municipality}]"
        yield (f"{field}.municipality", recipient.municipality, members)
        yield (f"{field}.contact", recipient.contact, contacts)
        if recipient.stand_in:
            yield (f"{field}.stand_in", recipient.stand_in, contacts)
    for approval in programme.approvals:
        yield (f"approvals[{approval.municipality}].municipality", approval.municipality, members)
    for deviation in programme.deviations:
        yield (f"deviations[{deviation.id}].service", deviation.service, services)
    for other in programme.other_services:
        yield (f"other_services[{other.id}].organisation", other.organisation, parties)
    for follow_up in programme.follow_up:
        if follow_up.party:
            yield (f"follow_up[{follow_up.id}].party", follow_up.party, parties)
    for means in programme.communication:
        yield from _each(f"communication[{means.id}].municipalities", means.municipalities, members)
    for rule in programme.own_rules:
        yield from _each(f"own_rules[{rule.id}].services", rule.services, services)


def _guide_references(
    programme: Programme,
    *,
    members: frozenset[str],
    parties: frozenset[str],
    contacts: frozenset[str],
    services: frozenset[str],
) -> Iterator[Reference]:
    for guide in programme.guides:
        yield (f"guides[{guide.id}].contact", guide.contact, contacts)
        yield from _each(f"guides[{guide.id}].answers", guide.answers, parties)
        yield from _each(f"guides[{guide.id}].services", guide.services, services)
    for local in programme.local_services:
        if local.answers:
            yield (f"local_services[{local.id}].answers", local.answers, parties)
        for member in local.links:
            yield (f"local_services[{local.id}].links.{member}", member, members)


def _service_references(
    programme: Programme, *, members: frozenset[str], parties: frozenset[str], contacts: frozenset[str]
) -> Iterator[Reference]:
    places = frozenset(each.id for each in programme.places)
    for service in programme.services:
        field = f"services[{service.id}]"
        yield (f"{field}.contact", service.contact, contacts)
        yield from _each(f"{field}.municipalities", service.municipalities, members)
        yield from _each(f"{field}.places", service.places, places)
        yield from _each(f"{field}.partners", service.partners, parties)
        for number, rung in enumerate(service.ladder):
            yield from _each(f"{field}.ladder[{number}].producers", rung.producers, parties)


def _of_kind(programme: Programme, kind: str) -> frozenset[str]:
    """Organisations of a kind, and municipalities: a city may be its own county or employment authority."""
    own = {each.id for each in programme.organisations if each.kind in {kind, "municipality"}}
    return frozenset(own | {each.id for each in programme.municipalities})


def _each(field: str, keys: Iterable[str], known: frozenset[str]) -> Iterator[Reference]:
    for number, key in enumerate(keys):
        yield (f"{field}[{number}]", key, known)

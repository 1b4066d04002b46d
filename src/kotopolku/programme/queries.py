"""The programme as pages show it: services with who answers for them, municipalities, recipients, the document.

All of it is public: no sign-in is asked for and nobody is shown but officials whose role or name is published.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from kotopolku.languages.texts import Texts
from kotopolku.programme import entries
from kotopolku.programme.access import part_of, programme_areas, programme_row, texts_of, whole_programme
from kotopolku.programme.check import check
from kotopolku.programme.contacts import contact_on
from kotopolku.programme.files import render
from kotopolku.programme.views import (
    ApprovalView,
    ChapterView,
    ContactView,
    DocumentView,
    JobseekerView,
    MunicipalityView,
    OwnRuleView,
    PlaceView,
    ProgrammeHead,
    RecipientView,
    RemarkView,
    RungView,
    ServicePage,
)
from kotopolku.programme.wording import in_words
from kotopolku.services import entries as catalogue
from kotopolku.services import queries as services
from kotopolku.services.records import build


def areas() -> tuple[str, ...]:
    """Return the ids of the areas that have a programme."""
    return programme_areas()


def programme_of(area_id: str) -> entries.Programme | None:
    """Return everything the programme says, as `programme export` writes it; None before one is loaded."""
    return whole_programme(area_id)


def head(area_id: str) -> ProgrammeHead | None:
    """Return the title, the edition and the version of the programme; None before one is loaded."""
    row = programme_row(area_id)
    if row is None:
        return None
    texts = texts_of(area_id, prefix="programme-")
    document = build(entries.Document, row.document)
    return ProgrammeHead(
        title=texts["programme-title"],
        summary=texts["programme-summary"],
        edition=document.edition,
        valid_from=document.valid_from,
        version=row.version,
        changed_on=row.changed_on,
        languages=build(entries.Area, row.area_facts).languages,
    )


def service_page(area_id: str, code: str, *, on: date) -> ServicePage | None:
    """Return one service with names instead of ids, its contact valid on the day and its own rules; None: no such."""
    view = services.service(area_id, code)
    row = programme_row(area_id)
    if view is None or row is None:
        return None
    facts = view.facts
    names = party_names(area_id)
    area = build(entries.Area, row.area_facts)
    answers = {"home_municipality": None, "employment_authority": names[area.employment_authority]}
    samples = to_confirm(area_id)
    return ServicePage(
        service=view,
        contact=_contact(part_of(area_id, "contacts"), facts.contact, names, on=on),
        places=tuple(each for each in _places(area_id, names, samples) if each.facts.id in facts.places),
        municipalities=tuple(names[each] for each in facts.municipalities),
        ladder=tuple(_rung(rung, names) for rung in facts.ladder),
        partners=tuple(names[each] for each in facts.partners),
        answers_for_jobseekers=answers[facts.responsible_for_jobseekers],
        counties=tuple(names[each] for each in area.counties) if facts.county_participates else (),
        own_rules=tuple(each for each in own_rules(area_id) if code in each.services),
        samples=frozenset(each for each in samples if each.startswith(f"services[{code}]")),
    )


def municipality_page(area_id: str, code: str, *, on: date) -> MunicipalityView | None:
    """Return one member municipality: contact, 9 § recipient, places, services, approval; None: no such member."""
    found = {each.facts.id: each for each in municipalities(area_id, on=on)}
    return found.get(code)


def municipalities(area_id: str, *, on: date) -> tuple[MunicipalityView, ...]:
    """Return the municipalities that are members on the day, in the order of the programme."""
    names, contacts = party_names(area_id), part_of(area_id, "contacts")
    places = _places(area_id, names, to_confirm(area_id))
    receiving = {each.municipality: each for each in recipients(area_id, on=on)}
    decided = {each.municipality: each for each in _approvals(area_id, names)}
    offered = services.services(area_id)
    return tuple(
        MunicipalityView(
            facts=each,
            name=names[each.id],
            contact=_contact(contacts, each.contact, names, on=on),
            recipient=receiving.get(each.id),
            places=tuple(place for place in places if place.facts.municipality == each.id),
            services=tuple(service for service in offered if each.id in service.facts.municipalities),
            approval=decided.get(each.id),
        )
        for each in part_of(area_id, "municipalities")
        if _valid(each.member_from, each.member_until, on)
    )


def recipients(area_id: str, *, on: date) -> tuple[RecipientView, ...]:
    """Return who receives authorities' contacts on the day in each municipality, with the stand-in (9 § 2 mom.)."""
    names, contacts = party_names(area_id), part_of(area_id, "contacts")
    samples = to_confirm(area_id)
    return tuple(
        RecipientView(
            municipality=each.municipality,
            municipality_name=names[each.municipality],
            recipient=_contact(contacts, each.contact, names, on=on),
            stand_in=_contact(contacts, each.stand_in, names, on=on) if each.stand_in else None,
            is_sample=f"recipients[{each.municipality}]" in samples,
        )
        for each in part_of(area_id, "recipients")
        if _valid(each.valid_from, each.valid_until, on)
    )


def jobseekers(area_id: str) -> JobseekerView | None:
    """Return what the employment authority does for jobseekers and what stays with the municipality (3 §)."""
    row = programme_row(area_id)
    if row is None:
        return None
    area = build(entries.Area, row.area_facts)
    offered = services.services(area_id)
    with_authority = [
        each for each in offered if each.facts.responsible_for_jobseekers == "employment_authority"
    ]
    others = services.other_services(area_id)
    return JobseekerView(
        employment_area=Texts.of(**area.employment_area),
        authority=party_names(area_id)[area.employment_authority],
        explanation=texts_of(area_id, prefix="chapter-jobseekers-").get("chapter-jobseekers-body", Texts()),
        with_authority=tuple(with_authority),
        with_municipality=tuple(each for each in offered if each not in with_authority),
        other=tuple(each for each in others if each.facts.organisation == area.employment_authority),
    )


def document(area_id: str, *, on: date) -> DocumentView | None:
    """Return the readable document in chapters, with who prepared it and the state of each approval."""
    found = head(area_id)
    row = programme_row(area_id)
    if found is None or row is None:
        return None
    facts = build(entries.Document, row.document)
    names = party_names(area_id)
    texts = texts_of(area_id)
    by_code = {each.code: each for each in services.services(area_id)}
    contacts = part_of(area_id, "contacts")
    return DocumentView(
        head=found,
        area=build(entries.Area, row.area_facts),
        facts=facts,
        coordinating_unit=names[facts.coordinating_unit],
        host_unit=names[facts.host_unit],
        prepared_by=tuple(names[each] for each in facts.prepared_by),
        prepared_with_network=facts.prepared_with_network,
        chapters=tuple(_chapter(each, texts, by_code) for each in facts.chapters),
        approvals=_approvals(area_id, names),
        contacts=tuple(
            (names[each.id], contact)
            for each in part_of(area_id, "municipalities")
            if (contact := _contact(contacts, each.contact, names, on=on))
        ),
        deviations=tuple(
            (each, texts[f"deviation-{each.id}-reason"]) for each in part_of(area_id, "deviations")
        ),
        follow_up=tuple(
            (texts[f"follow-up-{each.id}"], names[each.party] if each.party else None)
            for each in part_of(area_id, "follow_up")
        ),
        communication=tuple(texts[f"communication-{each.id}"] for each in part_of(area_id, "communication")),
        samples=to_confirm(area_id),
    )


def own_rules(area_id: str) -> tuple[OwnRuleView, ...]:
    """Return the area's own rules and service targets, never law, in the order of the programme."""
    texts = texts_of(area_id, prefix="rule-")
    samples = to_confirm(area_id)
    return tuple(
        OwnRuleView(
            code=each.id,
            kind=each.kind,
            value=each.value,
            unit=each.unit,
            services=each.services,
            title=texts[f"rule-{each.id}-title"],
            body=texts[f"rule-{each.id}-body"],
            is_sample=f"own_rules[{each.id}].value" in samples,
        )
        for each in part_of(area_id, "own_rules")
    )


def to_confirm(area_id: str) -> frozenset[str]:
    """Return the fields whose content is a sample until the area confirms it, as the check names fields."""
    return frozenset(each.field for each in part_of(area_id, "confirm"))


def remarks(area_id: str) -> tuple[RemarkView, ...]:
    """Return what the check says of the programme as it stands: repealed citations, deviations, samples, …"""
    programme = whole_programme(area_id)
    if programme is None:
        return ()
    found = []
    for each in check(render(programme)).problems:
        message, remedy = in_words(each)
        found.append(
            RemarkView(code=each.code, file=each.file, field=each.field, message=message, remedy=remedy)
        )
    return tuple(found)


def party_names(area_id: str) -> dict[str, Texts]:
    """Return the names of municipalities and organisations the programme speaks of, by id."""
    parties = (*part_of(area_id, "municipalities"), *part_of(area_id, "organisations"))
    return {each.id: Texts.of(**each.name) for each in parties}


def _valid(first: date, last: date | None, on: date) -> bool:
    return first <= on and (last is None or on <= last)


def _contact(
    contacts: Iterable[entries.Contact], code: str, names: Mapping[str, Texts], *, on: date
) -> ContactView | None:
    """The contact as published on the day; a name whose period is over is not shown, nor is its role."""
    found = contact_on(contacts, code, on=on)
    if found is None:
        return None
    return ContactView(
        role=Texts.of(**found.role),
        organisation=names[found.organisation],
        person=found.person,
        email=found.role_email,
        phone=found.role_phone,
    )


def _places(area_id: str, names: Mapping[str, Texts], samples: frozenset[str]) -> tuple[PlaceView, ...]:
    return tuple(
        PlaceView(
            facts=each,
            name=Texts.of(**each.name),
            municipality_name=names[each.municipality],
            is_sample=any(field.startswith(f"places[{each.id}]") for field in samples),
        )
        for each in services.places(area_id)
    )


def rungs(area_id: str) -> dict[str, tuple[RungView, ...]]:
    """Return the ways in which each service is arranged, by the service's code."""
    names = party_names(area_id)
    return {
        one.code: tuple(_rung(rung, names) for rung in one.facts.ladder) for one in services.services(area_id)
    }


def _rung(rung: catalogue.Rung, names: Mapping[str, Texts]) -> RungView:
    return RungView(
        arrangement=rung.arrangement,
        producers=tuple(names[each] for each in rung.producers),
        producer_kinds=rung.producer_kinds,
        stage=rung.stage,
        condition=rung.condition,
    )


def _approvals(area_id: str, names: Mapping[str, Texts]) -> tuple[ApprovalView, ...]:
    return tuple(
        ApprovalView(
            municipality=each.municipality,
            municipality_name=names[each.municipality],
            state=each.state,
            body=Texts.of(**each.body) if each.body else None,
            decided_on=each.decided_on,
            reference=each.reference,
        )
        for each in part_of(area_id, "approvals")
    )


def _chapter(
    chapter: entries.Chapter, texts: Mapping[str, Texts], by_code: Mapping[str, services.ServiceView]
) -> ChapterView:
    if chapter.service:
        service = by_code[chapter.service]
        return ChapterView(code=chapter.service, title=service.name, body=None, service=service)
    code = str(chapter.text)
    return ChapterView(
        code=code, title=texts[f"chapter-{code}-title"], body=texts[f"chapter-{code}-body"], service=None
    )

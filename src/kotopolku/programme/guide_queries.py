"""Elämäntilanteet ja perustieto as pages show them, and the other services of where one lives. All of it is public."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kotopolku.languages.texts import Texts
from kotopolku.programme import entries
from kotopolku.programme.access import part_of, texts_of
from kotopolku.programme.contacts import contact_on
from kotopolku.programme.queries import party_names, to_confirm
from kotopolku.programme.texts import LOCAL_TEXTS, guide_parts
from kotopolku.services.queries import ServiceView, services


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """A page for people: its facts, and its texts by part (name, summary, first, who, cost; or body)."""

    facts: entries.Guide
    texts: Mapping[str, Texts]

    @property
    def code(self) -> str:
        """The id the programme gives the page."""
        return self.facts.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """An organisation that decides or helps in a matter, with its own website where it has one."""

    name: Texts
    website: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage:
    """A guide with names instead of ids. `owner` is the role that answers for the page on the day, if any."""

    guide: GuideView
    answers: tuple[Answering, ...]
    services: tuple[ServiceView, ...]
    owner: Texts | None
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalView:
    """Another service as one municipality's page tells it; `answers` is the organisation, or the municipality."""

    code: str
    icon: str
    name: Texts
    body: Texts
    answers: Texts
    link: str | None
    is_sample: bool


def guides(area_id: str) -> tuple[GuideView, ...]:
    """Return the pages for people in the order of the programme."""
    texts = texts_of(area_id, prefix="guide-")
    return tuple(_view(each, texts) for each in part_of(area_id, "guides"))


def guide_page(area_id: str, code: str, *, on: date) -> GuidePage | None:
    """Return one page for people; None where the programme has no such page."""
    facts = next((each for each in part_of(area_id, "guides") if each.id == code), None)
    if facts is None:
        return None
    names = party_names(area_id)
    websites = {
        each.id: each.website
        for each in (*part_of(area_id, "municipalities"), *part_of(area_id, "organisations"))
    }
    owner = contact_on(part_of(area_id, "contacts"), facts.contact, on=on)
    return GuidePage(
        guide=_view(facts, texts_of(area_id, prefix=f"guide-{code}-")),
        answers=tuple(Answering(name=names[each], website=websites[each]) for each in facts.answers),
        services=tuple(each for each in services(area_id) if each.code in facts.services),
        owner=Texts.of(**owner.role) if owner else None,
        is_sample="guides" in to_confirm(area_id),
    )


def local_services(area_id: str, municipality: str) -> tuple[LocalView, ...]:
    """Return the other services of where one lives, as the page of the municipality tells them."""
    names, samples = party_names(area_id), to_confirm(area_id)
    texts = texts_of(area_id, prefix="local-")
    home = next((each for each in part_of(area_id, "municipalities") if each.id == municipality), None)
    found = []
    for each in part_of(area_id, "local_services"):
        own = None if each.answers or home is None else home.website
        name, body = (texts.get(f"local-{each.id}-{part}", Texts()) for part in LOCAL_TEXTS)
        found.append(
            LocalView(
                code=each.id,
                icon=each.icon,
                name=name,
                body=body,
                answers=names[each.answers or municipality],
                link=each.links.get(municipality) or each.link or own,
                is_sample="local_services" in samples,
            )
        )
    return tuple(found)


def _view(facts: entries.Guide, texts: Mapping[str, Texts]) -> GuideView:
    return GuideView(
        facts=facts,
        texts={part: texts.get(f"guide-{facts.id}-{part}", Texts()) for part in guide_parts(facts)},
    )

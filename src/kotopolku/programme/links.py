"""Ulos vievät linkit (outward links): every address outside that the pages for people lead to, and from where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kotopolku.languages.texts import Texts
from kotopolku.programme.entries import Guide, Programme

_IN_TEXT = re.compile(r"https?://[^\s<>()\[\]\"]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutwardLink:
    """An address outside, and where it stands: names of entries and texts of the programme."""

    url: str
    places: tuple[str, ...]


def outward_links(programme: Programme) -> tuple[OutwardLink, ...]:
    """Return every address outside that pages for people and of municipalities lead to, in order of addresses."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for url, place in _all(programme):
        found[url.rstrip(".,;:")][place] = None
    return tuple(OutwardLink(url=url, places=tuple(found[url])) for url in sorted(found))


def links_of_guide(programme: Programme, guide: Guide) -> tuple[str, ...]:
    """Return the addresses that one page for people leads to."""
    return tuple(dict.fromkeys(url for url, _place in _of_guide(programme, guide)))


def _all(programme: Programme) -> Iterator[tuple[str, str]]:
    for guide in programme.guides:
        yield from _of_guide(programme, guide)
    for local in programme.local_services:
        for url in (local.link, *local.links.values()):
            if url:
                yield url, f"local_services[{local.id}]"
    for home in programme.municipalities:
        if home.website:
            yield home.website, f"municipalities[{home.id}]"
    for other in programme.other_services:
        if other.link:
            yield other.link, f"other_services[{other.id}]"
    for code, texts in programme.texts.items():
        if code.startswith("local-"):
            yield from _in_texts(code, texts)


def _of_guide(programme: Programme, guide: Guide) -> Iterator[tuple[str, str]]:
    place = f"guides[{guide.id}]"
    for url in guide.links:
        yield url, place
    websites = {each.id: each.website for each in programme.municipalities}
    websites |= {each.id: each.website for each in programme.organisations}
    for party in guide.answers:
        website = websites.get(party)
        if website:
            yield website, place
    for code, texts in programme.texts.items():
        if code.startswith(f"guide-{guide.id}-"):
            yield from _in_texts(code, texts)


def _in_texts(code: str, texts: Texts) -> Iterator[tuple[str, str]]:
    for language, entry in texts:
        for url in _IN_TEXT.findall(entry.text):
            yield url, f"texts/{language}/{code}.md"

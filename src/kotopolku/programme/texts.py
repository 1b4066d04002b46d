"""Tekstit (texts) a programme must have: which text ids follow from its facts."""

from __future__ import annotations

from kotopolku.programme.entries import Guide, Programme
from kotopolku.services.entries import OPTIONAL_SERVICE_TEXTS, OTHER_TEXTS, SERVICE_TEXTS

ORIGINAL = "fi"
"""The language every text exists in; the others are made from it."""

SITUATION_TEXTS = ("name", "summary", "first", "who", "cost")
"""What a page on a situation in life says: what to do first, who answers, what it costs."""

TELLING_TEXTS = ("name", "summary", "body")
LOCAL_TEXTS = ("name", "body")


def required_texts(programme: Programme) -> list[str]:
    """Return the ids of the texts the facts call for, in reading order."""
    found = ["programme-title", "programme-summary"]
    for chapter in programme.document.chapters:
        if chapter.text:
            found += [f"chapter-{chapter.text}-title", f"chapter-{chapter.text}-body"]
    for service in programme.services:
        found += [f"service-{service.id}-{part}" for part in SERVICE_TEXTS]
    for other in programme.other_services:
        found += [f"other-{other.id}-{part}" for part in OTHER_TEXTS]
    for rule in programme.own_rules:
        found += [f"rule-{rule.id}-title", f"rule-{rule.id}-body"]
    found += [f"deviation-{each.id}-reason" for each in programme.deviations]
    found += [f"follow-up-{each.id}" for each in programme.follow_up]
    found += [f"communication-{each.id}" for each in programme.communication]
    for guide in programme.guides:
        found += [f"guide-{guide.id}-{part}" for part in guide_parts(guide)]
    for local in programme.local_services:
        found += [f"local-{local.id}-{part}" for part in LOCAL_TEXTS]
    return found


def guide_parts(guide: Guide) -> tuple[str, ...]:
    """Return the parts of a guide's text in reading order: a situation says what to do, the others tell."""
    return SITUATION_TEXTS if guide.kind == "situation" else TELLING_TEXTS


def optional_texts(programme: Programme) -> list[str]:
    """Return the ids of texts that may be there."""
    return [
        f"service-{service.id}-{part}" for service in programme.services for part in OPTIONAL_SERVICE_TEXTS
    ]

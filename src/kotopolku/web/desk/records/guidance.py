"""A client's named visits to advice for the national system (874/2024 4 §): what is copied, and its mark."""

from uuid import UUID

from django.utils.translation import gettext as _

from kotopolku.advice.national import GuidanceRecord, guidance_records
from kotopolku.advice.queries import advice_settings
from kotopolku.plans.unrecorded import Mark
from kotopolku.web.desk.advice import words
from kotopolku.web.desk.advice.onward.view import receivers
from kotopolku.web.desk.records.cards import Card
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day


def cards_of_guidance(person_id: UUID, area_id: str) -> list[Card]:
    """Return a client's named visits, oldest first; the area's words are asked for only where there are any."""
    rows = guidance_records(person_id)
    if not rows:
        return []
    rules, known = advice_settings(area_id), receivers(area_id)
    topics = {
        code: topic.name.pick("fi").text for row in rows for code in row.needs if (topic := rules.topic(code))
    }
    names = {code: one.name.pick("fi").text for code, one in known.items()}
    return [_card(row, topics=topics, names=names) for row in rows]


def _card(row: GuidanceRecord, *, topics: dict[str, str], names: dict[str, str]) -> Card:
    guided = (
        f"{names.get(one['to'], one['to'])} ({codes.word(words.ONWARD_WAYS, one['way'])})"
        for one in row.guided_to
    )
    consent = _("%(how)s, %(day)s") % {
        "how": codes.word(words.CONSENTS, row.consent_how),
        "day": day(row.consent_on),
    }
    pairs = (
        (_("Needs of services that were found"), ", ".join(topics.get(one, one) for one in row.needs)),
        (_("Outcome"), codes.word(words.OUTCOMES, row.outcome)),
        (_("Guided to"), "; ".join(guided)),
        (_("The client's consent"), consent),
        (_("Why recording it is needed"), row.reason),
        (_("Made by"), row.author),
        (_("Source"), row.source),
    )
    mark = (
        Mark(
            id=row.id,
            kind="guidance",
            subject=str(row.id),
            recorded_on=row.recorded_on,
            by_name=row.recorded_by,
        )
        if row.recorded_on
        else None
    )
    return Card(
        kind="guidance",
        name=_("Visit to advice"),
        record=str(row.id),
        when=str(day(row.on)),
        pairs=tuple((name, text) for name, text in pairs if text),
        mark=mark,
    )

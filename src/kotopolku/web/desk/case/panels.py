"""What stands on the case page, as shapes: path, timeline, languages and contact, household."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kotopolku.accounts.queries import AreaView
from kotopolku.cases.views import CaseView, EventView, Timeline
from kotopolku.handovers.events import SENTENCES as HANDOVER_SENTENCES
from kotopolku.people.queries import ContactRule
from kotopolku.people.views import OpenedView, OrderView, PersonCard
from kotopolku.plans.events import SENTENCES as PLAN_SENTENCES
from kotopolku.plans.views import PlanLine
from kotopolku.web.desk.findings import written
from kotopolku.web.desk.undo.view import note_undo_url
from kotopolku.web.desk.words import codes
from kotopolku.web.desk.words.facts import fact_name
from kotopolku.web.desk.words.grounds import code_word
from kotopolku.web.desk.words.safety import rule_lines
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day, day_short
from kotopolku.web.parts.packet.words import WAYS
from kotopolku.web.parts.shapes import Action, Citation, EntryKind, Fact, PathStep, StepState, TimelineEntry

KINDS = {"legal": EntryKind.ACT, "document": EntryKind.DOCUMENT}


def path(case: CaseView, plans: Sequence[PlanLine], *, on: date) -> list[PathStep]:
    """Return the five steps; where the client is now is orange, dates instead of percentages."""
    assessed = case.assessment_state == "concluded"
    current = next((plan for plan in plans if plan.state == "accepted"), None)
    ended = bool(plans) and current is None and all(plan.state == "ended" for plan in plans)
    reached = 1
    if assessed:
        reached = 2
    if current is not None:
        reached = 3
    if ended or case.closed_on:
        reached = 4
    first = case.contacts[0] if case.contacts else None
    steps = [
        (_("Contact"), day_short(first.received_on) if first else day_short(case.opened_on)),
        (
            _("Assessment"),
            _("made") if assessed else _("begun") if case.assessment_state else _("without delay"),
        ),
        (
            _("Plan"),
            day_short(current.made_on) if current and current.made_on else _("without delay after it"),
        ),
        (_("Services and reviews"), _("at least every 6 months")),
        (_("End"), str(day(case.closed_on)) if case.closed_on else ""),
    ]
    return [
        PathStep(
            name=name,
            when=str(when),
            state=StepState.DONE
            if number < reached
            else StepState.NOW
            if number == reached
            else StepState.AHEAD,
        )
        for number, (name, when) in enumerate(steps)
    ]


def entries(timeline: Timeline, *, case_id: UUID) -> list[TimelineEntry]:
    """Return events as entries of the timeline, newest first."""
    return [
        TimelineEntry(
            when=str(day_short(event.on)),
            year=event.on.year,
            act=_sentence(event),
            kind=KINDS.get(event.kind, EntryKind.CONTACT),
            sentence=event.text,
            meta=event.by,
            citation=Citation(text=written(event.provision)) if event.provision else None,
            voided=_voided(event),
            action=_void(event, case_id) if event.may_void else None,
        )
        for event in timeline.events
    ]


def _voided(event: EventView) -> str:
    if event.voided_at is None:
        return ""
    return _("voided %(day)s by %(name)s") % {"day": day(localdate(event.voided_at)), "name": event.voided_by}


def _void(event: EventView, case_id: UUID) -> Action:
    return Action(label=_("Void the note"), url=note_undo_url(case_id, event.id), kind="plain", post=True)


def _sentence(event: EventView) -> str:
    message = event.sentence or {**PLAN_SENTENCES, **HANDOVER_SENTENCES}.get(event.code, "")
    if not message:
        return ""
    return _(message).format_map(_Written(event.params))


class _Written(dict[str, str]):
    """Params of an event as words: days as people write them, codes by their lists; an absent one is a dash."""

    def __init__(self, params: Mapping[str, Any]) -> None:
        super().__init__({name: _word(name, value) for name, value in params.items()})

    def __missing__(self, key: str) -> str:
        return "–"


BY_NAME = {
    "outcome": codes.ASSESSMENT_OUTCOMES,
    "because": codes.OPENED_BECAUSE,
    "kind": codes.MEASURE_KINDS,
    "way": {**WAYS, **codes.ANSWER_WAYS},
    "state": codes.MEASURE_STATES,
}


def _word(name: str, value: Any) -> str:
    text = str(value)
    if name == "key":
        return fact_name(text)
    if name == "language":
        return language_name(text)
    if name == "reason":
        return codes.word({**codes.CLOSED_REASONS, **codes.END_REASONS, **codes.OBSTACLE_REASONS}, text)
    if name in BY_NAME:
        return codes.word(BY_NAME[name], text)
    try:
        return str(day(date.fromisoformat(text)))
    except ValueError:
        return code_word(text)


def languages_and_contact(
    card: PersonCard, *, opened: OpenedView | None, order: OrderView | None, rule: ContactRule, case_id: UUID
) -> list[Fact]:
    """Return the rail's rows, how to reach the client before any number.

    Contacts of a protected person are not in the page at all, unless the reader has opened them with a reason.
    """
    rows = [
        Fact(name=str(codes.LANGUAGE_USES[use]), value=_languages(card, use)) for use in codes.LANGUAGE_USES
    ]
    rows = [row if row.value else Fact(name=row.name, value=_("not recorded")) for row in rows[:4]] + [
        row for row in rows[4:] if row.value
    ]
    rows.append(
        Fact(
            name=_("Safe contact"),
            value=" ".join(rule_lines(rule)) or _("not asked yet"),
            url=reverse("desk:safe_contact", args=[case_id]),
        )
    )
    if order is not None and order.contact_address:
        rows.append(Fact(name=_("Contact address"), value=order.contact_address))
    details = opened.contact if opened is not None else card.contact
    if details is None:
        return [*rows, Fact(name=_("Contact details"), masked=True)]
    words = {"phone": _("Telephone"), "email": _("E-mail"), "address": _("Address")}
    return [*rows, *(Fact(name=words[one.kind], value=one.value, more=one.note) for one in details)]


def _languages(card: PersonCard, use: str) -> str:
    return ", ".join(
        language_name(one.language) + (f" ({one.dialect})" if one.dialect else "")
        for one in card.languages
        if one.use == use
    )


def responsible(
    case: CaseView, card: PersonCard, area: AreaView, *, authority: str, opened: OpenedView | None
) -> list[Fact]:
    """Return who answers now: municipality (masked under non-disclosure unless opened), authority, officer."""
    place = opened.municipality_id if opened is not None else card.row.municipality_id
    home = area.by_id.get(place) if place is not None else None
    return [
        Fact(
            name=_("Home municipality"), value=home.names.pick("fi").text if home else "", masked=home is None
        ),
        Fact(name=_("Responsible"), value=authority),
        Fact(name=_("Officer"), value=case.officer or _("nobody yet")),
        Fact(name=_("Case"), value=case.number),
    ]


def household(card: PersonCard, *, on: date) -> list[Fact]:
    """Return the members the duty sees."""
    roles = {"adult": _("adult"), "child": _("child"), "other": _("member")}
    return [
        Fact(
            name=roles.get(one.role, one.role),
            value=one.person.name,
            more=age(one.person.birth_date, on=on),
            url=reverse("desk:person", args=[one.person.id]),
        )
        for one in card.household
    ]


def age(born: date | None, *, on: date) -> str:
    """Return the age in words; empty when the date of birth is not known."""
    if born is None:
        return ""
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}

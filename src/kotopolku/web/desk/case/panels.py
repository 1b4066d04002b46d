"""What stands beside the events of a case, as shapes: path, languages and contact, responsible, household, network."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kotopolku.accounts.queries import AreaView
from kotopolku.cases.views import CaseView
from kotopolku.network.queries import MemberView
from kotopolku.people.queries import ContactRule
from kotopolku.people.views import OpenedView, OrderView, PersonCard
from kotopolku.plans.views import PlanLine
from kotopolku.web.desk.words import codes
from kotopolku.web.desk.words import network as words
from kotopolku.web.desk.words.codes import word
from kotopolku.web.desk.words.safety import rule_lines
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day, day_short
from kotopolku.web.parts.shapes import Fact, FindingCard, PathStep, StepState


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
    case: CaseView,
    card: PersonCard,
    area: AreaView,
    *,
    authority: FindingCard | None,
    opened: OpenedView | None,
) -> list[Fact]:
    """Return who answers now and why: municipality (masked under non-disclosure unless opened), authority, officer."""
    place = opened.municipality_id if opened is not None else card.row.municipality_id
    home = area.by_id.get(place) if place is not None else None
    return [
        Fact(
            name=_("Home municipality"), value=home.names.pick("fi").text if home else "", masked=home is None
        ),
        Fact(
            name=_("Responsible"),
            value=authority.sentence if authority else "",
            more=(authority.because or _why(authority)) if authority else "",
        ),
        Fact(name=_("Officer"), value=case.officer or _("nobody yet")),
        Fact(name=_("Case"), value=case.number),
    ]


def _why(card: FindingCard) -> str:
    return card.grounds[0].statement if card.grounds else ""


def network(members: Sequence[MemberView]) -> list[Fact]:
    """Return the members of the network, those who act for the client first, with what they may be told today."""
    return [
        Fact(
            name=word(words.ROLES, one.entry.role).capitalize(),
            value=", ".join(
                part for part in (one.entry.name, one.entry.organisation, one.entry.phone) if part
            ),
            more=" ".join(part for part in (words.authority(one), words.telling(one)) if part),
            masked=one.hidden and not one.entry.name,
        )
        for one in members
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

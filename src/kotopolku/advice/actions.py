"""Neuvonnan kirjaaminen: log, correct and void a visit; name it by the visitor's consent; erase slips of age.

Nothing here asks whether somebody is entitled: advice belongs to every immigrant (KotoL 10 §).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.models import Membership
from kotopolku.advice import codes, slips
from kotopolku.advice.access import named_visit_for, settings_of, visit_for
from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.models import AdviceRules, AdviceVisit, NamedVisit, OnwardGuidance
from kotopolku.advice.onward import OnwardEntry
from kotopolku.advice.phone import phone_hours
from kotopolku.advice.settings import write
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.languages.names import is_language
from kotopolku.people.access import person_for
from kotopolku.roster.queries import one_outreach_day

_CODES = {
    "channel": (codes.CHANNELS, _("Choose how the visitor came.")),
    "interpreter": (codes.INTERPRETERS, _("Choose how you understood each other.")),
    "lives": (codes.LIVES, _("Choose the municipality, or that you did not ask.")),
    "minutes": (codes.MINUTES, _("Choose how long it took.")),
    "outcome": (codes.OUTCOMES, _("Choose what came of it.")),
}


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def log_visit(*, entry: VisitEntry) -> AdviceVisit:
    """Write one visit into the log (neuvontakäynti) on the acting day. Raises Invalid."""
    _refuse(entry)
    now = acting()
    assert now.actor.area_id is not None
    assert now.actor.staff_id is not None
    return AdviceVisit.objects.create(
        area_id=now.actor.area_id,
        on=now.on,
        staff_id=now.actor.staff_id,
        staff_name=now.actor.name,
        **_columns(entry),
    )


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def take_from_phone(*, day_id: int, visit_id: UUID, at: datetime, entry: VisitEntry) -> AdviceVisit:
    """Take a visit that a telephone kept on an outreach day without network (jalkautuminen ilman verkkoa), once.

    The telephone made `visit_id`: what is sent again finds its row and changes nothing. Raises Invalid, NotFound.
    """
    day, now = one_outreach_day(day_id), acting()
    entry = replace(entry, place=day.place, channel=codes.OUTREACH)
    _refuse(entry)
    hours = phone_hours(day.day, day.opens, day.closes)
    if not hours[0] <= at <= hours[1] or not day.day <= now.on <= day.day + timedelta(days=codes.PHONE_DAYS):
        message = _("The time of the visit is not within the outreach day. Check the clock of the telephone.")
        raise Invalid(field="at", message=message)
    assert now.actor.area_id is not None
    assert now.actor.staff_id is not None
    known = {"area_id": now.actor.area_id, "staff_id": now.actor.staff_id}
    made = {"on": day.day, "at": at, "staff_name": now.actor.name, **_columns(entry)}
    try:
        with transaction.atomic():
            return AdviceVisit.objects.get_or_create(pk=visit_id, **known, defaults=made)[0]
    except IntegrityError:
        raise Invalid(field="id", message=_("Another visit has this number already.")) from None


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def correct_visit(*, visit_id: UUID, entry: VisitEntry, version: int) -> AdviceVisit:
    """Correct a visit; the log row says who did and when. Raises Invalid, NotFound, Stale."""
    row = visit_for(visit_id, to="change")
    _refuse(entry)
    if row.version != version or row.void_reason:
        raise Stale("visit")
    for name, value in _columns(entry).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    return row


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def void_visit(*, visit_id: UUID, version: int, reason: str = "undone") -> None:
    """Take a visit out of the counts (kumoaminen); the row stays. Raises NotFound, Stale."""
    row = visit_for(visit_id, to="change")
    if row.version != version or row.void_reason:
        raise Stale("visit")
    row.void_reason, row.slip, row.version = reason[:200], None, row.version + 1
    row.save(update_fields=["void_reason", "slip", "version"])


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def give_slip(*, visit_id: UUID) -> str:
    """Return a new code for the visitor's slip; the former one stops working. It cannot be shown again."""
    row, code = visit_for(visit_id, to="change"), slips.new_code()
    row.slip, row.slip_until = slips.digest(code), acting().on + timedelta(days=codes.SLIP_DAYS)
    row.save(update_fields=["slip", "slip_until"])
    return code


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def name_visit(*, person_id: UUID, code: str, consent_how: str) -> int:
    """Join an anonymous visit to a client by the slip's code and the client's consent (874/2024 4 §).

    The visit keeps its history and its place in the counts. Raises Invalid, NotFound.
    """
    person, now = person_for(person_id, to="change"), acting()
    if consent_how not in codes.CONSENTS:
        raise Invalid(
            field="consent_how", message=_("Choose how the client consented. Without consent, stop here.")
        )
    visit = AdviceVisit.objects.filter(
        area_id=now.actor.area_id, slip=slips.digest(code), slip_until__gte=now.on, void_reason=""
    ).first()
    if visit is None:
        raise Invalid(
            field="code", message=_("No visit has this code. Check the letters; a code works for 90 days.")
        )
    if now.actor.staff_id is None or NamedVisit.objects.filter(visit=visit).exists():
        raise Invalid(field="code", message=_("This visit has been joined to a client already."))
    row = NamedVisit.objects.create(
        controller_id=person.controller_id,
        person=person,
        visit=visit,
        consent_how=consent_how,
        consent_on=now.on,
        entered_by=now.actor.staff_id,
        entered_by_name=now.actor.name,
    )
    touch(person.pk)
    return row.pk


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def withdraw_name(*, named_id: int) -> None:
    """Part a visit from the client who takes the consent back (suostumuksen peruminen). Raises NotFound."""
    row = named_visit_for(named_id)
    touch(row.person_id)
    row.delete()


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def mark_guidance_recorded(*, named_id: int, reason: str, recorded_on: date | None = None) -> None:
    """Record that a named visit stands in the national repository, and why that was needed (874/2024 4 §).

    The consent is the one by which it was named. `recorded_on` defaults to the acting day. Raises Invalid, NotFound.
    """
    row, now = named_visit_for(named_id), acting()
    day = recorded_on or now.on
    if row.recorded_on is not None:
        raise Invalid(field="", message=_("It is marked as recorded already."))
    if not reason.strip():
        message = _(
            "Write why recording it is needed for the integration: without a need it is not recorded."
        )
        raise Invalid(field="reason", message=message)
    if not row.consent_on <= day <= now.on:
        raise Invalid(field="recorded_on", message=_("Give a day from the day of the consent up to today."))
    row.recorded_on, row.recorded_by_name, row.recording_reason = day, now.actor.name, reason.strip()
    row.save(update_fields=["recorded_on", "recorded_by_name", "recording_reason"])
    touch(row.person_id)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def unmark_guidance_recorded(*, named_id: int) -> None:
    """Take back a mark made by mistake; the log keeps that it was there. Raises NotFound."""
    row = named_visit_for(named_id)
    row.recorded_on, row.recorded_by_name, row.recording_reason = None, "", ""
    row.save(update_fields=["recorded_on", "recorded_by_name", "recording_reason"])
    touch(row.person_id)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def guide_on(*, visit_id: UUID, entry: OnwardEntry) -> OnwardGuidance:
    """Log whom a visitor is guided to (eteenpäin ohjaaminen): told, called together, or handed over with consent.

    Raises Invalid, NotFound.
    """
    visit, now = visit_for(visit_id), acting()
    if entry.way not in codes.ONWARD_WAYS:
        raise Invalid(field="way", message=_("Choose how you guide the visitor on."))
    handed = entry.way == codes.HANDED_OVER
    if handed and entry.consent_how not in codes.CONSENTS:
        message = _("Choose how the visitor consented. Without consent, only tell or call together.")
        raise Invalid(field="consent_how", message=message)
    if not entry.to.startswith(("place:", "other:")) or not set(codes.TAKE).issuperset(entry.take):
        raise Invalid(field="to", message=_("Choose to whom you guide the visitor."))
    return OnwardGuidance.objects.create(
        area_id=visit.area_id,
        visit=visit,
        to=entry.to,
        way=entry.way,
        consent_how=entry.consent_how if handed else "",
        at_once=entry.at_once,
        day=None if entry.at_once else entry.day,
        at=None if entry.at_once else entry.at,
        take=list(entry.take),
        staff_name=now.actor.name,
    )


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def acknowledge_onward(*, onward_id: int) -> None:
    """Note that the receiver of a hand-over has acknowledged it (kuittaus). Raises NotFound."""
    now = acting()
    found = OnwardGuidance.objects.filter(
        pk=onward_id, area_id=now.actor.area_id, way=codes.HANDED_OVER, acknowledged_on__isnull=True
    ).update(acknowledged_on=now.on, acknowledged_by_name=now.actor.name)
    if not found:
        raise NotFound("onward guidance")


@action(Role.SYSTEM)
def erase_slips(*, area_id: str) -> int:
    """Erase the digests of slips whose 90 days are over (the nightly run) and return how many."""
    return AdviceVisit.objects.filter(area_id=area_id, slip__isnull=False, slip_until__lt=acting().on).update(
        slip=None
    )


@action(Role.OPERATOR, Role.COORDINATOR)
def set_advice_rules(
    *,
    area_id: str,
    topics: tuple[tuple[str, Mapping[str, str], Mapping[str, str]], ...],
    keys: Mapping[str, str],
    icons: Mapping[str, str],
) -> None:
    """Keep what the programme says of advice: topics as (id, names, hints) and icons, keys by municipality."""
    AdviceRules.objects.update_or_create(
        area_id=area_id, defaults={"stored": write(topics=topics, keys=keys, icons=icons)}
    )


def _columns(entry: VisitEntry) -> dict[str, object]:
    return {
        "place": entry.place,
        "channel": entry.channel,
        "language": entry.language,
        "interpreter": entry.interpreter,
        "lives": entry.lives,
        "municipality_id": entry.municipality_id if entry.lives == "member" else None,
        "topics": list(entry.topics),
        "minutes": entry.minutes,
        "outcome": entry.outcome,
        "came_back": entry.came_back,
    }


def _refuse(entry: VisitEntry) -> None:
    for name, (allowed, message) in _CODES.items():
        if getattr(entry, name) not in allowed:
            raise Invalid(field=name, message=message)
    area_id = acting().actor.area_id or ""
    if entry.lives == "member" and not _member(area_id, entry.municipality_id):
        raise Invalid(field="lives", message=_("Choose the municipality, or that you did not ask."))
    if entry.language and not is_language(entry.language):
        raise Invalid(field="language", message=_("Choose the language from the list."))
    known = {one.id for one in settings_of(area_id).topics}
    if len(set(entry.topics)) != len(entry.topics) or not known.issuperset(entry.topics):
        raise Invalid(field="topics", message=_("Choose the topics from the list."))
    if len(entry.topics) > codes.MOST_TOPICS:
        raise Invalid(field="topics", message=_("Choose at most three topics."))
    if not entry.topics and entry.outcome != codes.LEFT:
        raise Invalid(field="topics", message=_("Choose at least one topic."))


def _member(area_id: str, municipality_id: int | None) -> bool:
    return Membership.objects.filter(area_id=area_id, municipality_id=municipality_id).exists()

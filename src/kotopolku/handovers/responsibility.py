"""Vastuun seuraaminen (3.1 §): the law moves it on the day; here is noted that it moved, and the client is told.

`clocks` calls `follow` after every act and every night, so that nobody has to remember the day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext, override

from kotopolku.accounts.models import Area
from kotopolku.cases.actions.granting import leave_to_read
from kotopolku.cases.models import Case, CaseGrant
from kotopolku.cases.scopes import EMPLOYMENT_AUTHORITY
from kotopolku.handovers import codes
from kotopolku.handovers.events import tell
from kotopolku.handovers.models import Packet, Responsibility
from kotopolku.languages.days import plain_day
from kotopolku.law.act_681_2023.s03_jobseekers import covering
from kotopolku.law.facts import Facts, Period
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToPerson
from kotopolku.letters.reaching import reached_by
from kotopolku.people.queries import contact_rule

EMPLOYMENT, MUNICIPALITY = "employment_authority", "municipality"
#: How long before the day an acceptance of the hand-over counts as acknowledging it.
AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From which day which authority answers."""

    from_day: date
    authority: str


def changes(periods: Iterable[Period]) -> tuple[Change, ...]:
    """Return when responsibility moves by these times of job search, in order; touching times are one."""
    known = tuple(periods)
    found = set()
    for period in known:
        if covering(known, period.from_ - timedelta(days=1)) is None:
            found.add(Change(from_day=period.from_, authority=EMPLOYMENT))
        if period.to is not None and covering(known, period.to + timedelta(days=1)) is None:
            found.add(Change(from_day=period.to + timedelta(days=1), authority=MUNICIPALITY))
    return tuple(sorted(found, key=lambda one: one.from_day))


def follow(cases: Iterable[Case], facts: Mapping[UUID, Facts], *, on: date) -> None:
    """Note every move of responsibility that has come since each case was opened, once, and tell the client.

    A note of a day that turned out wrong, of which nobody has been told yet, goes.
    """
    due: dict[UUID, tuple[Change, ...]] = {}
    by_id = {case.pk: case for case in cases}
    for case in by_id.values():
        periods = facts[case.person_id].employment.jobseeker_periods
        if periods:
            moved = changes(periods)
            due[case.pk] = tuple(one for one in moved if case.opened_on < one.from_day <= on)
    if not due:
        return
    rows = {(row.case_id, row.from_day): row for row in Responsibility.objects.filter(case_id__in=list(due))}
    wanted = {(case, one.from_day) for case, found in due.items() for one in found}
    for key, row in rows.items():
        if key not in wanted and row.told_on is None:
            row.delete()
    for case_id, found in due.items():
        for one in found:
            if (case_id, one.from_day) not in rows:
                _note(by_id[case_id], one)


def _note(case: Case, change: Change) -> None:
    row = Responsibility(
        controller_id=case.controller_id, case=case, authority=change.authority, from_day=change.from_day
    )
    if change.authority == EMPLOYMENT:
        packet = accepted_hand_over(case.pk, before=change.from_day)
        if packet is not None:
            row.acknowledged_on, row.acknowledged_by = packet.answered_on, packet.receiver
    row.letter_id = _send(case, change)
    if change.authority == MUNICIPALITY:
        _leave_former(case, change)
    row.save(force_insert=True)
    tell(
        case, "responsibility_moved", on=change.from_day, authority=change.authority, from_day=change.from_day
    )


def _leave_former(case: Case, change: Change) -> None:
    """Let the employment authority that the case was opened to read its own days on, and no more than them."""
    held = CaseGrant.objects.filter(case=case, scope=EMPLOYMENT_AUTHORITY, ended_by_name="")
    for organisation_id in held.values_list("organisation_id", flat=True).distinct():
        with override("fi"):  # kept as it was said, in the language of the records
            reason = gettext("Responsibility returned to the municipality on %(day)s.") % {
                "day": plain_day(change.from_day)
            }
        leave_to_read(
            case,
            organisation_id=organisation_id,
            rows_until=change.from_day - timedelta(days=1),
            reason=reason,
        )


def accepted_hand_over(case_id: UUID, *, before: date) -> Packet | None:
    """Return the packet by which the employment authority has taken the client on, for a change of this day."""
    found = Packet.objects.filter(
        case_id=case_id,
        kind=codes.EMPLOYMENT,
        state__in=(codes.ACCEPTED, codes.STARTED),
        sent_on__gte=before - AHEAD,
    )
    return found.select_related("organisation").order_by("-sent_on", "-pk").first()


def _send(case: Case, change: Change) -> UUID | None:
    """Write to the client in their language where that reaches them, and return the letter; None: somebody has to call.

    Who does not read, has no address or must not be written to is told by a person. That the letter has left, and the
    client been told, the database notes (sql.py).
    """
    person = case.person_id
    rule = contact_rule(person)
    found = None if rule.protected else reached_by(person, rule=rule)
    if found is None:
        return None
    return send(
        to=ToPerson(person_id=person),
        template="responsible_changed",
        params={"authority": _authority(case, change, found.language), "day": plain_day(change.from_day)},
        language=found.language,
        way=found.way,
        area_id=case.area_id,
    )


def _authority(case: Case, change: Change, language: str) -> str:
    if change.authority == MUNICIPALITY:
        with override(language):
            return gettext("the integration services of your municipality")
    area = Area.objects.select_related("employment_authority").get(pk=case.area_id)
    if area.employment_authority is not None:
        return area.employment_authority.names.pick(language).text
    with override(language):
        return gettext("the employment authority")

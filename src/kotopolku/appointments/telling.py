"""Asiakkaalle kertominen: one message for one change, in the client's language, or a task to call.

A message says when and where, never what it is about; where a protected client is met it does not say either.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from kotopolku.appointments import codes
from kotopolku.appointments.free import as_area
from kotopolku.appointments.hours import clock
from kotopolku.appointments.ics import CANCEL, PUBLISH, Entry, calendar_of
from kotopolku.appointments.models import Appointment, GroupMember, OwnBooking
from kotopolku.appointments.whereabouts import address_of, place_of
from kotopolku.audit.clock import database_now
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases.models import Case
from kotopolku.languages.codes import by_code
from kotopolku.languages.days import plain_day
from kotopolku.letters.actions import send
from kotopolku.letters.codes import EMAIL, SMS
from kotopolku.letters.entries import ToPerson, ToWriter
from kotopolku.letters.reaching import reached_by
from kotopolku.letters.sending import ways_out
from kotopolku.letters.wording import write
from kotopolku.people.contact_rules import contact_rule

BOOKED, MOVED, REMINDER, CANCELLED = "booked", "moved", "reminder", "cancelled"


def tell_client(row: Appointment, what: str) -> None:
    """Put the message into the outbox, or note that somebody has to call; sets `letter` and `to_call` of the row.

    Somebody in no register has no address with us, unless they booked by themselves: whoever books tells them at once.
    """
    if row.capacity is not None:
        _tell_members(row, what)
    elif row.case is None:
        _tell_visitor(row, what)
    else:
        how, params = _said(row, what, hidden=contact_rule(row.case.person_id).protected)
        letter = _tell_case([row], row.case, f"time_{what}{how}", params, what)
        row.letter, row.to_call = letter or row.letter, letter is None


def tell_member(row: Appointment, member: GroupMember, what: str) -> None:
    """Tell one of a group in their own language and way, or note that somebody has to call."""
    how, params = _said(row, what, hidden=contact_rule(member.case.person_id).protected)
    letter = _tell_case([row], member.case, f"time_{what}{how}", params, what)
    member.letter, member.to_call = letter or member.letter, letter is None


def _tell_members(row: Appointment, what: str) -> None:
    """Tell everybody of a group, those of other municipalities too, whom the acting duty may not see."""
    with as_area(row.area_id):
        for member in GroupMember.objects.filter(appointment=row).select_related("case"):
            tell_member(row, member, what)
            member.save(update_fields=["letter", "to_call"])
            row.to_call = row.to_call or member.to_call


def tell_series(rows: Sequence[Appointment], what: str, *, told: bool = False) -> None:
    """Tell a client of several times in one message, or note on the first that somebody has to call.

    `told`: the client knows it already, and nobody need call.
    """
    first = rows[0]
    if first.case is None:
        return
    how, params = _said(first, what, hidden=contact_rule(first.case.person_id).protected)
    begins = [row.starts_at.astimezone(HELSINKI) for row in rows]
    times = ", ".join(f"{plain_day(one.date())} {clock(one)}" for one in begins)
    kept = {name: value for name, value in params.items() if name not in {"day", "clock"}}
    letter = _tell_case(rows, first.case, f"series_{what}{how}", {**kept, "times": times}, what)
    first.to_call = letter is None and not told
    for row in rows:
        row.letter = letter or row.letter
        row.save(update_fields=["letter", "to_call"])


def _tell_case(
    rows: Sequence[Appointment], case: Case, template: str, params: Mapping[str, str], what: str
) -> UUID | None:
    """Put a message into the outbox and return its id; None where somebody has to call."""
    person = case.person_id
    found = reached_by(person, rule=contact_rule(person))
    if found is None:
        return None
    return send(
        to=ToPerson(person_id=person),
        template=template,
        params=params,
        language=found.language,
        way=found.way,
        calendar=_calendar(rows, what, params, found.language) if what != REMINDER else "",
        area_id=rows[0].area_id,
    )


def _calendar(rows: Sequence[Appointment], what: str, params: Mapping[str, str], language: str) -> str:
    """Return the times for the client's own calendar, with the message's subject and place and nothing more."""
    words = write(f"time_{BOOKED}_told", language=language, params={"day": "", "clock": ""})
    entries = [
        Entry(
            id=row.pk,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            version=row.version,
            summary=words.subject,
            location=params.get("place", params.get("link", "")),
        )
        for row in rows
    ]
    method = CANCEL if what == CANCELLED else PUBLISH
    made = calendar_of(entries, now=database_now(), method=method, language=words.language)
    return made.decode()


def tell_of_code(row: Appointment, code: str, *, booked: bool) -> None:
    """Send a visitor the one-time code that opens their own time, with when and where if it was just booked."""
    own = row.own
    how, params = _said(row, BOOKED, hidden=False) if booked else ("", {})
    template = f"own_booked{how}" if booked else "own_code"
    more = {**params, "code": code, "address": _address(own.language)}
    _write(
        row, own, template, more, calendar=_calendar([row], BOOKED, params, own.language) if booked else ""
    )


def _address(language: str) -> str:
    return f"{settings.ADDRESS}{reverse('public:book-own', args=[by_code(language).path])}"


def _tell_visitor(row: Appointment, what: str) -> None:
    own = OwnBooking.objects.filter(appointment=row).first()
    if own is None or what == BOOKED:
        return
    how, params = _said(row, what, hidden=False)
    calendar = _calendar([row], what, params, own.language) if what != REMINDER else ""
    _write(row, own, f"time_{what}{how}", params, calendar=calendar)


def _write(
    row: Appointment, own: OwnBooking, template: str, params: Mapping[str, str], *, calendar: str
) -> None:
    """Write to a visitor by e-mail, or by a text message where only a number was given and a gateway is set."""
    way = EMAIL if own.email else SMS
    address = own.email or row.phone
    if not address or way not in {EMAIL, *ways_out()}:
        return
    row.letter = send(
        to=ToWriter(address=address),
        template=template,
        params=params,
        language=own.language,
        way=way,
        calendar=calendar,
        area_id=row.area_id,
    )


def _said(row: Appointment, what: str, *, hidden: bool) -> tuple[str, dict[str, str]]:
    """Return which template says how one meets, and its values."""
    begin = row.starts_at.astimezone(HELSINKI)
    params = {"day": plain_day(begin.date()), "clock": clock(begin)}
    if what == CANCELLED:
        return "", params
    how, where = _where(row, hidden=hidden)
    return how, params | where


def _where(row: Appointment, *, hidden: bool) -> tuple[str, dict[str, str]]:
    if hidden or (row.mode == codes.VIDEO and not row.link):
        return "_told", {}
    if row.mode == codes.VIDEO:
        return "_video", {"link": row.link}
    if row.mode != codes.AT_PLACE:
        return f"_{row.mode}", {}
    found = place_of(row.area_id, row.place)
    if found is None:
        return "_told", {}
    return "_place", {"place": address_of(found, *([row.room.name] if row.room else []))}

"""Asiakkaalle kertominen: one message for one change, in the client's language, or a task to call.

A message says when and where, never what it is about; where a protected client is met it does not say either.
"""

from django.conf import settings
from django.urls import reverse

from kotopolku.appointments import codes
from kotopolku.appointments.hours import clock
from kotopolku.appointments.ics import CANCEL, PUBLISH, Entry, calendar_of
from kotopolku.appointments.models import Appointment, OwnBooking
from kotopolku.audit.clock import database_now
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.codes import by_code
from kotopolku.languages.days import plain_day
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToPerson, ToWriter
from kotopolku.letters.reaching import reached_by
from kotopolku.letters.wording import write
from kotopolku.people.contact_rules import contact_rule
from kotopolku.services.queries import places

BOOKED, MOVED, REMINDER, CANCELLED = "booked", "moved", "reminder", "cancelled"


def tell_client(row: Appointment, what: str) -> None:
    """Put the message into the outbox, or note that somebody has to call; sets `letter` and `to_call` of the row.

    Somebody in no register has no address with us, unless they booked by themselves: whoever books tells them at once.
    """
    if row.case is None:
        _tell_visitor(row, what)
        return
    person = row.case.person_id
    rule = contact_rule(person)
    found = reached_by(person, rule=rule)
    row.to_call = found is None
    if found is None:
        return
    how, params = _said(row, what, hidden=rule.protected)
    row.letter = send(
        to=ToPerson(person_id=person),
        template=f"time_{what}{how}",
        params=params,
        language=found.language,
        way=found.way,
        calendar=_calendar(row, what, params, found.language) if what != REMINDER else "",
        area_id=row.area_id,
    )


def _calendar(row: Appointment, what: str, params: dict[str, str], language: str) -> str:
    """Return the time for the client's own calendar, with the message's subject and place and nothing more."""
    named = f"time_{BOOKED}_told"
    words = write(named, language=language, params={name: params[name] for name in ("day", "clock")})
    entry = Entry(
        id=row.pk,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        version=row.version,
        summary=words.subject,
        location=params.get("place", params.get("link", "")),
    )
    method = CANCEL if what == CANCELLED else PUBLISH
    made = calendar_of([entry], now=database_now(), method=method, language=words.language)
    return made.decode()


def tell_of_code(row: Appointment, code: str, *, booked: bool) -> None:
    """Send a visitor the one-time code that opens their own time, with when and where if it was just booked."""
    own = row.own
    if not own.email:
        return
    how, params = _said(row, BOOKED, hidden=False) if booked else ("", {})
    row.letter = send(
        to=ToWriter(address=own.email),
        template=f"own_booked{how}" if booked else "own_code",
        params={**params, "code": code, "address": _address(own.language)},
        language=own.language,
        calendar=_calendar(row, BOOKED, params, own.language) if booked else "",
        area_id=row.area_id,
    )


def _address(language: str) -> str:
    return f"{settings.ADDRESS}{reverse('public:book-own', args=[by_code(language).path])}"


def _tell_visitor(row: Appointment, what: str) -> None:
    own = OwnBooking.objects.filter(appointment=row).exclude(email="").first()
    if own is None or what == BOOKED:
        return
    how, params = _said(row, what, hidden=False)
    row.letter = send(
        to=ToWriter(address=own.email),
        template=f"time_{what}{how}",
        params=params,
        language=own.language,
        calendar=_calendar(row, what, params, own.language) if what != REMINDER else "",
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
    found = next((one for one in places(row.area_id) if one.id == row.place), None)
    if found is None:
        return "_told", {}
    name, room = found.name.get("fi", row.place), row.room.name if row.room else ""
    street = found.street if found.street and found.street not in name else ""
    return "_place", {"place": ", ".join(part for part in (name, street, room) if part)}

"""Itse varaaminen: book, open, move and cancel one's own time without signing in (10 §: no right is asked for).

Whoever books gets a one-time code. It opens a page of that one time, which ends by itself; each opening gives the next
code. A code follows from its page's secret, so that the page can show it and nothing but digests is kept.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import area_view
from kotopolku.appointments import codes
from kotopolku.appointments.actions.booking import worker_row
from kotopolku.appointments.actions.changing import call_it_off, put_at
from kotopolku.appointments.actions.keeping import hold, kept, keys_of
from kotopolku.appointments.entries import OwnEntry, Wanted
from kotopolku.appointments.free import FreeTime, as_area, free_times, municipality_of
from kotopolku.appointments.hours import moment_now
from kotopolku.appointments.models import Appointment, AppointmentWorker, OwnBooking
from kotopolku.appointments.telling import tell_of_code
from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.audit.digests import digest_of
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.languages.names import is_language
from kotopolku.letters.actions import notify

OPEN_FOR = timedelta(hours=1)
CODE_LENGTH = 10
MOST_BOOKED = 3
"""How many coming times one address or number can hold, so that nobody takes them all."""


_TAKEN = _("This time is not free. Choose another one.")


def code_of(secret: str) -> str:
    """Return the one-time code that belongs to a page's secret."""
    digest = salted_hmac("kotopolku.appointments.own", secret, algorithm="sha256").digest()
    return "".join(codes.CODE_LETTERS[byte % len(codes.CODE_LETTERS)] for byte in digest[:CODE_LENGTH])


def digest_of_code(typed: str) -> str:
    """Return what is kept of a code, however it was typed; keyed, since a code is short."""
    plain = "".join(one for one in typed.upper() if one.isalnum())
    return salted_hmac("kotopolku.appointments.code", plain, algorithm="sha256").hexdigest()


@action(Role.PUBLIC)
def reserve(*, area_id: str, entry: OwnEntry) -> str:
    """Book a free time and return the secret of its page. Raises Invalid: a field is missing, or it is not free."""
    _refuse(entry)
    with as_area(area_id):
        _refuse_many(area_id, entry)
        free = _free(area_id, entry.wanted, entry.starts_at)
        row = _row(area_id, entry, free)
        hold(keys_of([free.staff_id], None))
        secret = secrets.token_urlsafe(24)

        def save() -> None:
            row.save(force_insert=True)
            worker_row(row, free.staff_id, free.staff_name).save(force_insert=True)

        with _one_sentence():
            kept(row, save, staff=[free.staff_id])
        row.own = OwnBooking.objects.create(
            controller_id=row.controller_id,
            appointment=row,
            email=entry.email.strip(),
            language=entry.page_language,
            **_opened(secret),
        )
        tell_of_code(row, code_of(secret), booked=True)
        row.save(update_fields=["letter"])
        _notify(row, "time_reserved_interpreted" if free.interpreted else "time_reserved")
    about("appointment", row.pk)
    return secret


@action(Role.PUBLIC)
def open_own(*, area_id: str, code: str) -> str | None:
    """Open the page of one's own time by its code, once, and return the page's secret; None for any other code."""
    with as_area(area_id):
        found = OwnBooking.objects.select_for_update().filter(
            code=digest_of_code(code), appointment__area_id=area_id, appointment__ends_at__gt=database_now()
        )
        own = found.first()
        if own is None:
            return None
        secret = secrets.token_urlsafe(24)
        for name, value in _opened(secret).items():
            setattr(own, name, value)
        own.save(update_fields=["code", "secret", "open_until"])
    about("appointment", own.appointment_id)
    return secret


@action(Role.PUBLIC)
def send_own_codes(*, area_id: str, email: str) -> None:
    """Send a new code for each coming time that was booked with the address; whether there is any is not told."""
    with as_area(area_id):
        found = OwnBooking.objects.select_for_update(of=("self",)).filter(
            email__iexact=email.strip(),
            appointment__area_id=area_id,
            appointment__taken=True,
            appointment__ends_at__gt=database_now(),
        )
        for own in found.exclude(email="").select_related("appointment__room"):
            code = code_of(secrets.token_urlsafe(24))
            own.code = digest_of_code(code)
            own.save(update_fields=["code"])
            tell_of_code(own.appointment, code, booked=False)


@action(Role.PUBLIC)
def move_own(*, area_id: str, secret: str, starts_at: datetime) -> None:
    """Move one's own time to another free one, all or nothing. Raises Invalid, and NotFound when the page has ended."""
    with as_area(area_id):
        row = _locked(area_id, secret)
        wanted = Wanted(kind=row.kind, language=row.language, place=row.place)
        free = _free(area_id, wanted, starts_at, moving=row)
        old = list(AppointmentWorker.objects.filter(appointment=row).values_list("staff_id", flat=True))
        row.starts_at, row.ends_at, row.interpreted = free.starts_at, free.ends_at, free.interpreted
        hold(keys_of([free.staff_id, *old], None))

        def beside() -> None:
            # Who meets the visitor then is a new row: the old one would take its worker's new time for a moment.
            if old != [free.staff_id]:
                AppointmentWorker.objects.filter(appointment=row).delete()

        with _one_sentence():
            put_at(row, beside, staff=[free.staff_id])
        if old != [free.staff_id]:
            new = worker_row(row, free.staff_id, free.staff_name)
            with _one_sentence():
                kept(row, lambda: new.save(force_insert=True), staff=[free.staff_id])
        _notify(row, "time_moved_by_visitor", *old)
    about("appointment", row.pk)


@action(Role.PUBLIC)
def cancel_own(*, area_id: str, secret: str) -> None:
    """Cancel one's own time; its interpreter is called off too. Raises Invalid when it is over or cancelled already."""
    with as_area(area_id):
        row = _locked(area_id, secret)
        call_it_off(row, by=codes.BY_CLIENT)
        _notify(row, "time_cancelled_by_visitor")
    about("appointment", row.pk)


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Say to a visitor that a time was taken meanwhile, and not by whom or until when."""
    try:
        yield
    except Invalid:
        raise Invalid(field="starts_at", message=_TAKEN) from None


def _opened(secret: str) -> dict[str, object]:
    return {
        "code": digest_of_code(code_of(secret)),
        "secret": digest_of(secret),
        "open_until": database_now() + OPEN_FOR,
    }


def _locked(area_id: str, secret: str) -> Appointment:
    """Return the time of a page that is still open, locked; Invalid when nothing can be done to it any more."""
    rows = Appointment.objects.select_for_update(of=("self",)).filter(
        area_id=area_id, own__secret=digest_of(secret), own__open_until__gt=database_now()
    )
    row = rows.select_related("case", "room").first()
    if row is None:
        raise NotFound("appointment")
    if row.state == codes.CANCELLED:
        raise Invalid(field="", message=_("This time is cancelled."))
    if row.state != codes.BOOKED or row.starts_at <= moment_now(acting().on):
        raise Invalid(field="", message=_("This time has begun or is over. Book a new one, or call us."))
    return row


def _free(
    area_id: str, wanted: Wanted, starts_at: datetime, *, moving: Appointment | None = None
) -> FreeTime:
    found = free_times(area_id, wanted, moving=moving.pk if moving else None)
    free = next((one for one in found if one.starts_at == starts_at), None)
    if free is None:
        raise Invalid(field="starts_at", message=_TAKEN)
    return free


def _row(area_id: str, entry: OwnEntry, free: FreeTime) -> Appointment:
    on = acting().on
    area = area_view(area_id, on=on)
    towns = {one.code: one.id for one in area.municipalities} if area else {}
    return Appointment(
        area_id=area_id,
        controller_id=towns[municipality_of(area_id, free)],
        name=entry.name.strip(),
        phone=entry.phone.strip(),
        kind=entry.wanted.kind,
        mode=codes.AT_PLACE if free.place else codes.PHONE,
        place=free.place,
        language=entry.wanted.language,
        interpreted=free.interpreted,
        starts_at=free.starts_at,
        ends_at=free.ends_at,
        booked_by_name=entry.booker.strip() or entry.name.strip(),
        booked_on=on,
    )


def _notify(row: Appointment, code: str, *others: int) -> None:
    now = AppointmentWorker.objects.filter(appointment=row).values_list("staff_id", flat=True)
    notify(staff={*now, *others}, code=code, route="desk:appointment", thing=row.pk, area_id=row.area_id)


def _refuse(entry: OwnEntry) -> None:
    if entry.wanted.kind not in codes.OPEN_KINDS or not is_language(entry.wanted.language):
        raise Invalid(field="kind", message=_TAKEN)
    if not entry.name.strip():
        raise Invalid(field="name", message=_("Write your name. One name is enough."))
    if not (entry.email.strip() or entry.phone.strip()):
        raise Invalid(
            field="email", message=_("Give your e-mail or your telephone number. One of them is enough.")
        )
    if not entry.wanted.place and not entry.phone.strip():
        raise Invalid(field="phone", message=_("Write the telephone number we may call."))


def _refuse_many(area_id: str, entry: OwnEntry) -> None:
    coming = Appointment.objects.filter(
        area_id=area_id, taken=True, starts_at__gt=database_now(), own__isnull=False
    )
    email, phone = entry.email.strip(), entry.phone.strip()
    held = max(
        coming.filter(own__email__iexact=email).count() if email else 0,
        coming.filter(phone=phone).count() if phone else 0,
    )
    if held >= MOST_BOOKED:
        raise Invalid(
            field="", message=_("You have three coming times already. Cancel one first, or call us.")
        )

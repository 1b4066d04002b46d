"""Booking by oneself: what is free, one's own time only, once by its code, and nothing half done."""

import re
from dataclasses import replace
from datetime import time, timedelta

import pytest
from tests.cast import TODAY

from kotopolku.accounts.access import system_actor
from kotopolku.accounts.staff_languages import KnownLanguage, set_staff_languages
from kotopolku.appointments import actions
from kotopolku.appointments.actions.own import code_of
from kotopolku.appointments.entries import InterpreterEntry, OrderEntry, OwnEntry, Wanted
from kotopolku.appointments.free import free_times
from kotopolku.appointments.models import Appointment, InterpreterOrder, OwnBooking
from kotopolku.appointments.own_queries import own_time
from kotopolku.appointments.tests.conftest import OFFICE, THURSDAY, asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import ANYBODY
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.letters.models import Letter, Notice
from kotopolku.line.actions import close_office
from kotopolku.roster.actions import plan_shift

WANTED = Wanted(kind="guidance_10", language="fi", place=OFFICE)


@pytest.fixture
def advised(area, office, officer, colleague):
    """The office on Thursday: the officer there from nine to twelve, the colleague from ten to twelve."""
    for one, opens in ((officer, 9), (colleague, 10)):
        with acting_as(one, on=TODAY):
            plan_shift(staff_id=one.staff_id, place=OFFICE, opens=time(opens), closes=time(12), day=THURSDAY)
    return area.id


def wish(**changed):
    known = {"starts_at": at(9), "name": "Amina", "email": "amina@esimerkki.invalid", "page_language": "ar"}
    return OwnEntry(**{**known, "wanted": WANTED, **changed})


def free(area_id, wanted=WANTED):
    with acting_as(ANYBODY, on=TODAY):
        return [one.starts_at for one in free_times(area_id, wanted)]


def reserved(area_id, **changed):
    with acting_as(ANYBODY, on=TODAY):
        return actions.reserve(area_id=area_id, entry=wish(**changed))


def refused(act, **kwargs):
    with acting_as(ANYBODY, on=TODAY), pytest.raises(Invalid) as fault:
        act(**kwargs)
    return str(fault.value.message)


@pytest.fixture
def look(officer):
    """What the officer sees: a visitor sees no row at all."""

    def run(ask):
        with acting_as(officer, on=TODAY):
            return ask()

    return run


def counted():
    return Appointment.objects.count(), Letter.objects.count()


def test_free_is_what_the_roster_the_hours_closures_and_booked_times_leave(advised, officer, case):
    assert free(advised) == [at(9), at(9, 30), at(10), at(10, 30), at(11), at(11, 30)]
    with acting_as(officer, on=TODAY):
        # who is booked is not offered, a colleague is
        actions.book(entry=asked(officer, case_id=case, starts_at=at(9), minutes=180))
    assert free(advised) == [at(10), at(10, 30), at(11), at(11, 30)]
    with acting_as(officer, on=TODAY):
        close_office(office=OFFICE, starts_at=at(10, 45), ends_at=at(23), reason="other")
    assert free(advised) == [at(10)]
    # an assessment is longer than what is left
    assert free(advised, replace(WANTED, kind="assessment_14")) == []


def test_an_office_that_is_shut_takes_no_time_from_a_worker_either(advised, officer, case):
    with acting_as(officer, on=TODAY):
        close_office(office=OFFICE, starts_at=at(9), ends_at=at(11), reason="other")
        with pytest.raises(Invalid) as fault:
            actions.book(entry=asked(officer, case_id=case))
        assert fault.value.field == "clock"
        assert actions.book(entry=asked(officer, case_id=case, starts_at=at(11)))


def test_who_counsels_in_the_language_is_offered_and_without_anybody_the_time_is_double_and_later(
    advised, colleague, officer
):
    arabic = replace(WANTED, language="ar")
    # nobody speaks Arabic, and an interpreter is not had by Thursday
    assert free(advised, arabic) == []
    with acting_as(officer, on=TODAY):
        actions.add_interpreter(
            entry=InterpreterEntry(name="Amal", email="a@example.org", languages=("ar",), lead_days=1)
        )
    with acting_as(ANYBODY, on=TODAY):
        first = free_times(advised, arabic)[0]
    assert (first.starts_at, first.minutes, first.interpreted) == (at(9), 60, True)
    with acting_as(colleague, on=TODAY):
        known = KnownLanguage(language="ar", reads=True, writes=True, for_counsel=True)
        set_staff_languages(staff_id=colleague.staff_id, languages=[known])
    with acting_as(ANYBODY, on=TODAY):
        first = free_times(advised, arabic)[0]
    assert (first.starts_at, first.minutes, first.staff_id) == (at(10), 30, colleague.staff_id)


def test_a_visitor_books_in_their_language_and_the_message_says_when_where_and_the_code_but_not_why(
    advised, officer, look
):
    secret = reserved(advised, booker="Omar")
    row = look(Appointment.objects.get)
    assert (row.name, row.booked_by_name, row.case_id, row.booked_by) == ("Amina", "Omar", None, None)
    letter = look(Letter.objects.get)
    assert (letter.language, letter.address) == ("ar", "amina@esimerkki.invalid")
    assert code_of(secret) in letter.body
    assert "26.11.2026" in letter.body
    assert "Amina" not in letter.body
    assert "/ar/book/own/" in letter.body
    assert look(Notice.objects.get).code == "time_reserved"
    # the same moment is offered to nobody else, since the colleague comes at ten
    assert at(9) not in free(advised)
    assert "varattavissa" in refused(
        actions.reserve, area_id=advised, entry=wish(email="b@esimerkki.invalid")
    )
    assert look(counted) == (1, 1)


@pytest.mark.parametrize("when", [at(9, day=TODAY - timedelta(days=1)), at(7), at(9, 10), at(14)])
def test_a_time_in_the_past_outside_the_hours_or_beside_the_offer_is_refused_whole(advised, when, look):
    said = refused(actions.reserve, area_id=advised, entry=wish(starts_at=when))
    assert "varattavissa" in said
    assert look(counted) == (0, 0)


def test_one_address_does_not_take_every_time(advised, look):
    for minute in (0, 30):
        reserved(advised, starts_at=at(9, minute))
    reserved(advised, starts_at=at(10))
    said = refused(
        actions.reserve, area_id=advised, entry=wish(starts_at=at(11), email="AMINA@esimerkki.invalid")
    )
    assert "kolme" in said
    assert look(counted) == (3, 3)


def test_the_code_opens_ones_own_time_once_and_the_former_page_ends(advised):
    secret = reserved(advised)
    other = reserved(advised, starts_at=at(11), email="", phone="040 123 4567")
    with acting_as(ANYBODY, on=TODAY):
        opened = actions.open_own(
            area_id=advised, code=f" {code_of(secret).lower()[:5]}-{code_of(secret)[5:]}"
        )
        assert own_time(advised, opened).starts_at == at(9)
        assert own_time(advised, other).starts_at == at(11)
        assert own_time(advised, secret) is None
        assert actions.open_own(area_id=advised, code=code_of(secret)) is None
        assert actions.open_own(area_id=advised, code="") is None
        with pytest.raises(NotFound):
            actions.cancel_own(area_id=advised, secret=secret)


def test_a_lost_code_is_replaced_by_e_mail_and_nobody_learns_whether_there_is_a_time(advised, look):
    secret = reserved(advised)
    with acting_as(ANYBODY, on=TODAY):
        assert actions.send_own_codes(area_id=advised, email="nobody@esimerkki.invalid") is None
        assert actions.send_own_codes(area_id=advised, email="Amina@esimerkki.invalid") is None
    letter = look(lambda: Letter.objects.get(template="own_code"))
    with acting_as(ANYBODY, on=TODAY):
        code = re.search(r"\b[A-Z2-9]{10}\b", letter.body)[0]
        assert actions.open_own(area_id=advised, code=code_of(secret)) is None
        assert own_time(advised, actions.open_own(area_id=advised, code=code)).starts_at == at(9)


def test_a_time_is_moved_to_a_free_one_only_and_to_whoever_is_free_then(
    advised, officer, colleague, case, look
):
    secret = reserved(advised)
    with acting_as(officer, on=TODAY):
        actions.book(entry=asked(officer, case_id=case, starts_at=at(11)))
    with acting_as(ANYBODY, on=TODAY):
        actions.move_own(area_id=advised, secret=secret, starts_at=at(11))

    def state():
        row = Appointment.objects.get(case=None)
        return row.starts_at, [one.staff_id for one in row.workers.all()], Letter.objects.count()

    moved = look(state)
    assert moved[:2] == (at(11), [colleague.staff_id])
    assert look(
        lambda: Notice.objects.get(code="time_moved_by_visitor")
    )  # the one who is not met is told too
    assert "varattavissa" in refused(actions.move_own, area_id=advised, secret=secret, starts_at=at(13))
    assert look(state) == moved


def test_a_cancelled_time_frees_its_hour_calls_the_interpreter_off_and_is_not_cancelled_again(
    advised, officer, look
):
    secret = reserved(advised)
    row = look(Appointment.objects.get)
    with acting_as(officer, on=TODAY):
        amal = actions.add_interpreter(
            entry=InterpreterEntry(name="Amal", email="a@example.org", languages=("ar",))
        )
        actions.order_interpreter(appointment_id=row.pk, entry=OrderEntry(interpreter_id=amal, language="ar"))
    with acting_as(ANYBODY, on=TODAY):
        actions.cancel_own(area_id=advised, secret=secret)
    row = look(Appointment.objects.get)
    assert (row.state, row.cancelled_by) == ("cancelled", "client")
    assert look(InterpreterOrder.objects.get).state == "cancelled"
    assert at(9) in free(advised)
    letters = look(counted)
    for act, more in ((actions.cancel_own, {}), (actions.move_own, {"starts_at": at(11)})):
        assert "peruttu" in refused(act, area_id=advised, secret=secret, **more)
    assert look(counted) == letters


def test_a_worker_who_moves_it_or_cancels_it_writes_to_the_visitor(advised, officer, look):
    reserved(advised)
    row = look(Appointment.objects.get)
    with acting_as(officer, on=TODAY):
        actions.move(appointment_id=row.pk, starts_at=at(11, 30), version=1)
        actions.cancel(appointment_id=row.pk, by="us", version=2)
    told = look(lambda: set(Letter.objects.values_list("template", "language", "address")))
    assert told >= {
        (f"time_{what}", "ar", "amina@esimerkki.invalid") for what in ("moved_place", "cancelled")
    }


def test_a_worker_does_not_act_as_a_visitor_and_a_month_later_nobody_is_known(advised, officer, look):
    with acting_as(officer, on=TODAY), pytest.raises(NotPermitted):
        actions.reserve(area_id=advised, entry=wish())
    reserved(advised, phone="040 123 4567", booker="Omar")
    later = THURSDAY + timedelta(days=31)
    with acting_as(system_actor(advised, on=later), on=later):
        actions.forget_names(area_id=advised)
    row = look(Appointment.objects.get)
    assert (row.name, row.phone, row.booked_by_name, look(OwnBooking.objects.count)) == ("", "", "", 0)

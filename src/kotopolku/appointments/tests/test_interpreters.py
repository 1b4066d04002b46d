"""An interpreter is ordered by code, answers once by a link, is never taken twice, and is told when a time changes."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from tests.cast import TODAY

from kotopolku.appointments import actions
from kotopolku.appointments.entries import InterpreterEntry, OrderEntry
from kotopolku.appointments.interpreter_queries import interpreters_for, link_view, orders_of
from kotopolku.appointments.models import Appointment, InterpreterOrder
from kotopolku.appointments.tests.conftest import THURSDAY, asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.letters.models import Letter, Notice


def interpreter(**changed):
    """Add an interpreter of Arabic as whoever acts."""
    known = {"name": "Tuula Tulkki", "email": "tuula@example.org", "languages": ("ar",)}
    return actions.add_interpreter(entry=InterpreterEntry(**{**known, **changed}))


@pytest.fixture
def ordered(officer, case, office):
    """A time in a room with an interpreter asked for it: the appointment, the order and the link's secret."""
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case, room_id=office.pk, language="ar"))
        asks = OrderEntry(interpreter_id=interpreter(), language="ar", dialect="Irak", gender="woman")
        order = actions.order_interpreter(appointment_id=made, entry=asks)
        body = Letter.objects.get(template="interpreter_order").body
    return made, order, re.search(r"/interpreting/([^/\s]+)/", body)[1]


def refused(act):
    with pytest.raises(Invalid) as fault:
        act()
    return fault.value.field


def test_the_order_tells_all_an_interpreter_needs_and_not_whom_for(officer, ordered):
    with acting_as(officer, on=TODAY):
        letter = Letter.objects.get(template="interpreter_order")
        for part in (
            "26.11.2026",
            "10.00",
            "10.30",
            "arabia (Irak)",
            "Huone 3",
            "A-porras",
            "nainen",
            officer.name,
        ):
            assert part in letter.body, part
        assert (letter.address, letter.person_id) == ("tuula@example.org", None)
        assert not re.search("Rana|Haddad", letter.subject + letter.body + str(letter.params))


def test_the_answer_by_the_link_counts_once_and_the_worker_is_told(officer, ordered):
    made, _order, secret = ordered
    with acting_as(ANYBODY, on=TODAY):
        assert link_view(secret).where == "martinkatu, Huone 3, A-porras, 2. krs"
        assert actions.answer_interpreter_link(secret=secret, comes=True)
        assert not actions.answer_interpreter_link(secret=secret, comes=False)
        assert link_view("x" * 32) is None
        assert not InterpreterOrder.objects.exists()
    with acting_as(officer, on=TODAY):
        (order,) = orders_of(made)
        assert (order.state, order.answered_by) == ("confirmed", "")
        assert Notice.objects.get().code == "interpreter_confirmed"


def test_a_link_answers_nothing_when_the_day_is_over(ordered):
    with acting_as(ANYBODY, on=THURSDAY + timedelta(days=1)):
        assert not actions.answer_interpreter_link(secret=ordered[2], comes=True)


def test_an_interpreter_is_not_taken_twice_but_an_agency_may_be(officer, colleague, case, ordered):
    made, order, _secret = ordered
    with acting_as(officer, on=TODAY):
        second = actions.book(entry=asked(colleague, case_id=case, language="ar"))
        who = InterpreterOrder.objects.get(pk=order).interpreter_id
        again = OrderEntry(interpreter_id=who, language="ar")
        assert refused(lambda: actions.order_interpreter(appointment_id=second, entry=again)) == "interpreter"
        agency = interpreter(name="Tulkkikeskus", is_agency=True)
        actions.order_interpreter(
            appointment_id=second, entry=OrderEntry(interpreter_id=agency, language="ar")
        )
        # the database refuses it itself
        with pytest.raises(IntegrityError, match="interpreter_id_once"), transaction.atomic():
            InterpreterOrder.objects.filter(appointment=second).update(interpreter=who, holds=True)
        # and one who has declined is free
        actions.record_interpreter_answer(order_id=order, comes=False)
        third = actions.book(entry=asked(officer, case_id=case, language="ar", starts_at=at(12)))
        assert actions.order_interpreter(appointment_id=third, entry=again)
        assert orders_of(made)[0].state == "declined"


def test_a_moved_time_asks_the_interpreter_anew_and_a_cancelled_one_calls_off(officer, ordered):
    made, order, secret = ordered
    with acting_as(officer, on=TODAY):
        actions.record_interpreter_answer(order_id=order, comes=True)
        assert refused(lambda: actions.record_interpreter_answer(order_id=order, comes=False)) == ""
        actions.move(appointment_id=made, starts_at=at(12), version=1)
        row = InterpreterOrder.objects.get(pk=order)
        assert (row.state, row.starts_at) == ("ordered", at(12))
        assert link_view(secret) is None  # the old link asks about another time
        actions.cancel(appointment_id=made, by="us", version=2)
        (view,) = orders_of(made)
        assert (view.state, view.cancelled_late) == ("cancelled", False)
        codes = list(Letter.objects.filter(recipient="writer").values_list("template", flat=True))
        assert sorted(codes) == ["interpreter_cancelled", "interpreter_moved", "interpreter_order"]


def test_a_cancelling_after_the_agreed_hour_is_kept_as_late(officer, ordered):
    with acting_as(officer, on=THURSDAY):
        Appointment.objects.filter(pk=ordered[0]).update(starts_at=at(23), ends_at=at(23, 30))
        actions.cancel(appointment_id=ordered[0], by="client", version=1)
        assert orders_of(ordered[0])[0].cancelled_late


def test_the_clients_wish_is_obeyed_without_a_reason(officer, case, ordered):
    made, order, _secret = ordered
    with acting_as(officer, on=TODAY):
        who = InterpreterOrder.objects.get(pk=order).interpreter_id
        other = interpreter(name="Aamu Tulkki")
        actions.wish_interpreter(appointment_id=made, interpreter_id=who, wish="same")
        assert [one.id for one in interpreters_for(made, language="ar")] == [who, other]
        actions.wish_interpreter(appointment_id=made, interpreter_id=who, wish="not_this")
        assert [one.id for one in interpreters_for(made, language="ar")] == [other]
        second = actions.book(entry=asked(officer, case_id=case, language="ar", starts_at=at(12)))
        entry = OrderEntry(interpreter_id=who, language="ar")
        assert refused(lambda: actions.order_interpreter(appointment_id=second, entry=entry)) == "interpreter"


def test_how_it_went_is_kept_with_minutes_and_cost(officer, ordered):
    made, order, _secret = ordered
    with acting_as(officer, on=TODAY):
        assert refused(lambda: actions.close_interpreting(order_id=order, how="done")) == "how"
        actions.record_interpreter_answer(order_id=order, comes=True)
    with acting_as(officer, on=THURSDAY + timedelta(days=1)):
        actions.close_interpreting(order_id=order, how="late", minutes=25, cost=Decimal("48.50"))
        (view,) = orders_of(made)
        assert (view.state, view.minutes, view.cost) == ("late", 25, Decimal("48.50"))


def test_another_area_sees_neither_interpreters_nor_orders(stranger, ordered):
    with acting_as(stranger, on=TODAY):
        assert not InterpreterOrder.objects.exists()
        with pytest.raises(NotFound):
            actions.cancel_interpreter(order_id=ordered[1])

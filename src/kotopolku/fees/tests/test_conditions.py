"""Every condition of 32 a § 1 mom. alone: the law is asked, and what is not recorded or judged stays open."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from kotopolku.appointments.actions import cancel, cancel_interpreter, record_attendance
from kotopolku.appointments.queries import appointment_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.fees import codes
from kotopolku.fees.actions import (
    decide_fee,
    drop_fee,
    hear_about_fee,
    judge_fee,
    record_fee_answer,
    tell_fee,
)
from kotopolku.fees.queries import fee_of
from kotopolku.fees.tests.stories import BOOKED, ENTRY, LATER, MISSED, a_time, stayed_away

DAY_AFTER = MISSED + timedelta(days=1)


def _stands(actor, time, *, on=DAY_AFTER):
    with acting_as(actor, on=on):
        return dict(fee_of(time.id).conditions)


def _heard(actor, time, *, reason=False, unreasonable=False):
    """Ask by a call, let the time to answer pass, and judge; return the matter's version."""
    with acting_as(actor, on=DAY_AFTER):
        hear_about_fee(
            appointment_id=time.id, way=codes.CALL, language="ar", answer_by=DAY_AFTER + timedelta(days=14)
        )
    with acting_as(actor, on=LATER):
        judge_fee(
            appointment_id=time.id,
            acceptable_reason=reason,
            unreasonable=unreasonable,
            why="Ei vastannut.",
            version=1,
        )
    return 2


def test_a_missed_time_meets_what_is_recorded_and_leaves_open_what_an_official_judges(officer, missed):
    found = _stands(officer, missed)
    assert tuple(found) == codes.CONDITIONS
    assert {code for code, state in found.items() if state == codes.OPEN} == {
        codes.NO_REASON,
        codes.REASONABLE,
    }
    assert codes.NOT_MET not in found.values()


def test_every_other_kind_of_time_has_no_fee_and_nothing_is_said_of_one(officer):
    time = a_time(officer, kind="other")
    assert _stands(officer, time, on=BOOKED)[codes.KIND] == codes.NOT_MET
    with acting_as(officer, on=BOOKED), pytest.raises(Invalid):
        tell_fee(appointment_id=time.id, understood=True)


@pytest.mark.parametrize("kind", ["guidance_10", "assessment_14", "plan_20", "review_22"])
def test_the_four_kinds_of_the_section_may_have_one(officer, kind):
    time = a_time(officer, kind=kind)
    assert _stands(officer, time, on=BOOKED)[codes.KIND] == codes.MET
    with acting_as(officer, on=BOOKED):
        tell_fee(appointment_id=time.id, understood=True)


@pytest.mark.parametrize(
    ("born", "state"),
    [
        (MISSED.replace(year=2008), codes.MET),
        (MISSED.replace(year=2008) + timedelta(days=1), codes.NOT_MET),
        (None, codes.OPEN),
    ],
)
def test_the_age_counts_on_the_booked_day_and_an_unknown_one_is_open(officer, born, state):
    time = a_time(officer, birth_date=born)
    assert _stands(officer, time, on=BOOKED)[codes.ADULT] == state
    with acting_as(officer, on=BOOKED):
        if state == codes.NOT_MET:
            with pytest.raises(Invalid):
                tell_fee(appointment_id=time.id, understood=True)
        else:
            tell_fee(appointment_id=time.id, understood=True)


@pytest.mark.parametrize(
    ("cost", "state"), [("64.50", codes.MET), ("0.00", codes.NOT_MET), (None, codes.OPEN)]
)
def test_without_a_cost_of_interpreting_there_is_no_fee(officer, cost, state):
    assert _stands(officer, stayed_away(officer, a_time(officer), cost=cost))[codes.COST] == state


def test_a_cancelled_interpreter_costs_nothing_and_nothing_is_said_of_a_fee(officer):
    time = a_time(officer)
    with acting_as(officer, on=BOOKED):
        cancel_interpreter(order_id=time.order)
        view = fee_of(time.id)
        assert dict(view.conditions)[codes.COST] == codes.NOT_MET
        assert "tulkkia" in str(view.untold)
        with pytest.raises(Invalid):
            tell_fee(appointment_id=time.id, understood=True)


def test_who_was_not_told_or_did_not_understand_pays_nothing(officer):
    assert _stands(officer, stayed_away(officer, a_time(officer), told=False))[codes.TOLD] == codes.NOT_MET
    unclear = a_time(officer, language="so", hour=14)
    with acting_as(officer, on=BOOKED):
        tell_fee(appointment_id=unclear.id, understood=False)
    assert _stands(officer, stayed_away(officer, unclear, told=False))[codes.TOLD] == codes.NOT_MET


def test_told_on_a_later_day_than_the_booking_is_not_told(officer):
    time = a_time(officer)
    with acting_as(officer, on=BOOKED + timedelta(days=1)), pytest.raises(Invalid) as fault:
        tell_fee(appointment_id=time.id, understood=True)
    assert "varataan" in str(fault.value.message)


def test_who_came_and_who_cancelled_pay_nothing(officer, missed):
    with acting_as(officer, on=DAY_AFTER):
        record_attendance(appointment_id=missed.id, came=True, version=appointment_view(missed.id).version)
    assert _stands(officer, missed)[codes.STAYED_AWAY] == codes.NOT_MET
    time = a_time(officer, language="fa", hour=14)
    assert _stands(officer, time, on=BOOKED)[codes.STAYED_AWAY] == codes.OPEN
    with acting_as(officer, on=BOOKED):
        cancel(appointment_id=time.id, by="client", version=appointment_view(time.id).version)
    assert _stands(officer, time)[codes.NOT_CANCELLED] == codes.NOT_MET


@pytest.mark.parametrize(
    ("judged", "code"), [({"reason": True}, codes.NO_REASON), ({"unreasonable": True}, codes.REASONABLE)]
)
def test_an_acceptable_reason_or_an_unreasonable_fee_ends_it(officer, sum_in_force, missed, judged, code):
    version = _heard(officer, missed, **judged)
    assert _stands(officer, missed, on=LATER)[code] == codes.NOT_MET
    with acting_as(officer, on=LATER):
        with pytest.raises(Invalid):
            decide_fee(appointment_id=missed.id, entry=ENTRY, version=version)
        drop_fee(appointment_id=missed.id, reason="Hyväksyttävä syy.", version=version)
        assert fee_of(missed.id).ended


def test_nobody_is_asked_where_a_condition_is_known_not_to_be_met(officer):
    time = stayed_away(officer, a_time(officer), told=False)
    with acting_as(officer, on=DAY_AFTER), pytest.raises(Invalid):
        hear_about_fee(
            appointment_id=time.id, way=codes.CALL, language="ar", answer_by=DAY_AFTER + timedelta(days=14)
        )


def test_nothing_is_judged_or_decided_before_the_client_was_heard(officer, sum_in_force, missed):
    judged = {"acceptable_reason": False, "unreasonable": False, "why": "x"}
    with acting_as(officer, on=DAY_AFTER):
        with pytest.raises(Invalid):
            judge_fee(appointment_id=missed.id, **judged, version=1)
        with pytest.raises(Invalid):
            decide_fee(appointment_id=missed.id, entry=ENTRY, version=1)
        with pytest.raises(Invalid):  # a week is the least
            hear_about_fee(
                appointment_id=missed.id, way="call", language="ar", answer_by=DAY_AFTER + timedelta(days=6)
            )
        hear_about_fee(
            appointment_id=missed.id, way="call", language="ar", answer_by=DAY_AFTER + timedelta(days=7)
        )
        with pytest.raises(Stale):
            hear_about_fee(
                appointment_id=missed.id, way="call", language="ar", answer_by=DAY_AFTER + timedelta(days=7)
            )
    with acting_as(officer, on=DAY_AFTER + timedelta(days=7)):
        with pytest.raises(Invalid):  # the last day to answer is still the client's
            judge_fee(appointment_id=missed.id, **judged, version=1)
        record_fee_answer(appointment_id=missed.id, answer="Lapsi oli sairas.", version=1)
        judge_fee(appointment_id=missed.id, **judged, version=2)
        with pytest.raises(Stale):
            record_fee_answer(appointment_id=missed.id, answer="Toinen", version=2)
        record_fee_answer(appointment_id=missed.id, answer="Todistus tuli.", version=3)
        view = fee_of(missed.id)
    assert view.matter.answer == "Lapsi oli sairas.\nTodistus tuli."
    assert dict(view.conditions)[codes.NO_REASON] == codes.OPEN  # judged anew after a new answer


def test_no_sum_without_a_verified_one_in_force(officer, missed):
    version = _heard(officer, missed)
    with acting_as(officer, on=LATER):
        view = fee_of(missed.id)
        assert (view.to_decide, view.sum_in_force, view.largest) == (True, False, None)
        with pytest.raises(Invalid) as fault:
            decide_fee(appointment_id=missed.id, entry=ENTRY, version=version)
    assert fault.value.field == "amount"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"amount": Decimal("58.01")}, "amount"),
        ({"amount": Decimal("0")}, "amount"),
        ({"due_on": MISSED + timedelta(days=13)}, "due_on"),
        ({"due_on": LATER - timedelta(days=1)}, "due_on"),
        ({"due_on": None}, "due_on"),
        ({"number": " "}, "number"),
        ({"reasons": " "}, "reasons"),
        ({"address": " "}, "address"),
    ],
)
def test_a_decision_has_a_sum_within_the_law_a_due_date_and_all_its_parts(
    officer, sum_in_force, missed, changed, field
):
    version = _heard(officer, missed)
    with acting_as(officer, on=LATER):
        with pytest.raises(Invalid) as fault:
            decide_fee(appointment_id=missed.id, entry=replace(ENTRY, **changed), version=version)
        assert fault.value.field == field
        assert fee_of(missed.id).earliest_due == MISSED + timedelta(days=14)


def test_never_more_than_the_interpreting_cost(officer, sum_in_force):
    time = stayed_away(officer, a_time(officer), cost="31.20")
    version = _heard(officer, time)
    with acting_as(officer, on=LATER):
        assert fee_of(time.id).largest == Decimal("31.20")
        with pytest.raises(Invalid):
            decide_fee(appointment_id=time.id, entry=ENTRY, version=version)


def test_the_words_are_approved_ones_or_finnish_said_aloud(officer, monkeypatch):
    with acting_as(officer, on=BOOKED):
        time = a_time(officer)
        said = fee_of(time.id).said
        assert (said.language, said.aloud) == ("fi", True)  # nobody has approved the Arabic ones
        monkeypatch.setattr("kotopolku.fees.words.shown_language", lambda _text, code: code)
        monkeypatch.setattr("kotopolku.fees.words.is_unread", lambda _text, _code: False)
        approved = fee_of(time.id).said
        assert (approved.language, approved.aloud) == ("ar", False)
        with translation.override("ar"):
            assert approved.sentences[0] == translation.gettext(
                "An interpreter comes to this time. The interpreter costs money."
            )


def test_another_municipality_sees_nothing(neighbour, missed):
    with acting_as(neighbour, on=DAY_AFTER):
        with pytest.raises(NotFound):
            fee_of(missed.id)
        with pytest.raises(NotFound):
            hear_about_fee(appointment_id=missed.id, way="call", language="ar", answer_by=date(2027, 1, 1))

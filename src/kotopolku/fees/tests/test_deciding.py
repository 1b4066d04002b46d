"""From the hearing to invoicing: a letter or a call, a decision that is never altered, a file that takes it once."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from tests.cast import worker

from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.queries import timeline
from kotopolku.decisions.actions import deliver_decision
from kotopolku.decisions.queries import decision_view
from kotopolku.fees.actions import (
    decide_fee,
    drop_fee,
    enter_fee_amount,
    export_fees,
    hear_about_fee,
    judge_fee,
    tell_fee,
    withdraw_fee_amount,
)
from kotopolku.fees.models import FeeDecision, FeeTold
from kotopolku.fees.queries import fee_decided, fee_of, to_export, to_look_into
from kotopolku.fees.tests.stories import BOOKED, ENTRY, LATER, MISSED, SUM, a_time, stayed_away
from kotopolku.letters.models import Letter
from kotopolku.people.actions import set_non_disclosure
from kotopolku.people.entries import ContactEntry

DAY_AFTER = MISSED + timedelta(days=1)
ANSWER_BY = DAY_AFTER + timedelta(days=14)
EMAIL = (ContactEntry(kind="email", value="layla@example.org"),)


def _decided(officer, time):
    with acting_as(officer, on=DAY_AFTER):
        hear_about_fee(appointment_id=time.id, way="call", language="ar", answer_by=ANSWER_BY)
    with acting_as(officer, on=LATER):
        judge_fee(
            appointment_id=time.id, acceptable_reason=False, unreasonable=False, why="Ei syytä.", version=1
        )
        return decide_fee(appointment_id=time.id, entry=ENTRY, version=2)


def test_a_letter_asks_the_client_and_says_nothing_of_the_matter_in_its_subject(officer):
    time = stayed_away(officer, a_time(officer, contact_details=EMAIL))
    with acting_as(officer, on=DAY_AFTER):
        hear_about_fee(appointment_id=time.id, way="letter", answer_by=ANSWER_BY)
        letter = Letter.objects.get(template="fee_hearing")
        assert (letter.person_id, letter.state) == (time.person, "waiting")
        assert "11.12.2026" in letter.body
        assert "euro" not in letter.body
        drop_fee(appointment_id=time.id, reason="Kohtuullista olla perimättä.", version=1)
        assert Letter.objects.filter(template="fee_dropped").count() == 1
        assert "fee_dropped" in [one.code for one in timeline(time.case).events]


def test_who_is_protected_and_has_not_been_asked_how_is_called_not_written_to(officer):
    time = a_time(officer, contact_details=EMAIL)
    with acting_as(officer, on=BOOKED):
        set_non_disclosure(person_id=time.person, in_force=True, contact_address="PL 7, 00101 Helsinki")
    stayed_away(officer, time)
    with acting_as(officer, on=DAY_AFTER):
        assert fee_of(time.id).letter_language is None
        with pytest.raises(Invalid) as fault:
            hear_about_fee(appointment_id=time.id, way="letter", answer_by=ANSWER_BY)
        assert fault.value.field == "way"
        with pytest.raises(Invalid):  # in which language?
            hear_about_fee(appointment_id=time.id, way="call", answer_by=ANSWER_BY)
        hear_about_fee(appointment_id=time.id, way="call", language="ar", answer_by=ANSWER_BY)
        assert not Letter.objects.filter(template="fee_hearing").exists()


def test_a_decision_rests_on_the_section_and_is_never_altered(officer, sum_in_force, missed):
    made = _decided(officer, missed)
    with acting_as(officer, on=LATER):
        view, fee = decision_view(made), fee_decided(made)
        assert view.provisions == ("681/2023 32 a.1", "681/2023 32 a.2")
        assert (fee.amount, fee.due_on, fee.booked_for) == (Decimal("50.00"), ENTRY.due_on, MISSED)
        row = FeeDecision.objects.get(decision=made)
        assert (row.cost, row.largest, row.largest_source) == (
            Decimal("64.50"),
            Decimal("58.00"),
            SUM.source,
        )
        with pytest.raises(Invalid):
            decide_fee(appointment_id=missed.id, entry=replace(ENTRY, number="RAI/2"), version=3)
        for change in (
            lambda: FeeDecision.objects.update(amount=1),
            lambda: FeeDecision.objects.all().delete(),
            lambda: FeeTold.objects.update(understood=False),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_invoicing_gets_a_given_decision_once_and_its_correction_after_it(officer, sum_in_force, missed):
    first = _decided(officer, missed)
    with acting_as(officer, on=LATER):
        assert (to_export(), export_fees()) == ((0, 1), ())  # not given to the client yet
        deliver_decision(decision_id=first, way="personal", on=LATER)
        taken = export_fees()
        assert [(one.number, one.amount, one.person.id) for one in taken] == [
            (ENTRY.number, ENTRY.amount, missed.person)
        ]
        assert export_fees() == ()
        nothing = replace(ENTRY, number="RAI/902/2026", amount=Decimal(0), due_on=None)
        second = decide_fee(appointment_id=missed.id, entry=nothing, version=0, corrects=first)
        deliver_decision(decision_id=second, way="personal", on=LATER)
        assert [(one.corrects, one.amount) for one in export_fees()] == [(ENTRY.number, Decimal("0.00"))]


def test_what_was_corrected_before_it_was_taken_is_left_out(officer, sum_in_force, missed):
    first = _decided(officer, missed)
    with acting_as(officer, on=LATER):
        deliver_decision(decision_id=first, way="personal", on=LATER)
        smaller = replace(ENTRY, number="RAI/903/2026", amount=Decimal("20.00"))
        second = decide_fee(appointment_id=missed.id, entry=smaller, version=0, corrects=first)
        deliver_decision(decision_id=second, way="personal", on=LATER)
        assert [one.number for one in export_fees()] == ["RAI/903/2026"]


def test_a_correction_is_of_the_same_times_decision(officer, sum_in_force, missed):
    first = _decided(officer, missed)
    other = stayed_away(officer, a_time(officer, language="so", hour=14))
    with acting_as(officer, on=LATER), pytest.raises(Invalid):
        decide_fee(appointment_id=other.id, entry=replace(ENTRY, number="RAI/9"), version=0, corrects=first)


def test_the_list_shows_missed_times_until_they_are_decided_or_dropped(officer, neighbour, missed):
    with acting_as(officer, on=DAY_AFTER):
        assert [(one.appointment_id, one.answer_by) for one in to_look_into()] == [(missed.id, None)]
        hear_about_fee(appointment_id=missed.id, way="call", language="ar", answer_by=ANSWER_BY)
        assert [one.answer_by for one in to_look_into()] == [ANSWER_BY]
        drop_fee(appointment_id=missed.id, reason="Ei peritä.", version=1)
        assert to_look_into() == ()
    with acting_as(neighbour, on=DAY_AFTER):
        assert to_look_into() == ()


def test_a_sum_has_its_source_and_days_of_its_own_and_is_taken_out_of_use(coordinator, sum_in_force):
    with acting_as(coordinator, on=BOOKED):
        for changed, field in (
            ({"source": " "}, "source"),
            ({"amount": Decimal(0)}, "amount"),
            ({"valid_to": date(2025, 1, 1)}, "valid_to"),
            ({"valid_from": date(2026, 12, 31), "valid_to": date(2027, 12, 31)}, "valid_from"),
        ):
            with pytest.raises(Invalid) as fault:
                enter_fee_amount(entry=replace(SUM, **changed))
            assert fault.value.field == field
        withdraw_fee_amount(amount_id=sum_in_force)
        with pytest.raises(NotFound):
            withdraw_fee_amount(amount_id=sum_in_force)
        enter_fee_amount(entry=replace(SUM, amount=Decimal("57.30")))


def test_an_adviser_tells_and_asks_but_does_not_judge_decide_or_enter_sums(officer, missed):
    adviser = worker(
        username="aada", name="Aada Neuvoja", at="raisio", area="raisio", role=Role.ADVISER, covers=["raisio"]
    )
    time = a_time(officer, language="uk", hour=14)
    with acting_as(adviser, on=BOOKED):
        tell_fee(appointment_id=time.id, understood=True)
    with acting_as(adviser, on=DAY_AFTER):
        hear_about_fee(appointment_id=missed.id, way="call", language="ar", answer_by=ANSWER_BY)
        for act in (
            lambda: decide_fee(appointment_id=missed.id, entry=ENTRY, version=1),
            lambda: drop_fee(appointment_id=missed.id, reason="x", version=1),
            lambda: enter_fee_amount(entry=SUM),
            export_fees,
        ):
            with pytest.raises(NotPermitted):
                act()

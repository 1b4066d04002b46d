"""How a receiver hears of a packet, and what goes when a person's data must go."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction
from tests.cast import TODAY

from kotopolku.accounts.models import Staff
from kotopolku.audit.acting import acting_as
from kotopolku.handovers.actions import answer_packet, erase_handovers, make_link, remind_packets
from kotopolku.handovers.entries import ReceiverIn
from kotopolku.handovers.models import Packet, PacketAnswer
from kotopolku.handovers.tests.stories import DUE, a_packet, sent, training_of
from kotopolku.letters.actions import set_role_addresses
from kotopolku.letters.entries import RoleAddressIn
from kotopolku.letters.models import Letter, Notice
from kotopolku.plans.tests.stories import planned


@pytest.fixture
def matter(officer):
    return planned(officer, on=date(2026, 11, 2), ends_on=date(2027, 11, 1))


def test_a_receiver_is_told_and_reminded_once_by_e_mail_too_and_no_message_says_of_whom(
    officer, teacher, coordinator, system, matter
):
    # given a school whose role has an address, and one named worker with an address of their own
    Staff.objects.filter(pk=teacher.staff_id).update(email="opettaja@opisto.example")
    with acting_as(coordinator, on=TODAY):
        address = RoleAddressIn(
            organisation_id=teacher.organisation_id, email="haku@opisto.example", valid_from=TODAY
        )
        set_role_addresses(area_id="raisio", role="kouluttaja", addresses=[address])
    training = training_of(officer, matter[2])
    sent(officer, matter[1], a_packet(measure_id=training))
    sent(
        officer,
        matter[1],
        a_packet(measure_id=training, receiver=ReceiverIn(organisation="opisto", staff_id=teacher.staff_id)),
    )
    # when the day of the answer comes near, and the night runs twice
    with acting_as(system, on=DUE):
        assert (remind_packets(), remind_packets()) == (2, 0)
        # then each was written to twice, by the role's address and by name, and nothing is told about the client
        letters = Letter.objects.order_by("template", "recipient")
        assert list(letters.values_list("template", "recipient")) == [
            ("packet_arrived", "role"), ("packet_arrived", "staff"),
            ("packet_waits", "role"), ("packet_waits", "staff"),
        ]  # fmt: skip
        assert not any("Rana" in one.subject + one.body or "Haddad" in one.body for one in letters)
        assert Letter.objects.filter(person__isnull=False).count() == 0
    with acting_as(teacher, on=DUE):
        assert Notice.objects.filter(code="packet_waits").count() == 2


def test_what_was_handed_over_goes_with_the_person_and_only_so(officer, teacher, system, matter):
    # given a packet that was answered, with a link to it
    packet = sent(officer, matter[1], a_packet(measure_id=training_of(officer, matter[2])))
    with acting_as(officer, on=TODAY):
        make_link(packet_id=packet, who_for="sijainen", expires_on=DUE)
    with acting_as(teacher, on=TODAY):
        answer_packet(packet_id=packet, answer="accepted")
    # when an officer tries, then the answer stays
    with acting_as(officer, on=TODAY), pytest.raises(ProgrammingError), transaction.atomic():
        PacketAnswer.objects.all().delete()
    # when the data must go
    with acting_as(system, on=TODAY):
        erase_handovers(person_id=matter[0])
        # then nothing is left
        assert (Packet.objects.count(), PacketAnswer.objects.count()) == (0, 0)

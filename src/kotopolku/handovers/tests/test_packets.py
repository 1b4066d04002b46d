"""Paketti: who gets it, what is in it, how it is answered, and what becomes of no answer."""

from datetime import date

import pytest
from tests.cast import TODAY, worker

from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.queries import timeline
from kotopolku.handovers import codes
from kotopolku.handovers.actions import (
    answer_packet,
    chase_packet,
    record_packet_answer,
    send_packet,
    withdraw_packet,
)
from kotopolku.handovers.entries import ItemIn, ReceiverIn
from kotopolku.handovers.queries import packet_view, packets_of_case, received, unanswered
from kotopolku.handovers.tests.stories import DUE, a_packet, sent, ticked, training_of
from kotopolku.plans.models import Measure
from kotopolku.plans.tests.stories import planned

MADE = date(2026, 11, 2)


@pytest.fixture
def matter(officer):
    """(person, case, plan) of a client whose plan is in force."""
    return planned(officer, on=MADE, ends_on=date(2027, 11, 1))


@pytest.fixture
def packet(officer, teacher, matter):
    """The id of a packet to the teacher's school about the agreed training."""
    return sent(officer, matter[1], a_packet(measure_id=training_of(officer, matter[2])))


def test_only_its_receiver_sees_a_packet_besides_the_clients_own_officers(
    packet, officer, colleague, teacher, other_teacher, neighbour, stranger, county_worker, system
):
    # given a packet to a school; when each opens it
    seen = {}
    for who in (officer, colleague, teacher, other_teacher, neighbour, stranger, county_worker):
        with acting_as(who, on=TODAY):
            try:
                seen[who.name] = packet_view(packet).row.title
            except NotFound:
                seen[who.name] = ""
            listed = {row.id for row in received()}
            assert (packet in listed) == bool(seen[who.name])
    # then the client's officers and that school alone do
    assert {name for name, title in seen.items() if title} == {officer.name, colleague.name, teacher.name}


def test_the_receivers_answer_reaches_the_case_by_each_of_the_ways(packet, officer, teacher, matter):
    # given a packet that waits
    # when the receiver takes it on in the own room, and has begun, as the officer records from a telephone call
    with acting_as(teacher, on=TODAY):
        answer_packet(packet_id=packet, answer="accepted", starts_on=date(2026, 12, 7))
    with acting_as(officer, on=date(2026, 12, 7)):
        record_packet_answer(
            packet_id=packet, answer="started", who="rehtori", way="telephone", answered_on=date(2026, 12, 7)
        )
        # then the case tells both, the packet stands as begun, and so does the service of the plan
        told = [event.code for event in timeline(matter[1]).events]
        assert {"packet_sent", "packet_accepted", "packet_started", "measure_referred"} <= set(told)
        view = packet_view(packet)
        assert (view.row.state, [one.way for one in view.answers]) == ("started", ["page", "telephone"])
        assert Measure.objects.get(plan_id=matter[2], position=0).state == "started"


def test_sending_guides_the_client_to_the_agreed_service_on_that_day(packet, officer, matter):
    # given a packet about a training of the plan; then the referral of 20.5 is met by it
    with acting_as(officer, on=TODAY):
        measure = Measure.objects.get(plan_id=matter[2], position=0)
        assert (measure.referred_on, measure.referred_to) == (TODAY, "Raisio-opisto")


def test_a_packet_nobody_answers_comes_back_as_the_task_of_asking_and_asking_puts_it_off(
    packet, officer, matter
):
    # given a packet to be answered by 1.12.
    with acting_as(officer, on=DUE):
        assert unanswered(DUE) == ()
    # when the day has passed
    day = date(2026, 12, 2)
    with acting_as(officer, on=day):
        assert [row.id for row in unanswered(day)] == [packet]
        # and the officer asks
        chase_packet(packet_id=packet, whom="kanslia", again_on=date(2026, 12, 9))
        # then it is a task again only on the day agreed
        assert unanswered(day) == ()
        assert [row.whom for row in packet_view(packet).chases] == ["kanslia"]
    with acting_as(officer, on=date(2026, 12, 9)):
        assert [row.id for row in unanswered(date(2026, 12, 9))] == [packet]


def test_a_refusal_needs_a_reason_and_ends_what_can_be_answered(packet, officer, teacher):
    # given a packet; when the receiver cannot take it on
    with acting_as(teacher, on=TODAY):
        with pytest.raises(Invalid):
            answer_packet(packet_id=packet, answer="declined")
        answer_packet(packet_id=packet, answer="declined", reason="Ryhmä on täynnä.")
        # then nothing more is answered
        with pytest.raises(Invalid):
            answer_packet(packet_id=packet, answer="accepted")
        # and only the sender withdraws or asks
        with pytest.raises(NotPermitted):
            withdraw_packet(packet_id=packet, reason="x")


def test_what_is_withdrawn_is_gone_from_the_receiver(packet, officer, teacher):
    with acting_as(officer, on=TODAY):
        withdraw_packet(packet_id=packet, reason="Asiakas valitsi toisen ryhmän.")
    with acting_as(teacher, on=TODAY):
        assert received() == ()
        with pytest.raises(NotFound):
            packet_view(packet)


def test_a_packet_is_frozen_as_it_was_sent(packet, officer, teacher, matter):
    # given a packet with the client's languages
    from kotopolku.people.actions import set_languages
    from kotopolku.people.entries import LanguageEntry

    with acting_as(teacher, on=TODAY):
        before = packet_view(packet).items
    # when what is known changes
    with acting_as(officer, on=TODAY):
        set_languages(person_id=matter[0], languages=[LanguageEntry(use="mother_tongue", language="so")])
    # then the packet does not
    with acting_as(teacher, on=TODAY):
        assert packet_view(packet).items == before


def test_to_a_provider_goes_nothing_without_a_service_of_the_plan(officer, teacher, matter):
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        send_packet(case_id=matter[1], packet=a_packet(measure_id=None))
    assert fault.value.field == "measure"


def test_an_association_gets_only_what_the_client_consented_to(officer, mentors, matter):
    with acting_as(officer, on=TODAY):
        with pytest.raises(Invalid) as fault:
            send_packet(case_id=matter[1], packet=a_packet(codes.SUPPORT, consent_on=None))
        assert fault.value.field == "consent_on"
        with pytest.raises(Invalid) as fault:
            send_packet(
                case_id=matter[1],
                packet=a_packet(codes.SUPPORT, items=ticked(codes.SUPPORT, "names", "identity_code")),
            )
        assert fault.value.field == "items"
        assert send_packet(case_id=matter[1], packet=a_packet(codes.SUPPORT))


def test_a_packet_to_one_named_worker_is_not_for_the_colleagues(officer, teacher, matter):
    other = worker(
        username="toinen",
        name="Toinen Kouluttaja",
        at="opisto",
        area="raisio",
        role=Role.TEACHER,
        covers=["raisio"],
    )
    packet = sent(
        officer,
        matter[1],
        a_packet(
            measure_id=training_of(officer, matter[2]),
            receiver=ReceiverIn(organisation="opisto", staff_id=teacher.staff_id),
        ),
    )
    with acting_as(teacher, on=TODAY):
        assert [row.id for row in received()] == [packet]
    with acting_as(other, on=TODAY):
        assert received() == ()


def test_a_day_care_place_in_naantali_is_asked_of_a_role_there_that_sees_no_client(officer, matter, naantali):
    # given the head of a day-care centre of Naantali
    head = worker(
        username="paivakoti", name="Pirkko Päiväkoti", at="naantali", area="raisio", role=Role.TEACHER,
        covers=["naantali"],
    )  # fmt: skip
    to_role = ReceiverIn(organisation="naantali", role="päiväkodin johtaja")
    # when the place is asked for without consent, or of nobody's role, it is not sent
    nobodys = ReceiverIn(organisation="naantali")
    for field, wrong in (("consent_on", {"consent_on": None}), ("role", {"receiver": nobodys})):
        with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
            send_packet(case_id=matter[1], packet=a_packet(codes.TASK, **{"receiver": to_role, **wrong}))
        assert fault.value.field == field
    packet = sent(officer, matter[1], a_packet(codes.TASK, receiver=to_role, title="Päivähoitopaikka"))
    # then the head reads the packet and answers, and sees nothing else of the client
    with acting_as(head, on=TODAY):
        assert [row.title for row in received()] == ["Päivähoitopaikka"]
        answer_packet(packet_id=packet, answer="accepted", starts_on=date(2027, 1, 7))
        assert not Measure.objects.exists()
    with acting_as(officer, on=TODAY):
        assert packet_view(packet).row.state == "accepted"


def test_the_list_of_a_cases_packets_holds_them_all(packet, officer, matter):
    with acting_as(officer, on=TODAY):
        assert [(row.id, row.receiver, row.name) for row in packets_of_case(matter[1])] == [
            (packet, "Raisio-opisto", "Rana Haddad")
        ]


def test_a_need_is_named_for_every_field(officer, teacher, matter):
    items = {"names": ItemIn(need="")}
    with acting_as(officer, on=TODAY), pytest.raises(Invalid):
        send_packet(
            case_id=matter[1], packet=a_packet(measure_id=training_of(officer, matter[2]), items=items)
        )

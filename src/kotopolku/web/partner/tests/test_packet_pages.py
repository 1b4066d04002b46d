"""From the officer's form to the receiver's answer and back to the case page, page by page."""

import re

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.cases.queries import timeline
from kotopolku.handovers.actions import answer_packet
from kotopolku.handovers.tests.stories import a_packet, sent, training_of
from kotopolku.plans.models import Measure


@pytest.fixture
def matter(officer):
    return accepted(officer)


def filled(officer, matter, **changed):
    """What the officer types: only name and language, each with its need."""
    return {
        "organisation": "opisto",
        "role": "kouluttaja",
        "measure": str(training_of(officer, matter.plan)),
        "title": "Kotoutumiskoulutus",
        "purpose": "Paikka osa-aikaisessa ryhmässä.",
        "due_on": "8.12.2026",
        "tick_names": "on",
        "need_names": "participant_list",
        "tick_service_language": "on",
        "need_service_language": "arranging_teaching",
        **changed,
    }


@pytest.mark.slow
def test_a_packet_goes_from_the_officers_form_to_the_receiver_and_its_answer_to_the_case(
    officer, teacher, matter
):
    # given a client with a plan and the form of a provider's packet
    desk, partner = client_of(officer), client_of(teacher)
    new = reverse("desk:handover_new", args=[matter.case]) + "?kind=service"
    assert 'name="tick_identity_code"' in desk.get(new).content.decode()
    # when it is sent
    answer = desk.post(new, filled(officer, matter))
    assert answer.status_code == 302, re.findall(r'class="error[^>]*>[^<]+', answer.content.decode())
    packet = answer.url
    # then it waits for the receiver, who sees name and language and nothing else
    front = partner.get(reverse("partner:front")).content.decode()
    address = re.search(r"/partner/packets/[0-9a-f-]+/", front)[0]
    page = partner.get(address).content.decode()
    assert "Rana Haddad" in page
    assert "arabia" in page
    assert "Aino" in page  # who sent it
    assert "1994" not in page
    assert "Irak" not in page
    # and the receiver's answer
    assert partner.post(address, {"answer": "declined"}).status_code == 422
    assert partner.post(address, {"answer": "accepted", "starts_on": "7.1.2027"}).status_code == 302
    # is on the packet and on the case's timeline
    assert "Vastaanottaja Raisio-opisto" in desk.get(packet).content.decode()
    assert "Raisio-opisto" in desk.get(reverse("desk:case", args=[matter.case])).content.decode()


def test_a_form_with_a_fault_comes_back_as_it_was_typed(officer, teacher, matter):
    desk = client_of(officer)
    new = reverse("desk:handover_new", args=[matter.case]) + "?kind=service"
    page = desk.post(new, filled(officer, matter, purpose="", role="rehtori"))
    assert page.status_code == 422
    assert 'value="rehtori"' in page.content.decode()


@pytest.mark.slow
def test_what_another_provider_asks_for_is_not_there(officer, teacher, other_teacher, matter):
    desk = client_of(officer)
    desk.post(reverse("desk:handover_new", args=[matter.case]) + "?kind=service", filled(officer, matter))
    front = client_of(teacher).get(reverse("partner:front")).content.decode()
    address = re.search(r"/partner/packets/[0-9a-f-]+/", front)[0]
    other = client_of(other_teacher)
    assert "Rana" not in other.get(reverse("partner:front")).content.decode()
    assert other.get(address).status_code == 404


def test_what_its_arranger_has_ended_the_officer_closes_in_the_plan_with_one_button(officer, teacher, matter):
    # given a service that its arranger has ended
    packet = sent(officer, matter.case, a_packet(measure_id=training_of(officer, matter.plan)))
    with acting_as(teacher, on=TODAY):
        for answer in ("started", "ended"):
            answer_packet(packet_id=packet, answer=answer)
    desk, page = client_of(officer), reverse("desk:packet", args=[packet])
    assert 'id="close"' in desk.get(page).content.decode()
    # when the officer says how it ended
    assert desk.post(page, {"do": "done"}).status_code == 302
    # then the plan and the timeline know it, and it is asked no more
    with acting_as(officer, on=TODAY):
        assert Measure.objects.get(plan_id=matter.plan, position=0).state == "done"
        assert "measure_done" in [event.code for event in timeline(matter.case).events]
    assert 'id="close"' not in desk.get(page).content.decode()
    assert desk.post(page, {"do": "done"}).status_code == 422

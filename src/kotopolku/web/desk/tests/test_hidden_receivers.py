"""The municipality that a protected client's packet went to is named nowhere: case, packet, today, timeline."""

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.handovers import codes
from kotopolku.handovers.actions import chase_packet, record_packet_answer
from kotopolku.handovers.tests.stories import a_packet, sent
from kotopolku.people.actions import set_non_disclosure


@pytest.mark.slow
def test_a_municipality_that_received_a_packet_is_named_until_it_would_tell_where_the_client_lives(officer):
    # given a packet to Naantali that waits and has been asked for, and another that was answered
    matter = accepted(officer)
    waiting, answered = (
        sent(officer, matter.case, a_packet(codes.TASK, title=title, due_on=TODAY))
        for title in ("Eka", "Toka")
    )
    with acting_as(officer, on=TODAY):
        chase_packet(packet_id=waiting, whom="rehtoria", again_on=TODAY.replace(day=25))
        record_packet_answer(
            packet_id=answered, answer="accepted", who="Rehtori", way="telephone", answered_on=TODAY
        )
    pages = [reverse("desk:case", args=[matter.case]), reverse("desk:packet", args=[waiting])]
    room = client_of(officer)
    assert all("Naantali" in room.get(page).content.decode() for page in pages)
    # when the client comes under a non-disclosure order
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=matter.person, in_force=True)
    # then no page names it: neither lines, titles nor what is told on the timeline
    for page in (*pages, reverse("desk:packet", args=[answered]), reverse("desk:today")):
        told = room.get(page).content.decode()
        assert "Naantali" not in told, page

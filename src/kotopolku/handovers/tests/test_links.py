"""A link to one packet: for the first signed-in worker who opens it, until its day, unless it is revoked."""

from datetime import date

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import NotFound
from kotopolku.handovers.actions import answer_packet, make_link, open_link, revoke_links
from kotopolku.handovers.queries import packet_view, received
from kotopolku.handovers.tests.stories import a_packet, sent, training_of


@pytest.fixture
def linked(officer, teacher, other_teacher):
    """(packet, secret) of a link to a packet that was sent to another school."""
    matter = accepted(officer)
    packet = sent(officer, matter.case, a_packet(measure_id=training_of(officer, matter.plan)))
    with acting_as(officer, on=TODAY):
        return packet, make_link(packet_id=packet, who_for="sijainen", expires_on=date(2026, 12, 1))


def test_it_opens_one_packet_for_the_first_who_opens_it(linked, officer, other_teacher, county_worker):
    packet, secret = linked
    with acting_as(other_teacher, on=TODAY):
        assert received() == ()
        assert open_link(secret=secret) == packet
        answer_packet(packet_id=packet, answer="accepted", way="link")
    with acting_as(county_worker, on=TODAY), pytest.raises(NotFound):
        open_link(secret=secret)
    # after its day, and after it is revoked, nothing is there
    with acting_as(other_teacher, on=date(2026, 12, 2)), pytest.raises(NotFound):
        packet_view(packet)
    with acting_as(officer, on=TODAY):
        assert revoke_links(packet_id=packet) == 1
    with acting_as(other_teacher, on=TODAY), pytest.raises(NotFound):
        packet_view(packet)


def test_the_page_of_a_link_asks_for_signing_in_and_binds_only_by_a_button(
    linked, other_teacher, monkeypatch
):
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())
    from django.test import Client

    _packet, secret = linked
    address = reverse("partner:link", args=[secret])
    assert Client().get(address).status_code == 302
    partner = client_of(other_teacher)
    assert partner.get(address).status_code == 200
    with acting_as(other_teacher, on=TODAY):
        assert received() == ()
    opened = partner.post(address)
    assert opened.status_code == 302
    assert "Rana Haddad" in partner.get(opened.url).content.decode()

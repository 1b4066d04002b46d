"""A link for somebody without any duty: one packet, for who proves to be the named one, until its day."""

import re
import time
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid
from kotopolku.audit.models import LogRow
from kotopolku.cases.queries import timeline
from kotopolku.handovers.actions import make_link, revoke_links, withdraw_packet
from kotopolku.handovers.tests.stories import a_packet, sent, training_of
from kotopolku.letters.models import Letter
from kotopolku.plans.tests.stories import opened
from kotopolku.web.parts.visitor import keep_visitor

EMAIL = "liisa.laakso@toinen.example"


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch):
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())


@pytest.fixture
def matter(officer):
    return accepted(officer)


@pytest.fixture
def linked(officer, teacher, matter):
    """(packet, address) of a link to a packet for somebody who has no account here."""
    packet = sent(officer, matter.case, a_packet(measure_id=training_of(officer, matter.plan)))
    with acting_as(officer, on=TODAY):
        secret = make_link(
            packet_id=packet, who_for="Liisa Laakso", email=EMAIL, expires_on=date(2026, 12, 1)
        )
    return packet, reverse("packet_link", args=[secret])


def code_for(officer, visitor, address):
    """Ask for a code as the visitor and return what the last letter to the receiver says."""
    assert visitor.post(address, {"do": "ask"}).status_code == 302
    with acting_as(officer, on=TODAY):
        letter = Letter.objects.filter(template="link_code").latest("created_at")
        assert letter.address == EMAIL
        return letter.params["code"]


def inside(officer, address):
    visitor = Client()
    assert (
        visitor.post(address, {"do": "prove", "code": code_for(officer, visitor, address)}).status_code == 302
    )
    return visitor


@pytest.mark.slow
def test_the_named_receiver_proves_who_they_are_reads_one_packet_and_answers_into_the_case(
    officer, linked, matter
):
    packet, address = linked
    visitor = Client()
    # given only the link, nothing of the client is told
    assert "Rana" not in visitor.get(address).content.decode()
    code = code_for(officer, visitor, address)
    # when a wrong code is guessed, nothing opens; the right one opens the packet's fields and nothing else
    assert (
        visitor.post(address, {"do": "prove", "code": "000000" if code != "000000" else "1"}).status_code
        == 422
    )
    assert visitor.post(address, {"do": "prove", "code": code}).status_code == 302
    page = visitor.get(address)
    assert "Rana Haddad" in page.content.decode()
    assert "1994" not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    # then the answer is in the case as if it had been given in the receiver's own room, and looks are in the log
    assert visitor.post(address, {"do": "answer", "answer": "accepted"}).status_code == 302
    with acting_as(officer, on=TODAY):
        told = [one for one in timeline(matter.case).events if one.code == "packet_accepted"]
        assert [one.params["who"] for one in told] == ["Liisa Laakso"]
    assert LogRow.objects.filter(
        kind="look", staff_name="Liisa Laakso", subject="packet", subject_id=str(packet), result="done"
    ).exists()
    # and a code works once: another browser gets nowhere with it
    other = Client()
    assert other.post(address, {"do": "prove", "code": code}).status_code == 422
    assert "Rana" not in other.get(address).content.decode()


@pytest.mark.slow
def test_a_link_that_runs_no_more_is_not_there_even_for_who_had_opened_it(officer, linked, monkeypatch):
    packet, address = linked
    visitor = inside(officer, address)

    def is_there(where=address):
        got, sent_ = (
            visitor.get(where),
            visitor.post(where, {"do": "answer", "answer": "asked", "reason": "?"}),
        )
        assert (got.status_code, sent_.status_code) in {(200, 302), (404, 404)}
        return got.status_code == 200

    assert is_there()
    assert not is_there(reverse("packet_link", args=["x" * 43]))
    monkeypatch.setenv("KOTOPOLKU_TODAY", "2026-12-02")
    assert not is_there()
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())
    assert is_there()
    with acting_as(officer, on=TODAY):
        revoke_links(packet_id=packet)
        address_2 = reverse(
            "packet_link",
            args=[make_link(packet_id=packet, who_for="L", email=EMAIL, expires_on=date(2026, 12, 1))],
        )
    assert not is_there()
    assert visitor.get(address_2).status_code == 200
    with acting_as(officer, on=TODAY):
        withdraw_packet(packet_id=packet, reason="Väärä vastaanottaja.")
    assert visitor.get(address_2).status_code == 404


def test_what_was_proved_for_one_link_opens_no_other(officer, linked, matter):
    packet, address = linked
    visitor = inside(officer, address)
    with acting_as(officer, on=TODAY):
        other = make_link(
            packet_id=packet, who_for="Joku muu", email="m@u.example", expires_on=date(2026, 12, 1)
        )
    assert "Rana" not in visitor.get(reverse("packet_link", args=[other])).content.decode()
    # nor does it open the rooms behind
    assert visitor.get(reverse("partner:packet", args=[packet])).status_code == 302
    assert visitor.get(reverse("desk:case", args=[matter.case])).status_code == 302


def test_guessing_ends_after_five_tries(officer, linked):
    _packet, address = linked
    visitor = Client()
    code = code_for(officer, visitor, address)
    for guess in range(5):
        visitor.post(address, {"do": "prove", "code": f"{(int(code) + guess + 1) % 10**6:06d}"})
    assert visitor.post(address, {"do": "prove", "code": code}).status_code == 422


def test_where_there_is_an_identity_provider_it_vouches_for_the_named_receiver_alone(
    officer, linked, settings
):
    _packet, address = linked
    settings.OIDC_NAME = "Suomi.fi"
    for email, status in ((EMAIL.upper(), 302), ("joku@muu.example", 422)):
        visitor = Client()
        # no code is sent, and none counts
        assert visitor.post(address, {"do": "ask"}).status_code == 422
        session = visitor.session
        assert keep_visitor(session, {"email": email, "email_verified": True}, now=time.time())
        session.save()
        assert visitor.post(address, {"do": "prove"}).status_code == status
        assert ("Rana" in visitor.get(address).content.decode()) is (status == 302)


def test_of_a_child_nothing_leaves_by_a_link_to_an_address(officer):
    # given a packet about somebody of whom only some may know
    _person, case = opened(officer, on=TODAY, birth_date=date(2012, 5, 1), periods=[])
    packet = sent(officer, case, a_packet("task"))
    # when a link to an address is asked for, then the officer is told to call instead
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        make_link(packet_id=packet, who_for="L", email=EMAIL, expires_on=date(2026, 12, 1))
    assert fault.value.field == "email"


def test_the_officer_makes_it_on_the_packets_page(officer, linked):
    packet, _address = linked
    desk = client_of(officer)
    page = desk.post(
        reverse("desk:packet", args=[packet]),
        {"do": "link", "who_for": "Liisa Laakso", "email": EMAIL, "expires_on": "1.12.2026"},
    ).content.decode()
    assert re.search(r"/link/[\w-]{43}/", page)

"""A packet never holds a field outside its receiver's list, nor where a protected client lives or is reached."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid
from kotopolku.handovers import codes
from kotopolku.handovers.actions import send_packet
from kotopolku.handovers.entries import ItemIn
from kotopolku.handovers.items import tells_secret
from kotopolku.handovers.models import Packet
from kotopolku.handovers.tests.stories import a_packet, ticked, training_of
from kotopolku.people.actions import set_non_disclosure
from kotopolku.people.entries import ContactEntry
from kotopolku.plans.tests.stories import planned

ADDRESS, PHONE = "Salakatu 7 B 12, 21200 Raisio", "045 765 4321"
EVERY_ITEM = sorted({item for items in codes.ITEMS.values() for item in items})
WRITINGS = ("Paikka ryhmässä.", "Asuu osoitteessa SALAKATU 7B12.", "Soita 0457654321", "Puh. 045-765 43 21.")


@pytest.fixture
def matter(officer, teacher, mentors, county_worker, turku):
    """(person, case, plan) of a client under a non-disclosure order, with an address and a number."""
    found = planned(
        officer,
        on=date(2026, 11, 2),
        ends_on=date(2027, 11, 1),
        contact_details=[
            ContactEntry(kind="address", value=ADDRESS),
            ContactEntry(kind="phone", value=PHONE),
        ],
    )
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=found[0], in_force=True)
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(codes.KINDS),
    items=st.sets(st.sampled_from(EVERY_ITEM)),
    words=st.sampled_from(WRITINGS),
    purpose=st.sampled_from(WRITINGS),
    reason=st.sampled_from(["", "Hakee kotoa."]),
)
@pytest.mark.deep
def test_a_packet_holds_only_its_receivers_fields_and_never_a_protected_address(
    officer, matter, kind, items, words, purpose, reason
):
    # given any receiver, any fields ticked and any words written
    chosen = {item: ItemIn(need=codes.USUAL_NEED[item], text=words) for item in items | {"names"}}
    measure = training_of(officer, matter[2]) if kind == codes.SERVICE else None
    packet = a_packet(kind, items=chosen, purpose=purpose, measure_id=measure, address_reason=reason)
    # when it is sent, or refused
    with acting_as(officer, on=TODAY):
        try:
            row = Packet.objects.get(pk=send_packet(case_id=matter[1], packet=packet))
        except Invalid:
            return
    # then it holds nothing but the receiver's own list
    held = {one["item"]: one["text"] for one in row.items}
    assert set(held) <= set(codes.ITEMS[kind])
    # and where the client lives only for an authority to which an officer opened it with a reason
    opened = kind in codes.MAY_OPEN and reason
    if not opened:
        assert not codes.PROTECTED & set(held)
    apart = " ".join(
        [*(text for item, text in held.items() if item not in codes.PROTECTED), row.purpose, row.title]
    )
    assert not tells_secret(apart, (ADDRESS, PHONE))


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(codes.MAY_OPEN))
def test_an_authority_that_needs_the_address_gets_it_only_for_a_reason_that_stays(officer, matter, kind):
    chosen = ticked(kind, "names", "contact_details")
    with acting_as(officer, on=TODAY):
        masked = Packet.objects.get(pk=send_packet(case_id=matter[1], packet=a_packet(kind, items=chosen)))
        given_ = a_packet(kind, items=chosen, address_reason="Kotikäynti.")
        opened = Packet.objects.get(pk=send_packet(case_id=matter[1], packet=given_))
    assert (masked.masked, [one["item"] for one in masked.items]) == (["contact_details"], ["names"])
    assert ADDRESS in opened.items[1]["text"]
    assert (opened.masked, opened.address_reason) == ([], "Kotikäynti.")


def test_the_same_words_are_known_however_they_are_spaced():
    assert tells_secret("asuu: salakatu 7 b12", [ADDRESS])
    assert tells_secret("0457654321", [PHONE])
    assert not tells_secret("Raisio-opisto, ryhmä 7", [ADDRESS, PHONE])

"""In Chromium, on a desk and on a phone: somebody without an account opens one packet by a link, and answers."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide
from tests.cast import TODAY
from tests.desk import accepted

from kotopolku.accounts.access import actor_for
from kotopolku.audit.acting import acting_as
from kotopolku.handovers.actions import make_link
from kotopolku.handovers.entries import ReceiverIn
from kotopolku.handovers.tests.stories import a_packet, sent, training_of
from kotopolku.letters.models import Letter
from kotopolku.people.entries import Names

pytestmark = pytest.mark.browser

SCHOOL = ReceiverIn(organisation="raisio-opisto", role="kouluttaja")
EMAIL = "liisa.laakso@toinen.example"


@pytest.fixture
def linked(site, django_db_blocker):
    """(Aino, case, address of the link) of a packet for Liisa, who has no account here."""
    with django_db_blocker.unblock(), site.records():
        aino = actor_for(site.staff["aino"], on=TODAY)
        matter = accepted(aino, names=Names(given_names="Rana", family_name="Haddad"))
        packet = sent(aino, matter.case, a_packet(measure_id=training_of(aino, matter.plan), receiver=SCHOOL))
        with acting_as(aino, on=TODAY):
            secret = make_link(
                packet_id=packet, who_for="Liisa Laakso", email=EMAIL, expires_on=TODAY + timedelta(days=7)
            )
        return aino, matter.case, f"/link/{secret}/"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_named_receiver_opens_the_packet_with_the_code_answers_and_closes_it(
    page, site, sign_in, linked, axe_faults, django_db_blocker, width
):
    aino, case, address = linked
    page.set_viewport_size({"width": width, "height": 900})

    def looked_at(name: str) -> None:
        if folder := os.environ.get("KOTOPOLKU_PICTURES"):
            page.screenshot(path=Path(folder) / f"link-{name}-{width}.png", full_page=True)
        assert too_wide(page) <= 0, name
        assert axe_faults(page) == [], name

    # given somebody with the link alone: nothing of the client is told
    page.goto(address)
    expect(page.locator("main")).not_to_contain_text("Haddad")
    looked_at("first")
    # when they ask for the code and write a wrong one, it is said
    page.locator("button[value=ask]").click()
    page.locator("[name=code]").fill("12")
    page.locator("button[value=prove]").click()
    expect(page.locator("main")).to_contain_text("kuusi numeroa")
    looked_at("wrong")
    with django_db_blocker.unblock(), site.records(), acting_as(aino, on=TODAY):
        code = Letter.objects.filter(template="link_code").latest("created_at").params["code"]
    page.locator("[name=code]").fill(code)
    page.locator("button[value=prove]").click()
    # then the packet opens, and the answer goes to the case
    expect(page.locator("h1")).to_contain_text("Rana Haddad")
    looked_at("packet")
    page.locator("[name=answer][value=accepted]").check(force=True)
    page.locator("button[value=answer]").click()
    expect(page.locator("main")).to_contain_text("otettu vastaan")
    looked_at("answered")
    # and closed on this device it asks again who is there
    page.locator("button[value=leave]").click()
    expect(page.locator("main")).not_to_contain_text("Haddad")
    page.context.clear_cookies()
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/cases/{case}/")
    expect(page.locator("main")).to_contain_text("Liisa Laakso")

"""In the browser: an e-mail in the shared box is fetched, called and answered, and the answer lands with its asker."""

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide
from tests.cast import TODAY

from kotopolku.accounts.access import system_actor
from kotopolku.letters.sending import send_due
from kotopolku.letters.tests.conftest import mailbox  # noqa: F401
from kotopolku.line.fetching import fetch
from kotopolku.line.tests.box import box, mail  # noqa: F401

pytestmark = pytest.mark.browser


def test_an_email_is_answered_from_the_line(page, site, sign_in, axe_faults, django_db_blocker, box, mailbox):  # noqa: F811
    box.receive(mail(sender="Rana <rana@example.org>"))
    with django_db_blocker.unblock(), site.records():
        system = system_actor("raisio", on=TODAY)
        assert fetch(system, on=TODAY) == 1
    sign_in(page, site.staff["aino"])
    page.goto("/desk/advice/")
    row = page.locator(".line-row").filter(has_text="Sähköposti")
    row.get_by_role("button", name="Kutsu").click()
    page.locator("#line-answer").click()
    expect(page.locator(".line-question").first).to_contain_text("milloin toimisto on auki")
    assert axe_faults(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert too_wide(page) <= 0
    page.locator("#id_text").fill("Toimisto on auki arkisin kello 9–16.")
    page.get_by_role("radio", name="5 min", exact=True).check()
    page.get_by_role("radio", name="Selvisi").check()
    page.get_by_role("button", name="Lähetä vastaus ja päätä numero").click()
    expect(page.locator(".line-mine")).to_have_count(0)
    with django_db_blocker.unblock(), site.records():
        assert send_due(system, on=TODAY) >= 1
    answer = next(one for one in mailbox.letters() if one["To"] == "rana@example.org")
    assert "Toimisto on auki arkisin" in answer.get_content()
    assert answer["Subject"] == "Vastauksemme kysymykseesi"

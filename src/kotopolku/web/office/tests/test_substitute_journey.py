"""A substitute teacher's day in under a minute: what the coordinator writes and presses is counted in the browser.

There are no groups of teaching in the program yet: "for one group" is a sentence of the duty, printed on the slip and
shown at the user. It narrows no row. What keeps other groups' clients from a substitute today is that a teacher's duty
opens no client by itself, only what has been handed over to the school.
"""

from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from tests.browser import too_wide

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.models import Duty, Staff
from kotopolku.audit.actor import Role

#: Seconds: a key of somebody who types slowly; finding a field or a button, moving there and thinking before it.
KEY, MOVE = 0.4, 2.5


@dataclass
class Hands:
    """Does things on a page as one does, and counts them."""

    page: Page
    fields: int = 0
    keys: int = 0
    presses: int = 0

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)
        self.fields += 1
        self.keys += len(words)

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=option)
        self.fields += 1

    def press(self, kind: str, name: str) -> None:
        self.page.get_by_role(kind, name=name, exact=True).first.click()
        self.presses += 1

    @property
    def seconds(self) -> float:
        return self.keys * KEY + (self.fields + self.presses) * MOVE


@pytest.mark.browser
def test_a_substitute_has_one_day_for_one_group_by_four_fields_and_three_presses(
    page, site, sign_in, axe_faults, django_db_blocker
):
    # given a coordinator at the desk, who hears in the morning that a teacher is ill
    sign_in(page, site.staff["kaisa"])
    page.goto("/office/")
    hands = Hands(page)
    # when the day is given: today stands there already
    hands.press("link", "Käyttäjät ja oikeudet")
    hands.press("link", "Sijaisuus")
    assert (too_wide(page), axe_faults(page)) == (0, [])
    hands.write("Sijaisen nimi", "Sirpa Sijainen")
    hands.choose("Koulu", "Raisio-opisto")
    hands.write("Ryhmä", "Ryhmä 3 B")
    hands.write("Kenen sijaisena", "Olli Opettaja")
    hands.press("button", "Anna päivän oikeus ja tulosta lappu")
    # then that was all, and even slow hands are done in less than a minute
    expect(page.get_by_text("sirpa.sijainen")).to_be_visible()
    assert (hands.fields, hands.presses) == (4, 3)
    assert hands.seconds < 60
    # and the slip, shown once, says for which day and group
    slip = page.locator("main")
    expect(slip).to_contain_text("Ryhmä 3 B")
    expect(slip).to_contain_text("24.11.")
    password, code, *_more = slip.locator(".receipt-code").all_inner_texts()
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert (too_wide(page), axe_faults(page)) == (0, []), width
    # and the right is for this day only, as a teacher of that school, for no client by name
    with django_db_blocker.unblock(), site.records():
        staff = Staff.objects.get(username="sirpa.sijainen")
        days = [actor_for(staff.pk, on=date(2026, 11, day)) for day in (23, 24, 25)]
        duty = Duty.objects.get(staff=staff)
    assert [one.role if one else None for one in days] == [None, Role.TEACHER, None]
    assert (duty.limited_to, duty.valid_from, duty.valid_to) == ("Ryhmä 3 B", *[date(2026, 11, 24)] * 2)
    # when the substitute signs in with the slip
    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_label("Käyttäjätunnus").fill("sirpa.sijainen")
    page.get_by_label("Salasana").fill(password)
    page.get_by_role("button", name="Kirjaudu", exact=True).click()
    page.get_by_label("Koodi", exact=True).fill(code)
    page.get_by_role("button", name="Kirjaudu", exact=True).click()
    # then the room of the partners opens, and no other (a demo asks for no password of one's own; test_passwords.py)
    expect(page).to_have_url(f"{site.address}/partner/")
    answers = {room: page.request.get(room).status for room in ("/desk/", "/office/")}
    assert answers == {"/desk/": 404, "/office/": 404}

"""The calendar in the browser: a time from the client's page, its interpreter, the week, and the answer by the link."""

import re
from datetime import date, datetime, time

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide

from kotopolku.accounts.access import actor_for
from kotopolku.appointments.actions import add_interpreter, add_room, book
from kotopolku.appointments.entries import BookingEntry, InterpreterEntry
from kotopolku.audit.acting import acting_as
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.letters.models import Letter
from kotopolku.people.actions import set_languages
from kotopolku.people.entries import LanguageEntry, Names
from kotopolku.plans.tests.stories import opened

TODAY = date(2026, 11, 24)


@pytest.mark.browser
def test_a_time_with_an_interpreter_is_booked_from_the_case_and_confirmed_by_the_link(
    page, site, sign_in, axe_faults, django_db_blocker
):
    with django_db_blocker.unblock(), site.records():
        actor = actor_for(site.staff["aino"], on=TODAY)
        names = Names(given_names="Layla", family_name="Kalenteri")
        person, case = opened(actor, on=TODAY, periods=[], names=names)
        with acting_as(actor, on=TODAY):
            set_languages(person_id=person, languages=[LanguageEntry(use="interpreting", language="ar")])
            add_room(place="martinkatu", name="Huone 7", directions="A-porras, 2. krs")
            add_interpreter(
                entry=InterpreterEntry(name="Tuula Tulkki", email="t@example.org", languages=("ar",))
            )
    sign_in(page, site.staff["aino"])
    # from the case in one step: the worker, the office, the language and the interpreter are filled in
    page.goto(f"/desk/cases/{case}/")
    page.get_by_role("link", name="varaa aika").click()
    page.get_by_label("Suunnitelman laatiminen").check()
    page.get_by_label("Päivä").fill("26.11.2026")
    page.get_by_label("Klo").fill("10")
    page.get_by_label(re.compile("^Tila")).select_option(label="Martinkatu 8, Raisio, Huone 7")
    assert axe_faults(page) == []
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("10–12")
    # the interpreter is asked in one step
    page.get_by_role("link", name="Tämän ajan tulkki").click()
    page.get_by_label("Ketä pyydät?").select_option(label="Tuula Tulkki")
    page.get_by_role("button", name="Tilaa tulkki").click()
    expect(page.get_by_text("pyydetty, ei vielä vastattu")).to_be_visible()
    assert axe_faults(page) == []
    with django_db_blocker.unblock(), site.records(), acting_as(actor, on=TODAY):
        link = re.search(r"/fi/interpreting/\S+", Letter.objects.get(template="interpreter_order").body)[0]
    # and answers without signing in
    page.context.clear_cookies()
    page.goto(link)
    assert axe_faults(page) == []
    page.get_by_role("button", name="Tulen").click()
    expect(page.get_by_text("Kiitos. Tulet.")).to_be_visible()
    # the week shows it, on a phone too
    sign_in(page, site.staff["aino"])
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/desk/calendar/")
    expect(page.get_by_role("link", name="10–12 Layla Kalenteri")).to_be_visible()
    assert (too_wide(page), axe_faults(page)) == (0, [])


@pytest.mark.browser
def test_a_time_is_dragged_to_another_day_and_a_taken_one_is_explained(
    page, site, sign_in, axe_faults, django_db_blocker
):
    wednesday, friday = date(2026, 12, 2), date(2026, 12, 4)
    with django_db_blocker.unblock(), site.records():
        actor = actor_for(site.staff["samir"], on=TODAY)
        with acting_as(actor, on=TODAY):
            for day, name in ((wednesday, "Raahattava"), (friday, "Varattu")):
                book(
                    entry=BookingEntry(
                        kind="other",
                        mode="phone",
                        name=name,
                        municipality_id=actor.controllers[0],
                        starts_at=datetime.combine(day, time(10), tzinfo=HELSINKI),
                        workers=(actor.staff_id,),
                    )
                )
    sign_in(page, site.staff["samir"])
    page.goto("/desk/calendar/?day=2026-12-02")
    expect(page.get_by_text("raahaamalla")).to_be_visible()
    assert axe_faults(page) == []
    row = page.locator(".week-row", has_text="Raahattava")
    row.drag_to(page.locator('[data-drop="3.12.2026"]'))
    # the week is shown again with the time on its new day
    expect(page.locator('[data-drop="3.12.2026"]')).to_contain_text("10–10.30 Raahattava")
    # where the worker is taken, the page of the time says why, and nothing has moved
    row.drag_to(page.locator('[data-drop="4.12.2026"]'))
    expect(page.get_by_text(re.compile("on silloin varattu, 10.00–10.30")).first).to_be_visible()
    page.goto("/desk/calendar/?day=2026-12-02")
    expect(page.locator('[data-drop="3.12.2026"]')).to_contain_text("Raahattava")

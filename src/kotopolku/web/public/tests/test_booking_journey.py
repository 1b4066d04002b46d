"""Booking in the browser: in Finnish and on a narrow Arabic page, from a free time to one's own time and back."""

import re
from datetime import date, time

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide

from kotopolku.accounts.access import actor_for
from kotopolku.audit.acting import acting_as
from kotopolku.letters.models import Letter
from kotopolku.roster.actions import plan_shift

TODAY = date(2026, 11, 24)
WORDS = {
    "fi": {
        "show": "Näytä vapaat ajat",
        "language": "Kielesi",
        "email": "Sähköpostisi",
        "book": "Varaa tämä aika",
        "other": "Valitse toinen aika",
        "cancel": "Peru aika",
        "gone": "Tämä aika on peruttu.",
        "code": "Koodisi",
    },
    "ar": {
        "show": "اعرض المواعيد المتاحة",
        "language": "لغتك",
        "email": "البريد الإلكتروني",
        "book": "احجز هذا الموعد",
        "other": "اختر موعدًا آخر",
        "cancel": "إلغاء الموعد",
        "gone": "هذا الموعد ملغى.",
        "code": "رمزك",
    },
}


@pytest.mark.browser
@pytest.mark.parametrize(("word", "width"), [("fi", 1280), ("ar", 390)])
def test_a_time_is_booked_moved_and_cancelled_by_who_needs_it(
    page, site, axe_faults, django_db_blocker, word, width
):
    with django_db_blocker.unblock(), site.records():
        aino = actor_for(site.staff["aino"], on=TODAY)
        with acting_as(aino, on=TODAY):
            for weekday in (2, 3):
                plan_shift(
                    staff_id=aino.staff_id,
                    place="martinkatu",
                    opens=time(9),
                    closes=time(12),
                    weekday=weekday,
                )
    words = WORDS[word]
    page.set_viewport_size({"width": width, "height": 844})

    def fine():
        assert (too_wide(page), axe_faults(page)) == (0, [])

    # a time is there before anything is asked
    page.goto(f"/{word}/book/?language=fi")
    page.get_by_role("button", name=words["show"]).click()
    fine()
    page.locator(".book-times a").first.click()
    fine()
    # two fields are enough
    page.locator("#id_name").fill("Amina")
    page.get_by_label(words["email"]).fill(f"{word}@esimerkki.invalid")
    page.get_by_role("button", name=words["book"]).click()
    expect(page.locator(".receipt-code")).to_be_visible()
    fine()
    # the code in the message opens the same time, which is moved and cancelled by one press each
    with django_db_blocker.unblock(), site.records(), acting_as(aino, on=TODAY):
        body = Letter.objects.get(address=f"{word}@esimerkki.invalid").body
    page.context.clear_cookies()
    page.goto(f"/{word}/book/own/")
    fine()
    page.get_by_label(words["code"], exact=True).fill(re.search(r"\b[A-Z2-9]{10}\b", body)[0])
    page.keyboard.press("Enter")
    before = page.locator("dl.facts dd").first.inner_text()
    page.get_by_role("link", name=words["other"]).click()
    fine()
    page.locator(".book-times button").last.click()
    expect(page.locator("dl.facts dd").first).not_to_have_text(before)
    page.get_by_role("button", name=words["cancel"]).click()
    expect(page.get_by_text(words["gone"])).to_be_visible()
    fine()

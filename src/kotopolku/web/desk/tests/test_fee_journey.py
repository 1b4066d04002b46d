"""A fee in the browser: nobody came, the client is asked, an official judges and decides, invoicing gets the file."""

import os
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide
from tests.settled import TODAY

from kotopolku.accounts.access import actor_for
from kotopolku.appointments.actions import (
    add_interpreter,
    book,
    close_interpreting,
    order_interpreter,
    record_interpreter_answer,
)
from kotopolku.appointments.entries import BookingEntry, InterpreterEntry, OrderEntry
from kotopolku.audit.acting import acting_as
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.fees.actions import tell_fee
from kotopolku.people.entries import Names
from kotopolku.plans.tests.stories import opened

pytestmark = pytest.mark.browser
BOOKED, MISSED = date(2026, 11, 2), date(2026, 11, 4)


def _missed(actor):
    """Book an interpreted call, tell about the fee, let the interpreter come for nothing; return case and time."""
    case = opened(actor, on=BOOKED, periods=[], names=Names(given_names="Layla", family_name="Poissaoleva"))[
        1
    ]
    with acting_as(actor, on=BOOKED):
        asks = BookingEntry(
            kind="plan_20",
            mode="phone",
            case_id=case,
            language="ar",
            interpreted=True,
            starts_at=datetime(2026, 11, 4, 10, tzinfo=HELSINKI),
            workers=(actor.staff_id or 0,),
        )
        time = book(entry=asks)
        interpreter = add_interpreter(
            entry=InterpreterEntry(name="Tuula Tulkki", email="t@example.org", languages=("ar",))
        )
        order = order_interpreter(
            appointment_id=time, entry=OrderEntry(interpreter_id=interpreter, language="ar")
        )
        tell_fee(appointment_id=time, understood=True)
        record_interpreter_answer(order_id=order, comes=True)
    with acting_as(actor, on=TODAY):
        close_interpreting(order_id=order, how="done", minutes=60, cost=Decimal("64.50"))
    return case, time


def _picture(page, name):
    if folder := os.environ.get("KOTOPOLKU_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def _narrow(page):
    """Look at the page on a telephone, then go on as before."""
    page.set_viewport_size({"width": 390, "height": 844})
    assert too_wide(page) == 0
    _picture(page, "fee-decide-390")
    page.set_viewport_size({"width": 1280, "height": 900})


def _enter_sum(page, axe_faults):
    """Enter the sum in force with its source, as a coordinator does in the office."""
    page.goto("/office/fees/")
    page.get_by_label("Maksun enimmäismäärä, euroa").fill("58,00")
    page.get_by_label("Ensimmäinen päivä").fill("1.1.2026")
    page.get_by_label("Viimeinen päivä").fill("31.12.2026")
    page.get_by_label("Mistä tarkistit määrän?").fill("Asetus 1/2025, 1 §")
    page.get_by_role("button", name="Merkitse määrä").click()
    expect(page.get_by_text("58,00").first).to_be_visible()
    assert (too_wide(page), axe_faults(page)) == (0, [])
    _picture(page, "fee-amounts")


def test_a_missed_time_is_heard_judged_decided_and_taken_to_invoicing(
    page, site, sign_in, axe_faults, django_db_blocker
):
    with django_db_blocker.unblock(), site.records():
        case, time = _missed(actor_for(site.staff["aino"], on=TODAY))
    # a coordinator enters the sum with its source
    sign_in(page, site.staff["kaisa"])
    _enter_sum(page, axe_faults)
    # nobody came
    page.context.clear_cookies()
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/appointments/{time}/")
    page.get_by_role("button", name="Ei saapunut").click()
    page.get_by_role("link", name="Maksu käyttämättä jätetystä ajasta").click()
    expect(page.locator("#conditions")).to_contain_text("64,50")
    expect(page.locator("#decide")).to_have_count(0)
    assert axe_faults(page) == []
    _picture(page, "fee-before-hearing")
    # the client has no address: a call, whose answer is written down
    page.get_by_role("button", name="Kysy asiakkaalta").click()
    expect(page.locator("#hearing")).to_contain_text("8.12.2026")
    expect(page.locator("#judge")).to_have_count(0)
    page.locator("[name=answer]").fill("Unohdin ajan.")
    page.get_by_role("button", name="Kirjaa vastaus").click()
    page.locator("[name=acceptable_reason][value=no]").check(force=True)
    page.locator("[name=unreasonable][value=no]").check(force=True)
    page.locator("[name=why]").fill("Unohtaminen ei ole hyväksyttävä syy.")
    assert axe_faults(page) == []
    page.get_by_role("button", name="Kirjaa ratkaisu").click()
    # the decision: at most the sum in force, two weeks after the time at the earliest
    expect(page.locator("#decide")).to_contain_text("58,00")
    expect(page.locator("#decide")).to_contain_text("18.11.2026")
    number = f"RAI/{str(time)[:6]}/2026"
    page.locator("[name=number]").fill(number)
    page.locator("[name=reasons]").fill("Et tullut etkä perunut aikaa. Hyväksyttävää syytä ei ollut.")
    page.locator("[name=address]").fill("PL 100, 21201 Raisio")
    assert axe_faults(page) == []
    _picture(page, "fee-decide")
    _narrow(page)
    page.get_by_role("button", name="Tee päätös").click()
    expect(page.get_by_text("58,00").first).to_be_visible()
    letter = page.request.get(page.get_by_role("link", name="Avaa kirje").get_attribute("href") or "")
    assert letter.body().startswith(b"%PDF")
    if folder := os.environ.get("KOTOPOLKU_PICTURES"):
        (Path(folder) / "fee.pdf").write_bytes(letter.body())
    page.locator("[name=way]").select_option("personal")
    page.get_by_role("button", name="Kirjaa annetuksi").click()
    expect(page.locator("#delivery")).to_contain_text("28.12.2026")
    _picture(page, "fee-decision")
    # invoicing gets it once
    page.goto("/desk/fees/")
    assert (too_wide(page), axe_faults(page)) == (0, [])
    _picture(page, "fee-list")
    with page.expect_download() as taken:
        page.get_by_role("button", name=re.compile("CSV")).click()
    text = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    assert number in text
    assert "58.00" in text
    page.goto(f"/desk/cases/{case}/")
    expect(page.get_by_text(f"Päätös {number}").first).to_be_visible()

"""A coordinator or the area's administrator prints codes for somebody without a phone."""

import re

import pytest
from django.test import Client
from tests.cast import TODAY
from tests.desk import client_of
from tests.phone import give_password

from kotopolku.accounts.models import PrintedCode
from kotopolku.accounts.sign_in_sessions import FRESH
from kotopolku.audit.models import LogRow


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch):
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())


def codes_on(page):
    return re.findall(r'class="receipt-code">(\w{4} \w{4})<', page.content.decode())


@pytest.mark.slow
def test_a_sheet_is_shown_once_and_its_codes_open_the_second_step(officer, coordinator):
    manager = client_of(coordinator)
    page = manager.post("/office/sign-in-codes/sheet/", {"staff": officer.staff_id})
    codes = codes_on(page)
    assert len(set(codes)) == 20
    assert page.headers["Cache-Control"] == "no-store"
    # then no later page shows them, nor are they in the database as they are
    listed = manager.get("/office/sign-in-codes/")
    assert codes_on(listed) == []
    assert "0/20" in listed.content.decode()
    assert codes[0].replace(" ", "") not in str(list(PrintedCode.objects.values()))
    # and the log says who made them, for one act
    assert LogRow.objects.filter(action="print_codes", staff_id=coordinator.staff_id).count() == 1
    # when the officer signs in with one of them
    client = Client()
    give_password(client, "aino")
    assert client.post("/sign-in/second/", {"code": codes[7]}).status_code == 302
    assert client.get("/desk/").status_code == 200
    assert "1/20" in manager.get("/office/sign-in-codes/").content.decode()


@pytest.mark.slow
def test_a_new_sheet_makes_the_former_worthless_and_so_does_one_click(officer, coordinator):
    manager = client_of(coordinator)
    first = codes_on(manager.post("/office/sign-in-codes/sheet/", {"staff": officer.staff_id}))
    second = codes_on(manager.post("/office/sign-in-codes/sheet/", {"staff": officer.staff_id}))
    client = Client()
    give_password(client, "aino")
    assert client.post("/sign-in/second/", {"code": first[0]}).status_code == 422
    manager.post("/office/sign-in-codes/revoke/", {"staff": officer.staff_id})
    assert client.post("/sign-in/second/", {"code": second[0]}).status_code == 422


def test_printing_needs_a_fresh_proof(officer, coordinator):
    manager = client_of(coordinator)
    session = manager.session
    session["stamps"] |= {"fresh": session["stamps"]["fresh"] - FRESH - 5}
    session.save()
    answer = manager.post("/office/sign-in-codes/sheet/", {"staff": officer.staff_id})
    assert answer.url.startswith("/own/again/")
    assert not PrintedCode.objects.exists()


def test_another_areas_people_do_not_exist_here(stranger, coordinator):
    manager = client_of(coordinator)
    assert "Veera Vieras" not in manager.get("/office/sign-in-codes/").content.decode()
    assert manager.post("/office/sign-in-codes/sheet/", {"staff": stranger.staff_id}).status_code == 404

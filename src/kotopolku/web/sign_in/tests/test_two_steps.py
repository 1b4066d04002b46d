"""Nobody gets in by a password alone, and nobody guesses their way in."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.test import Client
from tests.cast import TODAY
from tests.phone import code_of, enrolled, give_password, secret_on

from kotopolku.accounts.sign_in_printed import print_codes, revoke_codes
from kotopolku.audit.acting import acting_as
from kotopolku.audit.models import LogRow


def is_in(client: Client) -> bool:
    return client.get("/desk/").status_code == 200


def test_the_first_sign_in_leads_to_taking_a_phone_into_use_and_to_nothing_else(officer):
    # given an officer without a second factor
    client = Client()
    # when the password is right
    answer = give_password(client, "aino")
    # then the way leads to the phone, and no page of the desk opens meanwhile
    assert answer.url == "/sign-in/phone/"
    assert not is_in(client)
    page = client.get("/sign-in/phone/")
    assert "<svg" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    # when a code of the phone is given, then the session begins and ten recovery codes are shown
    _, secret, codes = enrolled("aino", client)
    assert is_in(client)
    assert len(codes) == 10
    # and the secret is not in the database as it is
    kept = Authenticator.objects.get(type="totp")
    assert secret.replace(" ", "") not in str(kept.data)


def test_a_wrong_first_code_keeps_the_same_secret_on_the_page(officer):
    client = Client()
    give_password(client, "aino")
    secret = secret_on(client.get("/sign-in/phone/"))
    answer = client.post("/sign-in/phone/", {"code": "000000"})
    assert answer.status_code == 422
    assert secret_on(answer) == secret
    assert not is_in(client)


@pytest.mark.slow
def test_who_has_a_phone_needs_it_every_time_and_a_code_works_once(officer):
    _, secret, _ = enrolled("aino")
    code = code_of(secret)
    # when the password is given, then the code is asked for
    first, second = Client(), Client()
    for client in (first, second):
        assert give_password(client, "aino").url == "/sign-in/second/"
        assert not is_in(client)
    # and the same code opens one session, not two
    assert first.post("/sign-in/second/", {"code": code}).status_code == 302
    assert second.post("/sign-in/second/", {"code": code}).status_code == 422
    assert is_in(first)
    assert not is_in(second)


def test_a_new_phone_cannot_be_enrolled_past_the_one_there_is(officer):
    enrolled("aino")
    client = Client()
    give_password(client, "aino")
    # when somebody with the password alone asks for the enrolment page
    answer = client.get("/sign-in/phone/")
    # then they are sent to the second step
    assert (answer.status_code, answer.url) == (302, "/sign-in/second/")


def test_a_recovery_code_opens_once(officer):
    _, _, codes = enrolled("aino")
    for expected in (302, 422):
        client = Client()
        give_password(client, "aino")
        assert client.post("/sign-in/second/", {"code": codes[3]}).status_code == expected


def test_a_teacher_without_a_phone_signs_in_with_a_printed_code_until_the_sheet_is_revoked(
    officer, coordinator
):
    # given a sheet printed by the coordinator
    with acting_as(coordinator, on=TODAY):
        codes = print_codes(staff_id=officer.staff_id)
    # when a code of it is given, in small letters and with a space, then it opens, once
    for expected in (302, 422):
        client = Client()
        assert give_password(client, "aino").url == "/sign-in/second/"
        typed = f"{codes[0][:4]} {codes[0][4:]}".lower()
        assert client.post("/sign-in/second/", {"code": typed}).status_code == expected
    # and after the sheet is revoked none of it does
    with acting_as(coordinator, on=TODAY):
        revoke_codes(staff_id=officer.staff_id)
    client = Client()
    assert give_password(client, "aino").url == "/sign-in/phone/"


def test_the_second_step_cannot_be_reached_without_the_first_nor_long_after_it(officer, monkeypatch):
    _, secret, _ = enrolled("aino")
    assert Client().get("/sign-in/second/").url == "/sign-in/"
    client = Client()
    give_password(client, "aino")
    session = client.session
    session["signing_in"] = session["signing_in"] | {"at": session["signing_in"]["at"] - 11 * 60}
    session.save()
    assert client.post("/sign-in/second/", {"code": code_of(secret)}).url == "/sign-in/"
    assert not is_in(client)


@pytest.mark.parametrize("username", ["aino", "nobody-of-this-name"])
def test_five_wrong_passwords_lock_a_name_for_that_address_whether_it_exists_or_not(officer, username):
    client = Client()
    answers = [give_password(client, username, "wrong") for _ in range(5)]
    assert [one.status_code for one in answers] == [422, 422, 422, 422, 429]
    assert "Yritä uudelleen" in answers[-1].content.decode()
    # then even the right password is not tried
    assert give_password(client, username).status_code == 429
    # and from another address it is
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert give_password(elsewhere, username).status_code == (302 if username == "aino" else 422)
    # and the log knows, without the words of who does not exist
    locked = LogRow.objects.filter(kind="sign_in", result="locked")
    assert {row.subject_id for row in locked} == {"aino" if username == "aino" else "unknown"}
    assert not AccessAttempt.objects.filter(username__contains=username).exists()


def test_the_page_says_the_same_for_a_name_that_exists_and_one_that_does_not(officer):
    pages = []
    for username in ("aino", "onia"):
        client = Client(enforce_csrf_checks=False)
        text = give_password(client, username, "wrong").content.decode()
        pages.append(text.replace(username, "NAME").split("</form>")[0].split("csrfmiddlewaretoken")[-1][90:])
    assert pages[0] == pages[1]


@pytest.mark.slow
def test_five_wrong_codes_lock_the_second_step_from_every_address(officer):
    _, secret, _ = enrolled("aino")
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5"):
        client = Client(REMOTE_ADDR=address)
        give_password(client, "aino")
        answer = client.post("/sign-in/second/", {"code": "000000"})
    assert answer.status_code == 429
    client = Client(REMOTE_ADDR="192.0.2.6")
    give_password(client, "aino")
    assert client.post("/sign-in/second/", {"code": code_of(secret)}).status_code == 429
    assert not is_in(client)
    assert LogRow.objects.filter(result="second_locked").count() == 2


def test_the_lock_opens_by_itself(officer, monkeypatch):
    client = Client()
    for _ in range(5):
        give_password(client, "aino", "wrong")
    for one in AccessAttempt.objects.all():
        AccessAttempt.objects.filter(pk=one.pk).update(
            attempt_time=one.attempt_time - timedelta(minutes=15, seconds=1)
        )
    assert give_password(client, "aino").status_code == 302


def test_outside_a_demo_nobody_steps_in(officer):
    # given the settings of a demo or not, and a database without the demo's mark
    answer = Client().post(f"/sign-in/as/{officer.staff_id}/")
    assert answer.status_code == 404


def test_outside_a_demo_nobody_steps_in_even_with_the_demo_setting(officer, settings):
    settings.DEMO = True
    client = Client()
    assert client.post(f"/sign-in/as/{officer.staff_id}/").status_code == 404
    assert not is_in(client)

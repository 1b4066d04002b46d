"""A password somebody else wrote down opens nothing but the page where its owner chooses another."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import client_of
from tests.phone import PASSWORD, code_of, enrolled, give_password, secret_on

from kotopolku.accounts.actions import stand_in
from kotopolku.accounts.models import Staff
from kotopolku.accounts.sign_in_passwords import reset_sign_in, set_subject
from kotopolku.accounts.sign_in_printed import print_codes
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.models import LogRow

OWN = "kolme hauskaa sanaa"


@pytest.fixture
def administrator(area):
    return worker(
        username="antti", name="Antti", at="raisio", area="raisio", role=Role.ADMINISTRATOR, covers=["raisio"]
    )


def is_in(client: Client) -> bool:
    return client.get("/own/").status_code == 200


@pytest.mark.slow
def test_a_substitute_chooses_a_password_before_anything_opens(coordinator):
    # given a substitute with a first password and a sheet of codes
    with acting_as(coordinator, on=TODAY):
        staff, username, first = stand_in(
            name="Sini Sijainen", organisation="raisio", area_id="raisio", on=TODAY, instead_of="Olli",
            limited_to="Ryhmä 4",
        )  # fmt: skip
        code = print_codes(staff_id=staff)[0]
    client = Client()
    # when both steps are taken
    assert give_password(client, username, first).url == "/sign-in/second/"
    answer = client.post("/sign-in/second/", {"code": code})
    # then no page opens yet
    assert answer.url == "/sign-in/password/"
    assert not is_in(client)
    assert client.get("/sign-in/password/").status_code == 200
    # when the first password is given again, or a weak one, it is refused
    for refused in (first, "salasana", "password1234"):
        assert client.post("/sign-in/password/", {"password": refused, "again": refused}).status_code == 422
    assert client.post("/sign-in/password/", {"password": OWN, "again": OWN + "x"}).status_code == 422
    assert not is_in(client)
    # when an own one is chosen, then the session begins and only that one works
    assert client.post("/sign-in/password/", {"password": OWN, "again": OWN}).status_code == 302
    assert is_in(client)
    assert give_password(Client(), username, first).status_code == 422
    assert give_password(Client(), username, OWN).url == "/sign-in/second/"


def test_the_first_step_alone_does_not_let_anybody_choose_a_password(coordinator):
    with acting_as(coordinator, on=TODAY):
        _staff, username, first = stand_in(
            name="Sini Sijainen", organisation="raisio", area_id="raisio", on=TODAY, instead_of="Olli",
            limited_to="Ryhmä 4",
        )  # fmt: skip
    client = Client()
    give_password(client, username, first)
    # when the page is asked for before the second step
    answer = client.post("/sign-in/password/", {"password": OWN, "again": OWN})
    # then
    assert answer.url == "/sign-in/"
    assert Staff.objects.get(username=username).password_is_first


@pytest.mark.slow
def test_ones_own_password_is_changed_and_other_sessions_end(officer):
    one, _secret, _codes = enrolled("aino")
    other = client_of(officer)
    own = reverse("own:password")
    assert one.post(own, {"password": PASSWORD, "again": PASSWORD}).status_code == 422
    assert one.post(own, {"password": OWN, "again": OWN}).status_code == 302
    assert is_in(one)
    assert give_password(Client(), "aino", OWN).url == "/sign-in/second/"
    assert not is_in(other)
    assert (
        one.get("/own/").content.decode().count("tag-ok") == 1
    )  # the list still knows which session this is


@pytest.mark.slow
def test_a_lost_phone_is_reset_by_the_administrator_and_every_old_way_is_shut(administrator, officer):
    # given somebody who signs in with a phone
    session, secret, _recovery = enrolled("aino")
    page = reverse("office:staff_sign_in", args=[officer.staff_id])
    client = client_of(administrator)
    # when the administrator does not say to know who asks, nothing happens
    assert client.post(page, {"do": "reset"}).status_code == 422
    assert Authenticator.objects.filter(user_id=officer.staff_id).exists()
    # when they do
    slip = client.post(page, {"do": "reset", "seen": "on"}).content.decode()
    first = re.search(r'class="receipt-code">([a-z0-9]{4}(?:-[a-z0-9]{4}){3})<', slip)[1]
    # then the session is over, the old password and the phone no longer count
    assert not is_in(session)
    assert give_password(Client(), "aino").status_code == 422
    fresh = Client()
    assert give_password(fresh, "aino", first).url == "/sign-in/phone/"
    new = secret_on(fresh.get("/sign-in/phone/"))
    assert new != secret
    assert fresh.post("/sign-in/phone/", {"code": code_of(new, steps=-1)}).status_code == 200
    assert not is_in(fresh)
    fresh.post("/sign-in/password/", {"password": OWN, "again": OWN})
    assert is_in(fresh)
    # and the log says who did it to whom
    row = LogRow.objects.get(action="reset_sign_in")
    assert (row.staff_id, row.subject, row.subject_id) == (
        administrator.staff_id,
        "staff",
        str(officer.staff_id),
    )


def test_an_identifier_connects_one_person_and_no_two(administrator, officer, colleague):
    page = reverse("office:staff_sign_in", args=[officer.staff_id])
    client = client_of(administrator)
    assert client.post(page, {"do": "subject", "subject": " sub-1 "}).status_code == 302
    assert SocialAccount.objects.get(user_id=officer.staff_id).uid == "sub-1"
    with acting_as(administrator, on=TODAY), pytest.raises(Invalid):
        set_subject(staff_id=colleague.staff_id, subject="sub-1")
    assert client.post(page, {"do": "subject", "subject": ""}).status_code == 302
    assert not SocialAccount.objects.exists()


def test_nobody_else_helps_and_nobody_is_helped_from_another_area(
    administrator, coordinator, officer, stranger
):
    with acting_as(coordinator, on=TODAY), pytest.raises(NotPermitted):
        reset_sign_in(staff_id=officer.staff_id)
    with acting_as(administrator, on=TODAY):
        with pytest.raises(NotFound):
            reset_sign_in(staff_id=stranger.staff_id)
        with pytest.raises(Invalid):
            reset_sign_in(staff_id=administrator.staff_id)

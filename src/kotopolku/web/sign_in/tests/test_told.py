"""Whoever's way of signing in changes is told of it, in the program and by e-mail, without any secret."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import client_of
from tests.phone import PASSWORD, enrolled

from kotopolku.accounts.models import Staff
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.letters.models import Letter, Notice

OWN = "kolme hauskaa sanaa"


@pytest.fixture
def administrator(area):
    return worker(
        username="antti", name="Antti", at="raisio", area="raisio", role=Role.ADMINISTRATOR, covers=["raisio"]
    )


@pytest.fixture
def session(officer):
    """Aino, with an e-mail address, signed in with a phone."""
    Staff.objects.filter(pk=officer.staff_id).update(email="aino@esimerkki.invalid")
    return enrolled("aino")[0]


def told(officer):
    """(codes of the notices, letters) that Aino has got."""
    with acting_as(officer, on=TODAY):
        notices = Notice.objects.filter(staff_id=officer.staff_id).order_by("created_at", "pk")
        letters = Letter.objects.filter(staff_id=officer.staff_id, template="sign_in_changed")
        return list(notices.values_list("code", flat=True)), list(letters)


def test_ones_own_changes_are_told(officer, session):
    kept = Authenticator.objects.create(
        user_id=officer.staff_id, type=Authenticator.Type.WEBAUTHN, data={"name": "Avain", "credential": {}}
    )
    for address, sent in (
        ("own:password", {"password": OWN, "again": OWN}),
        ("own:recovery", {}),
        ("own:passkey_remove", {"passkey": kept.pk}),
        ("own:passkey_remove", {"passkey": kept.pk}),  # a second time there is none to tell of
    ):
        assert session.post(reverse(address), sent).status_code in {200, 302}
    codes, letters = told(officer)
    assert sorted(codes) == [
        "sign_in_passkey_removed",
        "sign_in_password",
        "sign_in_phone",
        "sign_in_recovery",
    ]
    assert len(letters) == 4
    # nothing in them opens anything, and the subject names nobody
    for letter in letters:
        assert OWN not in letter.body
        assert PASSWORD not in letter.body
        assert letter.subject == "Tunnistautumisesi Kotopolkuun muuttui"
        assert "/own/" in letter.body


def test_what_an_administrator_does_to_ones_sign_in_is_told_to_whom_it_concerns(
    officer, session, administrator
):
    client = client_of(administrator)
    page = reverse("office:staff_sign_in", args=[officer.staff_id])
    assert client.post(page, {"do": "subject", "subject": "sub-1"}).status_code == 302
    sheet = client.post(reverse("office:sheet"), {"staff": officer.staff_id})
    assert sheet.status_code == 200
    slip = client.post(page, {"do": "reset", "seen": "on"}).content.decode()
    first = re.search(r'class="receipt-code">([a-z0-9]{4}(?:-[a-z0-9]{4}){3})<', slip)[1]
    codes, letters = told(officer)
    assert sorted(codes) == ["sign_in_phone", "sign_in_printed", "sign_in_reset", "sign_in_subject"]
    assert all(first not in letter.body for letter in letters)
    # the administrator is not told of what they did themselves
    with acting_as(administrator, on=TODAY):
        assert not Notice.objects.filter(staff_id=administrator.staff_id).exists()


def test_somebody_without_an_address_gets_the_notice_alone(officer, administrator):
    client = client_of(administrator)
    client.post(reverse("office:staff_sign_in", args=[officer.staff_id]), {"do": "reset", "seen": "on"})
    assert told(officer) == (["sign_in_reset"], [])

"""Sessions end in time and on demand, and nothing that was being written ends with them."""

import time
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of, in_draft
from tests.phone import PASSWORD, code_of, enrolled, give_password

from kotopolku.accounts.sign_in_sessions import FRESH, IDLE, LONGEST
from kotopolku.audit.acting import acting_as
from kotopolku.cases.unsent import pages_unsent
from kotopolku.handovers import codes
from kotopolku.handovers.tests.stories import a_packet, sent

NOTE = "Hän toivoo <kurssia> iltaisin, koska työ alkaa kuudelta."


def kept_for(actor):
    """The pages something unsent is kept for; read as the one whose it is, since nobody else sees a draft."""
    with acting_as(actor, on=TODAY):
        return pages_unsent()


def older(client, seconds, *, stamps=("began", "used", "fresh")):
    """Let the session be so many seconds older."""
    session = client.session
    session["stamps"] |= {name: session["stamps"][name] - seconds for name in stamps}
    session.save()


def sign_in_again(client, username, secret, *, steps=1):
    give_password(client, username)
    answer = client.post("/sign-in/second/", {"code": code_of(secret, steps=steps)})
    assert answer.status_code == 302, answer.content.decode()
    return client


@pytest.mark.parametrize(
    ("seconds", "stamps", "opens"),
    [
        (IDLE - 30, ("used",), True),
        (IDLE + 30, ("used",), False),
        (LONGEST - 30, ("began",), True),
        (LONGEST + 30, ("began",), False),
    ],
)
def test_a_session_ends_after_half_an_hour_of_rest_and_after_nine_hours_of_work(
    officer, seconds, stamps, opens
):
    client = client_of(officer)
    older(client, seconds, stamps=stamps)
    answer = client.get("/desk/")
    assert (answer.status_code == 200) is opens
    # and one that has ended is gone from the database too
    assert Session.objects.exists() is opens


def test_using_a_session_keeps_it_open_past_half_an_hour(officer):
    client = client_of(officer)
    for _ in range(3):
        older(client, 20 * 60)
        assert client.get("/desk/").status_code == 200


@pytest.mark.slow
def test_what_was_sent_with_an_ended_session_is_in_the_form_after_signing_in(officer):
    # given an officer on a case's page whose session ends while they write a note
    client, secret, _ = enrolled("aino")
    case = reverse("desk:case", args=[in_draft(officer).case])
    older(client, IDLE + 60)
    # when they send it
    answer = client.post(
        case, {"text": NOTE, "do": "note"}, headers={"Referer": f"http://testserver{case}?x=1"}
    )
    # then they are asked to sign in, and what they wrote is kept as theirs
    assert answer.url == f"/sign-in/?next={case}"
    assert kept_for(officer) == [case]
    # when they have signed in
    sign_in_again(client, "aino", secret)
    page = client.get(case)
    # then the note is in the page's form, and the page says why
    assert page.status_code == 200
    text = page.content.decode()
    assert "Istuntosi oli päättynyt" in text
    assert "&lt;kurssia&gt; iltaisin" in text
    assert text.count("&lt;kurssia&gt; iltaisin") == 1
    # and when it is sent, the draft is gone
    client.post(case, {"text": NOTE, "do": "note"})
    assert kept_for(officer) == []
    assert "Istuntosi oli päättynyt" not in client.get(case).content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("room", ["partner", "office"])
def test_what_a_partner_or_the_office_sent_too_late_is_kept_too(officer, county_worker, coordinator, room):
    # given a form of another room than the desk, open while its session ends
    packet = sent(officer, in_draft(officer).case, a_packet(codes.COUNTY))
    username, actor, page, fields = {
        "partner": (
            "varha", county_worker, reverse("partner:packet", args=[packet]), {"answer": "asked", "reason": NOTE},
        ),
        "office": ("kaisa", coordinator, reverse("office:substitute"), {"name": "Sini", "instead_of": NOTE}),
    }[room]  # fmt: skip
    client, secret, _ = enrolled(username)
    older(client, IDLE + 60)
    # when it is sent
    assert (
        client.post(page, fields, headers={"Referer": f"http://testserver{page}"}).url
        == f"/sign-in/?next={page}"
    )
    assert kept_for(actor) == [page]
    # then it is in the page's form after signing in
    sign_in_again(client, username, secret)
    text = client.get(page).content.decode()
    assert "Istuntosi oli päättynyt" in text
    assert text.count("&lt;kurssia&gt; iltaisin") == 1


@pytest.mark.slow
def test_texts_without_a_place_in_the_form_are_shown_beside_it(officer):
    client, secret, _ = enrolled("aino")
    case = reverse("desk:case", args=[in_draft(officer).case])
    older(client, IDLE + 60)
    client.post(case, {"something_else": NOTE}, headers={"Referer": f"http://testserver{case}"})
    sign_in_again(client, "aino", secret)
    text = client.get(case).content.decode()
    assert text.count("&lt;kurssia&gt; iltaisin") == 1
    # and it can be forgotten
    assert client.post("/own/unsent/forget/", {"page": case}).url == case
    assert "kurssia" not in client.get(case).content.decode()


@pytest.mark.slow
def test_nobody_else_gets_to_see_it(officer, colleague):
    # given what an officer sent in vain
    client, _, _ = enrolled("aino")
    case = reverse("desk:case", args=[in_draft(officer).case])
    older(client, IDLE + 60)
    client.post(case, {"text": NOTE})
    # when a colleague signs in with the same browser
    enrolled("samir", client)
    # then the page is as it always is
    assert "kurssia" not in client.get(case).content.decode()


def test_after_signing_out_nothing_is_kept_for_the_one_who_left(officer):
    client, _, _ = enrolled("aino")
    client.post("/sign-out/")
    client.post("/desk/people/new/", {"family_name": "Haddad"})
    assert kept_for(officer) == []


def test_a_form_that_no_page_of_ours_made_is_not_kept(officer):
    client = Client(enforce_csrf_checks=True)
    enrolled_client, _, _ = enrolled("aino")
    client.cookies = enrolled_client.cookies
    older(enrolled_client, IDLE + 60)
    client.post(
        "/desk/people/new/", {"family_name": "Haddad"}, headers={"Origin": "https://elsewhere.example"}
    )
    assert kept_for(officer) == []


def test_a_forged_owner_keeps_nothing(officer):
    client = Client()
    client.cookies["kotopolku_owner"] = "1:forged"
    assert client.post("/desk/people/new/", {"family_name": "Haddad"}).status_code == 302
    assert kept_for(officer) == []


@pytest.mark.slow
def test_one_sees_and_ends_ones_own_sessions_and_no_others(officer, colleague):
    first, secret, _ = enrolled("aino")
    second = sign_in_again(
        Client(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"}), "aino", secret
    )
    others, _, _ = enrolled("samir")
    # when the list is read, then it shows both and which is this one
    text = second.get("/own/").content.decode()
    assert "Firefox, Windows" in text
    assert text.count('name="session"') == 1
    # when somebody else tries to end one, then it does not exist for them
    from allauth.usersessions.models import UserSession

    theirs = UserSession.objects.get(session_key=first.session.session_key)
    assert others.post("/own/sessions/end/", {"session": theirs.pk}).status_code == 404
    assert first.get("/desk/").status_code == 200
    # when its owner ends it from elsewhere, then it opens nothing, and keeps nothing
    assert second.post("/own/sessions/end/", {"session": theirs.pk}).status_code == 302
    assert first.post("/desk/people/new/", {"family_name": "Haddad"}).status_code == 302
    assert first.get("/desk/").status_code == 302
    assert kept_for(officer) == []
    assert second.get("/desk/").status_code == 200


def test_all_other_sessions_end_at_once(officer):
    first, secret, _ = enrolled("aino")
    second = sign_in_again(Client(), "aino", secret)
    second.post("/own/sessions/end-others/")
    assert (first.get("/desk/").status_code, second.get("/desk/").status_code) == (302, 200)


def test_a_change_of_ones_own_sign_in_needs_a_fresh_proof_and_leads_back(officer):
    client, secret, _ = enrolled("aino")
    older(client, FRESH + 5, stamps=("fresh",))
    # when the phone is to be changed
    answer = client.get("/own/phone/")
    # then a proof is asked for, a wrong one does not do, and a right one leads back
    assert answer.url == "/own/again/?next=%2Fown%2Fphone%2F"
    assert client.post("/own/again/", {"code": "123", "next": "/own/phone/"}).status_code == 422
    assert client.get("/own/phone/").status_code == 302
    assert (
        client.post("/own/again/", {"code": code_of(secret, steps=1), "next": "/own/phone/"}).url
        == "/own/phone/"
    )
    assert client.get("/own/phone/").status_code == 200


def test_who_has_no_phone_proves_themselves_by_the_password(officer):
    client = client_of(officer)
    older(client, FRESH + 5, stamps=("fresh",))
    assert client.post("/own/recovery/").url == "/own/again/?next=%2Fown%2Frecovery%2F"
    assert client.post("/own/again/", {"password": "wrong"}).status_code == 422
    assert client.post("/own/again/", {"password": PASSWORD}).status_code == 302
    assert client.post("/own/recovery/").status_code == 200


def test_a_demo_role_has_nothing_to_prove(officer):
    client = client_of(officer)
    session = client.session
    session["stamps"] |= {"way": "step_in", "fresh": time.time() - 2 * FRESH}
    session.save()
    assert client.get("/own/phone/").status_code == 200


def test_an_address_of_nothing_keeps_what_was_sent_there_and_harms_nobody(officer):
    client, secret, _ = enrolled("aino")
    older(client, IDLE + 60)
    nowhere = f"/desk/cases/{uuid4()}/"
    client.post(nowhere, {"text": "a\0b" * 100, "\0": "x"})
    sign_in_again(client, "aino", secret)
    assert client.get(nowhere).status_code == 404

"""The contact of an authority: what is sent arrives, what cannot be sent comes back as typed, nothing leaks."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.cases.views import ContactView
from kotopolku.people.actions import register_person
from kotopolku.people.entries import Names

type Inbox = Callable[[], list[ContactView]]

ADDRESS = "/fi/for-authorities/contact/"
TODAY = date(2026, 11, 24)


@pytest.fixture
def filled(members: dict[str, int]) -> dict[str, str]:
    """A contact that can be sent."""
    return {
        "sender_organisation": "Kela",
        "sender_name": "Pekka Palvelija",
        "sender_email": "pekka.palvelija@kela.example",
        "need_seen": "on",
        "consent": "yes",
        "consent_on": "23.11.2026",
        "municipality_id": str(members["naantali"]),
        "subject_name": "Zainab Al-Hadid",
        "birth": "14.2.1994",
        "subject_phone": "040 000 0000",
        "subject_language": "ar",
        "message": "Hakee lasten kotihoidon tukea.",
        "website": "",
    }


def test_a_contact_arrives_in_the_inbox_of_its_municipality_as_unverified(
    visitor: Client, filled: dict[str, str], inbox: Inbox
) -> None:
    # when
    response = visitor.post(ADDRESS, filled)
    # then
    assert response.status_code == 302
    (contact,) = inbox()
    assert (contact.row.kind, contact.row.state, contact.row.municipality_id) == (
        "authority",
        "waiting",
        int(filled["municipality_id"]),
    )
    assert (contact.row.consent, contact.consent_on, contact.row.received_on) == (
        True,
        date(2026, 11, 23),
        TODAY,
    )
    assert (contact.row.subject_name, contact.row.subject_birth_date) == (
        "Zainab Al-Hadid",
        date(1994, 2, 14),
    )
    assert contact.need_seen
    assert not contact.row.sender_verified


def test_the_receipt_holds_the_code_and_nothing_about_anybody(
    visitor: Client, filled: dict[str, str], inbox: Inbox
) -> None:
    # when
    response = visitor.post(ADDRESS, filled, follow=True)
    # then
    code = inbox()[0].receipt_code
    receipt, address = response.content.decode(), response.redirect_chain[-1][0]
    assert response.status_code == 200
    assert code in receipt
    for value in ("Zainab", "Hadid", "1994", "040 000", "Pekka", "kela.example", "kotihoidon"):
        assert value not in receipt
        assert value not in address
    assert "no-store" in response.headers["Cache-Control"]


def test_the_answer_is_the_same_for_a_person_already_known(
    visitor: Client, filled: dict[str, str], inbox: Inbox, kaisa: Actor, members: dict[str, int]
) -> None:
    # given nobody knows the person yet
    before = visitor.post(ADDRESS, filled, follow=True).content.decode()
    # when the person has become a client and the contact is sent again
    with acting_as(kaisa, on=TODAY):
        register_person(
            controller_id=members["naantali"],
            names=Names(given_names="Zainab", family_name="Al-Hadid"),
            birth_date=date(1994, 2, 14),
        )
    after = visitor.post(ADDRESS, filled, follow=True).content.decode()
    # then only the code differs
    codes = {contact.receipt_code for contact in inbox()}
    assert len(codes) == 2
    assert _without(before, codes) == _without(after, codes)


def _without(html: str, codes: set[str]) -> str:
    for code in codes:
        html = html.replace(code, "CODE")
    return re.sub(r"CODE~[\w-]+", "CODE", html)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("consent", "no"),
        ("consent_on", ""),
        ("consent_on", "25.11.2026"),
        ("need_seen", ""),
        ("sender_email", "pekka at kela"),
        ("municipality_id", "999999"),
        ("municipality_id", "1 OR 1=1"),
        ("subject_name", "   "),
        ("birth", "31.2.1994"),
        ("birth", "2027"),
        ("subject_phone", "call me"),
        ("subject_language", "klingon"),
        ("website", "https://spam.example"),
    ],
)
def test_what_cannot_be_sent_comes_back_as_typed(
    visitor: Client, filled: dict[str, str], inbox: Inbox, field: str, value: str
) -> None:
    # when
    response = visitor.post(ADDRESS, filled | {"message": "Tämä teksti säilyy.", field: value})
    # then
    html = response.content.decode()
    assert response.status_code == 422
    assert "error-summary" in html
    assert f'href="#id_{field}' in html
    assert "Tämä teksti säilyy." in html
    assert "Pekka Palvelija" in html
    assert inbox() == []


def test_without_consent_the_page_says_what_to_do_instead(
    visitor: Client, filled: dict[str, str], inbox: Inbox
) -> None:
    html = visitor.post(
        "/en/for-authorities/contact/", filled | {"consent": "no", "consent_on": ""}
    ).content.decode()
    assert "Guide the person to our services instead." in html
    assert "Write the day on which the person consented." not in html


def test_a_year_of_birth_is_kept_when_the_day_is_not_known(
    visitor: Client, filled: dict[str, str], inbox: Inbox
) -> None:
    # when
    visitor.post(ADDRESS, filled | {"birth": "1994"})
    # then
    (contact,) = inbox()
    assert contact.row.subject_birth_date is None
    assert contact.message == "Syntymävuosi: 1994\nHakee lasten kotihoidon tukea."


def test_a_form_without_its_token_is_refused(filled: dict[str, str], inbox: Inbox) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, filled).status_code == 403
    assert inbox() == []

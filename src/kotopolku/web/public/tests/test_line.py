"""The line for visitors: the wait, a number, a call, a question; in one's own language and with nothing to prove."""

from datetime import time

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import TODAY, worker

from kotopolku.accounts.staff_languages import KnownLanguage, set_staff_languages
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.line import queries
from kotopolku.line.actions import call_next, close_office
from kotopolku.line.models import Ticket, Wish
from kotopolku.roster.actions import plan_shift
from kotopolku.services.models import Place

AR, FI = by_code("ar"), by_code("fi")


@pytest.fixture
def visitor(programme_loaded) -> Client:
    """Somebody without an account, while the office at Martinkatu is open round the clock."""
    row = Place.objects.get(code="martinkatu")
    row.facts["opening"] = [{"access": "walk_in", "days": ["tue"], "opens": "00:00", "closes": "23:59"}]
    row.save()
    return Client()


@pytest.fixture
def adviser(members):
    return worker(
        username="samir",
        name="Samir Haddad",
        at="raisio",
        area="raisio",
        role=Role.ADVISER,
        covers=["raisio"],
    )


def test_a_number_is_taken_from_the_web_and_followed_until_it_is_called(visitor, adviser):
    # given a number taken on the Arabic page
    sent = {"language": "ar", "office": "martinkatu", "topic": "housing", "website": ""}
    page = visitor.post(reverse("public:line-take", args=[AR]), sent, follow=True)
    ticket = Ticket.objects.get()
    assert (ticket.channel, ticket.language, ticket.topics, ticket.number) == ("web", "ar", ["housing"], 1)
    assert '<bdi dir="ltr">1</bdi>' in page.content.decode()
    # when an adviser calls it
    now = reverse("public:line-ticket-now", args=[FI, ticket.pk])
    tag = visitor.get(now).headers["ETag"]
    assert visitor.get(now, headers={"if-none-match": tag}).status_code == 304
    with acting_as(adviser, on=TODAY):
        call_next(office="martinkatu", room="Huone 3")
    # then the page says where to go
    called = visitor.get(now, headers={"if-none-match": tag}).content.decode()
    assert "Nyt on sinun vuorosi." in called
    assert "Huone 3" in called


def test_a_place_that_is_not_needed_is_given_up(visitor):
    visitor.post(reverse("public:line-take", args=[FI]), {"language": "fi", "office": "martinkatu"})
    ticket = Ticket.objects.get()
    visitor.post(reverse("public:line-ticket", args=[FI, ticket.pk]))
    assert Ticket.objects.get().state == "left"


@pytest.mark.parametrize(
    ("page", "sent", "channel"),
    [
        ("public:line-call", {"language": "so", "phone": "040 123 4567"}, "call"),
        ("public:line-question", {"language": "so", "text": "Xafiiska?", "email": "a@b.example"}, "question"),
    ],
)
def test_a_call_or_a_question_stands_in_the_same_line_and_is_read_by_advisers_only(
    visitor, adviser, page, sent, channel
):
    answer = visitor.post(reverse(page, args=[by_code("so")]), sent, follow=True)
    ticket = Ticket.objects.get()
    assert (ticket.channel, ticket.language) == (channel, "so")
    with acting_as(adviser, on=TODAY):
        wish = queries.wish(ticket.pk)
        assert sent.get("phone", sent.get("email")) in (wish.phone, wish.email)
    # the page that follows shows the number, and nothing of what was written
    html = answer.content.decode()
    assert f"P{ticket.number}" in html
    assert not any(sent[key] in html for key in ("phone", "text", "email") if key in sent)
    assert not Wish.objects.exists()


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("public:line-call", {"language": "so", "phone": "soita"}),
        ("public:line-call", {"language": "xx", "phone": "040 123 4567"}),
        ("public:line-call", {"language": "so", "phone": "040 123 4567", "website": "spam"}),
        ("public:line-question", {"language": "so", "text": "x\0y", "email": "a@b.example"}),
        ("public:line-take", {"language": "so", "office": "nowhere"}),
    ],
)
def test_what_cannot_be_taken_comes_back_as_typed(visitor, page, sent):
    answer = visitor.post(reverse(page, args=[FI]), sent)
    assert answer.status_code == 422
    assert not Ticket.objects.exists()


def test_a_closed_office_says_so_in_every_language_and_gives_no_numbers(visitor, adviser):
    with acting_as(adviser, on=TODAY):
        now = database_now()
        close_office(office="", starts_at=now, ends_at=now.replace(year=2099), reason="illness")
    for language in UI_LANGUAGES:
        html = visitor.get(reverse("public:line", args=[language])).content.decode()
        assert "line-shut" in html, language.code
        assert reverse("public:line-take", args=[language]) not in html
    sent = {"language": "fi", "office": "martinkatu"}
    assert visitor.post(reverse("public:line-take", args=[FI]), sent).status_code == 422


def test_a_ticket_of_nobody_is_not_found(visitor):
    address = reverse("public:line-ticket", args=[FI, "7f0ee9a6-0000-4000-8000-000000000000"])
    assert visitor.get(address).status_code == 404


def test_the_part_that_is_asked_for_again_changes_with_the_roster(visitor, adviser):
    # given an adviser who counsels in Arabic, and a page that a watcher has
    with acting_as(adviser, on=TODAY):
        known = [KnownLanguage(language="ar", for_counsel=True)]
        set_staff_languages(staff_id=adviser.staff_id, languages=known)
    now = reverse("public:line-now", args=[FI])
    tag = visitor.get(now).headers["ETag"]
    assert visitor.get(now, headers={"if-none-match": tag}).status_code == 304
    # when the week's roster has somebody else that day
    colleague = worker(
        username="nea", name="Nea Salo", at="raisio", area="raisio", role=Role.ADVISER, covers=["raisio"]
    )
    with acting_as(colleague, on=TODAY):
        plan_shift(
            staff_id=colleague.staff_id,
            place="martinkatu",
            opens=time(9),
            closes=time(15),
            weekday=TODAY.weekday(),
        )
    # then the page is another, and no longer promises Arabic
    changed = visitor.get(now, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert "العربية" not in changed.content.decode()

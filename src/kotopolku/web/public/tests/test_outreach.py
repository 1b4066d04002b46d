"""Outreach for visitors: the public notice of its days, and a short form by which a school asks for one."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.languages.codes import by_code
from kotopolku.roster.actions import announce_outreach
from kotopolku.roster.entries import DayEntry
from kotopolku.roster.queries import requests_waiting

AR, FI = by_code("ar"), by_code("fi")


@pytest.fixture
def wish(members):
    return {
        "sender_kind": "association", "organisation": "Naisten talo ry", "sender": "Liisa Laine, ohjaaja",
        "email": "liisa@talo.example", "municipality_id": str(members["naantali"]), "wished": "perjantait",
        "languages": ["ar", "so"], "people": "12", "message": "", "website": "",
    }  # fmt: skip


def test_a_wish_arrives_and_its_receipt_says_nothing_of_who_wrote(visitor, wish, kaisa):
    page = visitor.post(reverse("public:outreach-ask", args=[FI]), wish, follow=True)
    html = page.content.decode()
    assert page.status_code == 200
    assert "Liisa" not in html
    with acting_as(kaisa, on=TODAY):
        (row,) = requests_waiting("raisio")
    assert (row.organisation, row.languages, row.people) == ("Naisten talo ry", ("ar", "so"), 12)


@pytest.mark.parametrize(
    ("field", "value"),
    [("sender_kind", "shop"), ("email", "liisa"), ("languages", ["xx"]), ("people", "-1"),
     ("website", "spam"), ("wished", "x\0y"), ("organisation", "x" * 300)],
)  # fmt: skip
def test_a_wish_that_cannot_be_comes_back_as_typed(visitor, wish, field, value):
    page = visitor.post(reverse("public:outreach-ask", args=[FI]), wish | {field: value})
    assert page.status_code == 422
    assert "Laine" in page.content.decode()


def test_the_public_pages_say_where_advice_comes_in_each_language(visitor, kaisa, members):
    with acting_as(kaisa, on=TODAY):
        announce_outreach(
            entry=DayEntry(
                municipality_id=members["mynamaki"], where="Mynämäen kirjasto", day=TODAY + timedelta(days=2),
                opens=time(13), closes=time(16), languages=("ar",),
            )
        )  # fmt: skip
    for name in ("public:outreach", "public:line"):
        html = visitor.get(reverse(name, args=[AR])).content.decode()
        assert "Mynämäen kirjasto" in html
        assert '<li lang="ar" dir="rtl">العربية</li>' in html

"""A person's own request: short, in the person's language, and answered with a code."""

from collections.abc import Callable

import pytest
from django.test import Client

from kotopolku.cases.views import ContactView

type Inbox = Callable[[], list[ContactView]]


@pytest.fixture
def filled(members: dict[str, int]) -> dict[str, str]:
    """A request that can be sent."""
    return {
        "subject_name": "زينب الحديد",
        "municipality_id": str(members["raisio"]),
        "subject_language": "ar",
        "subject_phone": "+358 40 000 0000",
        "sender_email": "",
        "birth": "",
        "message": "أريد أن أتعلم الفنلندية",
        "website": "",
    }


def test_a_request_in_arabic_arrives_as_written(
    visitor: Client, filled: dict[str, str], inbox: Inbox
) -> None:
    # when
    response = visitor.post("/ar/request-assessment/", filled)
    # then
    (contact,) = inbox()
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/ar/received/request/")
    assert (contact.row.kind, contact.row.subject_name, contact.row.subject_language) == (
        "own_request",
        "زينب الحديد",
        "ar",
    )
    assert contact.message == "أريد أن أتعلم الفنلندية"
    assert contact.row.consent is None


def test_an_email_address_is_enough_to_be_answered(
    visitor: Client, filled: dict[str, str], inbox: Inbox
) -> None:
    response = visitor.post(
        "/fi/request-assessment/", filled | {"subject_phone": "", "sender_email": "z@example.org"}
    )
    assert response.status_code == 302
    assert inbox()[0].sender_email == "z@example.org"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"subject_phone": ""}, "subject_phone"),
        ({"sender_email": "not an address"}, "sender_email"),
        ({"subject_name": ""}, "subject_name"),
        ({"municipality_id": ""}, "municipality_id"),
        ({"message": "x" * 3901}, "message"),
    ],
)
def test_a_request_that_cannot_be_answered_comes_back_as_typed(
    visitor: Client, filled: dict[str, str], inbox: Inbox, changes: dict[str, str], field: str
) -> None:
    response = visitor.post("/ar/request-assessment/", filled | changes)
    assert response.status_code == 422
    assert f'href="#id_{field}"' in response.content.decode()
    assert inbox() == []


def test_the_page_s_language_is_offered_first_where_the_reader_chose_it(visitor: Client) -> None:
    assert '<option value="so" selected>' in visitor.get("/so/request-assessment/").content.decode()
    assert '<option value="fi" selected>' not in visitor.get("/fi/request-assessment/").content.decode()

"""Changing the language in the middle of a form: all that was typed goes along, by POST; nothing is sent or judged."""

from collections.abc import Callable

import pytest
from django.test import Client

from kotopolku.cases.views import ContactView
from kotopolku.line.models import Ticket
from kotopolku.web.public.keeping import CHANGE

type Inbox = Callable[[], list[ContactView]]
TO_ARABIC = {CHANGE: "ar"}


def test_a_half_filled_request_stands_in_the_other_language_as_it_was_typed(
    visitor: Client, members: dict[str, int], inbox: Inbox
) -> None:
    # given a form with a day that cannot be and no name of the municipality yet
    typed = {"subject_name": "زينب", "birth": "32.1.1994", "subject_phone": "040 12", "message": "Two\nlines"}
    # when
    response = visitor.post(
        "/ar/request-assessment/", typed | TO_ARABIC | {"municipality_id": members["raisio"]}
    )
    # then
    html = response.content.decode()
    assert response.status_code == 200
    assert '<html lang="ar" dir="rtl"' in html
    for words in ('value="زينب"', 'value="32.1.1994"', 'value="040 12"', "Two\nlines"):
        assert words in html, words
    assert f'<option value="{members["raisio"]}" selected>' in html
    assert 'aria-invalid="true"' not in html
    assert inbox() == []


def test_on_a_page_with_a_form_the_languages_are_its_buttons_and_enter_still_sends(visitor: Client) -> None:
    html = visitor.get("/fi/request-assessment/").content.decode()
    assert html.count('<button form="typed" formaction="/') == 15
    assert "hreflang=" not in html.split("</header>")[0]
    assert html.index('<button form="typed" class="sr-only"') < html.index('<button form="typed" formaction=')
    assert "hreflang=" in visitor.get("/fi/contact/").content.decode()


def test_an_authority_s_ticks_and_choices_go_along(visitor: Client, inbox: Inbox) -> None:
    typed = {"sender_name": "Opettaja Malli", "need_seen": "on", "consent": "no", "consent_on": "tänään"}
    html = visitor.post("/sv/for-authorities/contact/", typed | {CHANGE: "sv"}).content.decode()
    assert 'value="Opettaja Malli"' in html
    assert 'value="tänään"' in html
    assert html.count("checked") == 2
    assert inbox() == []


@pytest.mark.parametrize("way", ["question", "call"])
def test_a_question_to_the_line_goes_along_and_takes_no_place(visitor: Client, way: str) -> None:
    typed = {"language": "ckb", "text": "پرسیار", "phone": "+358", "name": "Rojin", "email": "x"}
    response = visitor.post(f"/ar/line/{way}/", typed | TO_ARABIC)
    html = response.content.decode()
    assert response.status_code == 200
    assert '<option value="ckb" selected>' in html
    assert 'value="Rojin"' in html
    assert ("پرسیار" if way == "question" else 'value="+358"') in html
    assert not Ticket.objects.exists()


def test_the_question_of_the_law_stays_where_it_was_with_the_answers_before_it(visitor: Client) -> None:
    given = {"citizen": "no", "permit": "yes", "granted_on": "14.2.2025"}
    # when the language changes at a question with its answer chosen, and at the answer of the law
    asking = visitor.post(
        "/ar/check-yourself/", given | {"asked": "ground", "ground": "other"} | TO_ARABIC
    ).content.decode()
    answered = visitor.post("/ar/check-yourself/", given | {"home_care": "yes"} | TO_ARABIC).content.decode()
    # then
    assert '<input type="hidden" name="asked" value="ground">' in asking
    assert '<input type="hidden" name="granted_on" value="14.2.2025">' in asking
    assert asking.count("checked") == 1
    assert '<input type="hidden" name="citizen" value="no">' in answered


def test_a_form_with_a_hostile_value_is_shown_and_not_run(visitor: Client) -> None:
    html = visitor.post(
        "/ar/request-assessment/", {"subject_name": '"><script>\x00', **TO_ARABIC}
    ).content.decode()
    assert "<script>\x00" not in html

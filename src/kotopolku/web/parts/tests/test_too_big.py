"""A request larger than a page can take is answered at once, with what to do."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.desk import client_of

PLAIN, FILES = 2 * 1024 * 1024, 42 * 1024 * 1024


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


def test_a_form_with_too_much_text_is_answered_413_and_says_what_to_do(officer):
    answer = client_of(officer).post(reverse("desk:own_settings"), {"language": "x" * (PLAIN + 1)})
    assert answer.status_code == 413
    page = answer.content.decode()
    assert "Lähetit liikaa kerralla" in page
    assert answer.context["number"] in page


def test_files_together_larger_than_may_come_are_not_even_read(officer):
    data = SimpleUploadedFile("x.pdf", b"x" * (FILES + 1))
    answer = client_of(officer).post(reverse("desk:own_settings"), {"file": data})
    assert answer.status_code == 413


def test_too_many_fields_are_no_form_of_ours(officer):
    many = {f"f{number}": "x" for number in range(1200)}
    assert client_of(officer).post(reverse("desk:own_settings"), many).status_code == 413


def test_a_visitor_is_told_the_same_in_the_language_of_the_page(area):
    from django.test import Client

    answer = Client().post("/sign-in/", {"x": "x" * (PLAIN + 1)}, headers={"Accept-Language": "sv"})
    assert answer.status_code == 413
    assert "Du skickade för mycket" in answer.content.decode()

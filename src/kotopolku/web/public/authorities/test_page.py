"""For authorities: recipients of today, consent, tips."""

import pytest
from django.test import Client


def test_each_municipality_names_a_role_and_a_stand_in(visitor: Client) -> None:
    html = visitor.get("/fi/for-authorities/").content.decode()
    table = html[html.index("<tbody>") : html.index("</tbody>")]
    assert table.count("<tr>") == 5
    assert table.count("mailto:yhteydenotot@raisio.example") == 5
    assert table.count("mailto:kotoutumispalvelut@raisio.example") == 5


def test_a_recipient_whose_time_has_not_begun_is_not_shown(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a day before the recipients were named, on which the municipalities were no members either
    monkeypatch.setenv("KOTOPOLKU_TODAY", "2024-12-31")
    html = visitor.get("/fi/for-authorities/").content.decode()
    assert "yhteydenotot@raisio.example" not in html


def test_consent_and_tips_are_told(visitor: Client) -> None:
    html = visitor.get("/en/for-authorities/").content.decode()
    assert "only if the person consents" in html
    assert "A tip from somebody else is not a contact of 9 §" in html
    assert 'href="/en/for-authorities/contact/"' in html
    assert "The law gives no number of days" in html

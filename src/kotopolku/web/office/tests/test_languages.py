"""Coverage and age of every language, and the drafts nobody has read."""

from tests.desk import client_of

from kotopolku.audit.actor import Actor
from kotopolku.languages.catalogues import REPOSITORY
from kotopolku.languages.checking import unread_messages
from kotopolku.languages.codes import by_code


def test_every_language_shows_how_far_it_has_come_and_since_when_its_drafts_wait(coordinator: Actor) -> None:
    html = client_of(coordinator).get("/office/languages/").content.decode()
    assert html.count("<tr") == 16
    assert "24.11." in html


def test_the_drafts_of_a_language_are_listed_beside_the_english(coordinator: Actor) -> None:
    html = client_of(coordinator).get("/office/languages/drafts/?language=so").content.decode()
    english, draft = unread_messages(REPOSITORY, by_code("so"))[0]
    assert english[:20] in html
    assert draft[:10] in html
    assert client_of(coordinator).get("/office/languages/drafts/?language=xx").status_code == 404

"""A worker's languages are kept as data from the user's page."""

from tests.desk import client_of

from kotopolku.accounts.staff_languages import KnownLanguage, languages_of
from kotopolku.audit.actor import Actor


def test_a_coordinator_says_what_a_worker_speaks_and_sees_it_again(
    coordinator: Actor, officer: Actor
) -> None:
    page = f"/office/staff/{officer.staff_id}/languages/"
    sent = {
        "language_0": "ckb",
        "skills_0": ["speaks", "for_counsel"],
        "language_3": "ru",
        "skills_3": ["speaks"],
    }
    assert client_of(coordinator).post(page, sent).status_code == 302
    assert languages_of([officer.staff_id or 0])[officer.staff_id or 0] == (
        KnownLanguage(language="ckb", for_counsel=True),
        KnownLanguage(language="ru"),
    )
    assert '<option value="ckb" selected>' in client_of(coordinator).get(page).content.decode()


def test_a_language_without_any_skill_is_asked_again(coordinator: Actor, officer: Actor) -> None:
    page = f"/office/staff/{officer.staff_id}/languages/"
    assert client_of(coordinator).post(page, {"language_0": "ar"}).status_code == 422

"""Recording what kiosks say: the missing ones are listed, a recording is sent, heard, replaced and deleted."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.line.recording_queries import recordings
from kotopolku.line.tests.conftest import line_open  # noqa: F401
from kotopolku.line.tests.sounds import SOUND, keep, ogg

PAGE = "/desk/line/recording/?step=topic&language=so"


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today, line_open):  # noqa: F811
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


def sent(data=SOUND, **other):
    return {
        "sound": SimpleUploadedFile("Hodan Ali.webm", data),
        "speaker": "Hodan Ali",
        "consented": "on",
        **other,
    }


def test_the_missing_ones_are_listed_by_step_and_language(officer):
    client = client_of(officer)
    assert client.get("/desk/line/recordings/").context["missing"] == 60
    keep(officer)
    page = client.get("/desk/line/recordings/")
    assert page.context["missing"] == 59
    assert "Hodan Ali" in page.content.decode()
    assert "/desk/line/recording/?step=number&amp;language=so" in page.content.decode()


def test_the_page_shows_what_the_kiosk_says_with_its_topics_in_their_own_language(officer):
    html = client_of(officer).get(PAGE).content.decode()
    assert '<p lang="so" dir="ltr">Waa maxay arrintu?</p>' in html
    assert '<p lang="fi" dir="ltr">Kela</p>' in html


def test_a_recording_is_sent_heard_replaced_and_deleted(officer, area):
    client = client_of(officer)
    assert client.post(PAGE, sent(), follow=True).status_code == 200
    heard = client.get("/desk/line/recording/sound/?step=topic&language=so")
    assert (heard.content, heard.headers["Content-Type"]) == (SOUND, "audio/webm")
    client.post(PAGE, sent(ogg()))
    assert client.get("/desk/line/recording/sound/?step=topic&language=so").content == ogg()
    page = client.post(PAGE, {"do": "remove"}, follow=True)
    assert page.context["found"] is None
    with acting_as(officer, on=TODAY):
        assert recordings(area.id) == {}


@pytest.mark.parametrize("other", [{"consented": ""}, {"speaker": ""}, {"sound": ""}])
def test_what_is_missing_is_said_and_nothing_is_kept(officer, area, other):
    answer = client_of(officer).post(PAGE, sent(**other))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {*other}
    assert recordings(area.id) == {}


def test_a_program_is_refused_at_the_field(officer):
    answer = client_of(officer).post(PAGE, sent(b"MZ"))
    assert answer.status_code == 422
    assert "sound" in answer.context["form"].errors


@pytest.mark.parametrize("query", ["?step=topic", "?step=topic&language=xx", "?step=menu&language=so"])
def test_other_steps_and_languages_are_not_there(officer, query):
    assert client_of(officer).get(f"/desk/line/recording/{query}").status_code == 404


def test_a_bare_address_leads_to_the_list(officer):
    assert client_of(officer).get("/desk/line/recording/").url == "/desk/line/recordings/"
    assert client_of(officer).get("/desk/line/recording/sound/").url == "/desk/line/recordings/"

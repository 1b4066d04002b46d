"""What kiosks say aloud: kept with consent, known by its content, replaced and deleted, and every act in the log."""

import pytest
from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.models import LogRow
from kotopolku.line.actions import remove_recording
from kotopolku.line.codes import MOST_SOUND_BYTES
from kotopolku.line.recording_queries import heard_in, missing, recordings, sound_of
from kotopolku.line.sound import checked_sound
from kotopolku.line.tests.sounds import SOUND, keep, mp4, ogg, track, webm


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (SOUND, "audio/webm"),
        (ogg(), "audio/ogg"),
        (ogg(b"\x01vorbis"), "audio/ogg"),
        (mp4(b"soun"), "audio/mp4"),
    ],
    ids=["webm", "opus", "vorbis", "mp4"],
)
def test_sound_is_known_by_its_content(data, kind):
    assert checked_sound(data).kind == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ a program",
        b"<html><script>",
        b"\x1aE\xdf\xa3",
        SOUND[:20],
        webm(),
        webm(track(), track(kind=b"\x01", codec=b"V_VP8")),
        webm(track(codec=b"V_VP8")),
        webm(track(), doc=b"matroska"),
        ogg(b"\x80theora"),
        ogg(streams=2),
        mp4(b"vide"),
        mp4(b"soun", b"vide"),
        mp4(),
        mp4(b"soun")[:-40],
        SOUND + bytes(MOST_SOUND_BYTES),
    ],
    ids=lambda data: data[:12].hex() + str(len(data)),
)
def test_nothing_but_sound_comes_in(data):
    with pytest.raises(Invalid) as refused:
        checked_sound(data)
    assert refused.value.field == "sound"


def test_a_recording_is_kept_with_its_speaker_and_consent_and_replaced_and_logged(officer, area):
    before = len(missing(area.id))
    keep(officer)
    keep(officer, speaker="Abdi Nur", sound=ogg())
    with acting_as(ANYBODY, on=TODAY):
        (found,) = recordings(area.id).values()
        heard = sound_of(area.id, step="topic", language="so")
    assert (found.speaker, found.consented_on, found.recorded_by) == ("Abdi Nur", TODAY, officer.name)
    assert (heard.kind, heard.data) == ("audio/ogg", ogg())
    assert heard_in(area.id, "topic") == {"so"}
    assert heard_in(area.id, "number") == frozenset()
    gone = missing(area.id)
    assert len(gone) == before - 1
    assert ("topic", "so") not in gone
    kept = LogRow.objects.filter(action="keep_recording")
    assert [one.subject_id for one in kept] == ["topic-so", "topic-so"]
    assert "Abdi" not in str([*kept.values()])


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"consented": False}, "consented"),
        ({"speaker": " \0 "}, "speaker"),
        ({"speaker": "x" * 81}, "speaker"),
        ({"sound": b"MZ"}, "sound"),
    ],
)
def test_without_consent_a_name_or_sound_nothing_is_kept(officer, area, said, field):
    with pytest.raises(Invalid) as refused:
        keep(officer, **said)
    assert refused.value.field == field
    assert recordings(area.id) == {}


@pytest.mark.parametrize("said", [{"step": "menu"}, {"language": "xx"}])
def test_a_step_or_a_language_that_is_not_there_is_not_found(officer, area, said):
    with pytest.raises(NotFound):
        keep(officer, **said)


def test_who_no_longer_agrees_has_it_deleted(officer, area):
    keep(officer)
    with acting_as(officer, on=TODAY):
        remove_recording(step="topic", language="so")
        with pytest.raises(NotFound):
            remove_recording(step="topic", language="so")
    with pytest.raises(NotFound):
        sound_of(area.id, step="topic", language="so")
    assert LogRow.objects.filter(action="remove_recording", subject_id="topic-so").exists()

"""What kiosks can say aloud: which steps in which languages, who spoke them when, and a sound's own bytes."""

from dataclasses import dataclass
from datetime import date

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import UI_LANGUAGES
from kotopolku.line import codes
from kotopolku.line.models import Recording


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingView:
    """A recording as the staff sees it, without its bytes."""

    step: str
    language: str
    speaker: str
    consented_on: date
    recorded_on: date
    recorded_by: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundView:
    """A sound's bytes and their kind."""

    kind: str
    data: bytes


def recordings(area_id: str) -> dict[tuple[str, str], RecordingView]:
    """Return the area's recordings by step and language."""
    rows = Recording.objects.filter(area_id=area_id).defer("data")
    return {(row.step, row.language): _view(row) for row in rows}


def missing(area_id: str) -> list[tuple[str, str]]:
    """Return which steps in which languages nobody has spoken yet, by language, then by step."""
    there = {*Recording.objects.filter(area_id=area_id).values_list("step", "language")}
    return [(step, one.code) for one in UI_LANGUAGES for step in codes.STEPS if (step, one.code) not in there]


def heard_in(area_id: str, step: str) -> frozenset[str]:
    """Return the languages in which a step of the kiosks can be heard."""
    return frozenset(Recording.objects.filter(area_id=area_id, step=step).values_list("language", flat=True))


def sound_of(area_id: str, *, step: str, language: str) -> SoundView:
    """Return the sound of a step in a language. Raises NotFound."""
    row = Recording.objects.filter(area_id=area_id, step=step, language=language).first()
    if row is None:
        raise NotFound("recording")
    return SoundView(kind=row.kind, data=bytes(row.data))


def tag_of(area_id: str, *, step: str, language: str) -> str:
    """Return what changes when another sound is recorded, without reading the sound. Raises NotFound."""
    found = Recording.objects.filter(area_id=area_id, step=step, language=language)
    tag = found.values_list("sha256", flat=True).first()
    if tag is None:
        raise NotFound("recording")
    return tag


def _view(row: Recording) -> RecordingView:
    return RecordingView(
        step=row.step,
        language=row.language,
        speaker=row.speaker,
        consented_on=row.consented_on,
        recorded_on=row.recorded_on,
        recorded_by=row.recorded_by_name,
        size=row.size,
    )

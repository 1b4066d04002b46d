"""Kuunneltavat äänet: keep what a worker has spoken for a step of the kiosks, in place of the former; delete it."""

import hashlib

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import DESK
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.languages.codes import UI_LANGUAGES
from kotopolku.line import codes
from kotopolku.line.models import Recording
from kotopolku.line.sound import checked_sound


@action(*DESK)
def keep_recording(*, step: str, language: str, speaker: str, consented: bool, sound: bytes) -> None:
    """Keep the sound of a step in a language (kuunneltava ääni); a former one is replaced. Raises Invalid, NotFound.

    The voice is somebody's: without their consent nothing is kept, and its day is kept with the sound.
    """
    area_id = _area(step, language)
    about("recording", f"{step}-{language}")
    speaker = speaker.replace("\0", "").strip()
    if not speaker or len(speaker) > codes.MOST_SPEAKER:
        raise Invalid(field="speaker", message=_("Write whose voice it is, in 80 characters at most."))
    if not consented:
        raise Invalid(field="consented", message=_("Ask the speaker first. Without consent nothing is kept."))
    found = checked_sound(sound)
    now = acting()
    kept = {
        "speaker": speaker,
        "consented_on": now.on,
        "recorded_on": now.on,
        "recorded_by": now.actor.staff_id,
        "recorded_by_name": now.actor.name,
        "kind": found.kind,
        "size": len(found.data),
        "sha256": hashlib.sha256(found.data).hexdigest(),
        "data": found.data,
    }
    Recording.objects.update_or_create(area_id=area_id, step=step, language=language, defaults=kept)


@action(*DESK)
def remove_recording(*, step: str, language: str) -> None:
    """Delete the sound of a step in a language (äänen poisto); its speaker need not say why. Raises NotFound."""
    area_id = _area(step, language)
    about("recording", f"{step}-{language}")
    gone, _rows = Recording.objects.filter(area_id=area_id, step=step, language=language).delete()
    if not gone:
        raise NotFound("recording")


def _area(step: str, language: str) -> str:
    if step not in codes.STEPS or language not in {one.code for one in UI_LANGUAGES}:
        raise NotFound("recording")
    area_id = acting().actor.area_id
    assert area_id is not None
    return area_id

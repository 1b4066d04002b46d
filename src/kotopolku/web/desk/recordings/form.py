"""The form of a recording: whose voice, their consent, and the sound itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.line.codes import MOST_SPEAKER


class RecordingForm(forms.Form):
    """A recording as it is sent; the sound is checked by its content where it is kept."""

    sound = forms.FileField(
        label=lazy("Sound"),
        help_text=lazy("Record it here, or choose a file that a browser has recorded. At most 2 megabytes."),
        widget=forms.FileInput(attrs={"accept": "audio/webm,audio/ogg,audio/mp4"}),
        allow_empty_file=True,
        error_messages={"required": lazy("Record the sound first, or choose a file.")},
    )
    speaker = forms.CharField(
        label=lazy("Whose voice is it?"),
        max_length=MOST_SPEAKER,
        error_messages={"required": lazy("Write whose voice it is, in 80 characters at most.")},
    )
    consented = forms.BooleanField(
        label=lazy("The speaker agrees that the kiosks play it to everybody, until it is deleted."),
        error_messages={"required": lazy("Ask the speaker first. Without consent nothing is kept.")},
    )

    def entry(self) -> dict[str, Any]:
        """Return what the action takes."""
        data = self.cleaned_data
        return {"speaker": data["speaker"], "consented": data["consented"], "sound": data["sound"].read()}

"""Forms of a paper that arrives: what, from whom, how, when, its file; and the municipality's own numbers."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.papers.entries import PaperEntry
from kotopolku.web.desk.words import papers as words
from kotopolku.web.desk.words.codes import choices
from kotopolku.web.parts.day_field import DayField

ACCEPTED = "application/pdf,image/jpeg,image/png"


class SeveralFiles(forms.FileInput):
    """A file field that takes many; on a phone the pictures come from its camera as well."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, each of which the register checks by its content."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[bytes]:
        """Return the bytes of each file."""
        return [one.read() for one in data or () if one]


class NumbersForm(forms.Form):
    """The paper's numbers in the municipality's own register."""

    diary_number = forms.CharField(
        label=lazy("Diary number"),
        help_text=lazy("In the municipality's own register."),
        max_length=200,
        required=False,
    )
    decision_number = forms.CharField(label=lazy("Decision number"), max_length=200, required=False)


class PaperForm(NumbersForm):
    """A paper as it arrives."""

    kind = forms.ChoiceField(
        label=lazy("Kind"), error_messages={"required": lazy("Choose what kind of paper this is.")}
    )
    title = forms.CharField(
        label=lazy("What is it?"),
        help_text=lazy("For example “Residence permit decision”."),
        max_length=200,
        error_messages={"required": lazy("Write what the paper is.")},
    )
    sender = forms.CharField(
        label=lazy("From whom?"),
        max_length=200,
        error_messages={"required": lazy("Write whom the paper is from.")},
    )
    way = forms.ChoiceField(
        label=lazy("How did it come?"), error_messages={"required": lazy("Choose how the paper came.")}
    )
    arrived_on = DayField(label=lazy("When did it arrive?"))
    note = forms.CharField(
        label=lazy("What must be done with it"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    file = FilesField(
        label=lazy("File or picture"),
        help_text=lazy(
            "PDF, JPEG or PNG, 20 megabytes at most. A picture loses the place where it was taken."
        ),
        required=False,
        widget=SeveralFiles(attrs={"accept": ACCEPTED}),
    )
    camera = FilesField(
        label=lazy("Photograph it now"),
        required=False,
        widget=SeveralFiles(attrs={"accept": "image/jpeg,image/png", "capture": "environment"}),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = choices(words.KINDS, empty=lazy("Choose"))
        fields["way"].choices = choices(words.WAYS, empty=lazy("Choose"))
        fields["arrived_on"].latest = on

    def entry(self) -> PaperEntry:
        """Return what `register_paper` takes beside the files."""
        data = {name: value for name, value in self.cleaned_data.items() if name not in {"file", "camera"}}
        return PaperEntry(**data)

    def contents(self) -> list[bytes]:
        """Return the files, those of the camera last."""
        return [*self.cleaned_data["file"], *self.cleaned_data["camera"]]


class VoidForm(forms.Form):
    """Why a registration was a mistake."""

    void_reason = forms.CharField(
        label=lazy("Why?"),
        max_length=1000,
        error_messages={"required": lazy("Write why. The reason stays in the history.")},
    )

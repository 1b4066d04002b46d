"""Forms of a household: who joins, who leaves, who splits off, and one talk written to several people."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.people.entries import Source, TogetherEntry
from kotopolku.people.homes import Member
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.day_field import DayField

ROLES = (("adult", lazy("adult")), ("child", lazy("child")), ("other", lazy("member")))


class FindForm(forms.Form):
    """Words by which the one who joins is looked for; they go by POST."""

    q = forms.CharField(
        label=lazy("Name, date of birth or identity code"),
        max_length=200,
        error_messages={"required": lazy("Write at least the beginning of a name.")},
    )


class AddForm(forms.Form):
    """Who joins, in which role and from which day."""

    person = forms.UUIDField(widget=forms.HiddenInput)
    role = forms.ChoiceField(label=lazy("Role"), choices=ROLES)
    since = DayField(label=lazy("From"), required=False)


class LeaveForm(forms.Form):
    """Who leaves and the last day."""

    person = forms.UUIDField(widget=forms.HiddenInput)
    last_day = DayField(label=lazy("Last day"), error_messages={"required": lazy("Write the last day.")})


class OfMembers(forms.Form):
    """A form about some of the members shown."""

    people = forms.MultipleChoiceField(
        label=lazy("Who?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": lazy("Choose at least one person.")},
    )

    def __init__(self, *args: Any, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(str(one.person.id), one.person.name) for one in members]  # type: ignore[attr-defined]

    def chosen(self) -> tuple[UUID, ...]:
        """Return the ids of the chosen members."""
        return tuple(UUID(one) for one in self.cleaned_data["people"])


class SplitForm(OfMembers):
    """Who leave, their last day here, and whether they form a household of their own."""

    last_day = DayField(
        label=lazy("Last day together"), error_messages={"required": lazy("Write the last day.")}
    )
    together = forms.BooleanField(
        label=lazy("They form a household of their own"), required=False, initial=True
    )


class TogetherForm(OfMembers):
    """What one talk told of several members; empty fields change nothing."""

    address = forms.CharField(label=lazy("Address"), max_length=300, required=False)
    spoken = forms.ChoiceField(label=lazy("Language to speak with us"), required=False)
    registered_on = DayField(label=lazy("Municipality of residence registered on"), required=False)
    home_care_from = DayField(label=lazy("Child home care allowance since"), required=False)
    source = forms.ChoiceField(label=lazy("Source"), initial="person")
    interview_of = forms.CharField(
        label=lazy("Who told it?"),
        max_length=200,
        error_messages={"required": lazy("Write whose interview this was, for example the mother’s name.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["spoken"].choices = [("", lazy("no change")), *language_choices()]  # type: ignore[attr-defined]
        self.fields["source"].choices = codes.choices(codes.SOURCES)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for at least one thing to write."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not any(
            data.get(name) for name in ("address", "spoken", "registered_on", "home_care_from")
        ):
            self.add_error(None, _("Fill in at least one of the facts."))
        return data

    def entry(self) -> TogetherEntry:
        """Return what `record_together` takes."""
        data = self.cleaned_data
        return TogetherEntry(
            address=data["address"],
            spoken=data["spoken"],
            registered_on=data["registered_on"],
            home_care_from=data["home_care_from"],
        )

    def given_source(self) -> Source:
        """Return the source, with whose interview it was."""
        words = _("interview of %(name)s") % {"name": self.cleaned_data["interview_of"]}
        return Source(code=self.cleaned_data["source"], note=words)

"""The form of a new packet: whom for, what for, and which fields, each with its reason."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.handovers import codes
from kotopolku.handovers.entries import ItemIn, PacketIn, ReceiverIn
from kotopolku.handovers.views import Offer, PacketForm, ReceiverChoice
from kotopolku.web.desk.answer.field import WhoAnswered
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.packet import words

TIMES = ("time_1", "time_2", "time_3")


class NewPacketForm(forms.Form):
    """One packet of one kind; fields for each item are made from what the kind may hold."""

    organisation = forms.ChoiceField(
        label=lazy("To whom?"), error_messages={"required": lazy("Choose the organisation from the list.")}
    )
    outside = forms.CharField(
        label=lazy("Or a municipality outside the area"), max_length=200, required=False
    )
    role = forms.CharField(
        label=lazy("Role"),
        max_length=200,
        required=False,
        help_text=lazy("Whose task it is, for example “head of the day-care centre”."),
    )
    staff = forms.ChoiceField(label=lazy("Or one person there"), required=False)
    measure = forms.ChoiceField(label=lazy("Service of the plan"), required=False)
    title = forms.CharField(
        label=lazy("What is this about?"),
        max_length=200,
        error_messages={"required": lazy("Write what this is about, for example the name of the service.")},
    )
    purpose = forms.CharField(
        label=lazy("What is asked, and what does the receiver need the information for?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazy("Write what the receiver needs the information for.")},
    )
    due_on = DayField(label=lazy("Answer by"))
    consent_on = DayField(label=lazy("The client consented on"), required=False)
    consent_how = forms.CharField(
        label=lazy("How was the consent given?"),
        max_length=500,
        required=False,
        help_text=lazy("For example: in person with an interpreter, in Arabic."),
    )
    address_reason = forms.CharField(
        label=lazy("Why does the receiver need the contact details?"), max_length=500, required=False
    )
    time_1 = forms.CharField(label=lazy("First time offered"), max_length=60, required=False)
    time_2 = forms.CharField(label=lazy("Second time offered"), max_length=60, required=False)
    time_3 = forms.CharField(label=lazy("Third time offered"), max_length=60, required=False)
    interpreter = forms.ChoiceField(label=lazy("One interpreter for all"), required=False)

    def __init__(
        self,
        *args: Any,
        kind: str,
        offered: PacketForm,
        receivers: tuple[ReceiverChoice, ...],
        language: str,
        on: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.offered = kind, offered
        places = {one.organisation: one.names.pick(language).text for one in receivers}
        people = [
            (str(one.staff_id), f"{one.staff_name}, {places[one.organisation]}")
            for one in receivers
            if one.staff_id
        ]
        self._set("organisation", [("", lazy("Choose")), *places.items()])
        self._set("staff", [("", lazy("Anybody in that role")), *people])
        self._set(
            "measure",
            [("", lazy("Choose")), *((str(one.id), one.title) for one in offered.measures)],
        )
        self._set("interpreter", [("", lazy("No interpreter")), *language_choices()])
        self.fields["due_on"].earliest = on  # type: ignore[attr-defined]
        self.fields["consent_on"].latest = on  # type: ignore[attr-defined]
        self.fields["organisation"].required = kind != codes.MOVE
        for name in self.left_out():
            del self.fields[name]
        for one in offered.offers:
            self._add_item(one)

    def _set(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def left_out(self) -> list[str]:
        """Return the fields that a packet of this kind has no use for."""
        without = [] if self.kind in codes.BY_CONSENT else ["consent_on", "consent_how"]
        without += [] if self.kind == codes.COUNTY else [*TIMES, "interpreter"]
        without += [] if self.kind == codes.MOVE else ["outside"]
        without += [] if self.offered.measures and self.kind != codes.COUNTY else ["measure"]
        opens = self.offered.protected and self.kind in codes.MAY_OPEN
        return without + ([] if opens else ["address_reason"])

    def _add_item(self, one: Offer) -> None:
        self.fields[f"tick_{one.item}"] = forms.BooleanField(
            label=words.word(words.ITEMS, one.item),
            required=False,
            initial=one.usual and (bool(one.text) or one.protected),
        )
        self.fields[f"need_{one.item}"] = forms.ChoiceField(
            label=lazy("What it is needed for"),
            choices=words.choices(words.NEEDS),
            required=False,
            initial=one.need,
        )
        if one.writable:
            self.fields[f"text_{one.item}"] = forms.CharField(
                label=lazy("Content"), max_length=1000, required=False, initial=one.text
            )

    def rows(self) -> list[dict[str, Any]]:
        """Return the table of items for the template: tick, content, need."""
        return [
            {
                "tick": self[f"tick_{one.item}"],
                "need": self[f"need_{one.item}"],
                "text": self[f"text_{one.item}"] if one.writable else None,
                "known": one.text,
                "protected": one.protected,
                "sendable": bool(one.text) or one.writable or one.protected,
            }
            for one in self.offered.offers
        ]

    def packet(self) -> PacketIn:
        """Return what was filled in, for the action."""
        data: Mapping[str, Any] = self.cleaned_data
        items = {
            one.item: ItemIn(need=data[f"need_{one.item}"] or one.need, text=data.get(f"text_{one.item}", ""))
            for one in self.offered.offers
            if data[f"tick_{one.item}"]
        }
        return PacketIn(
            kind=self.kind,
            receiver=ReceiverIn(
                organisation=data["organisation"],
                role=data["role"],
                staff_id=int(data["staff"]) if data["staff"] else None,
                name=data.get("outside", ""),
            ),
            title=data["title"],
            purpose=data["purpose"],
            due_on=data["due_on"],
            items=items,
            measure_id=int(data["measure"]) if data.get("measure") else None,
            consent_on=data.get("consent_on"),
            consent_how=data.get("consent_how", ""),
            address_reason=data.get("address_reason", ""),
            offered=tuple(data[name] for name in TIMES if data.get(name)),
            interpreter=data.get("interpreter", ""),
        )


class RecordForm(forms.Form):
    """What the receiver answered without us."""

    answer = forms.ChoiceField(
        label=lazy("What was answered?"), error_messages={"required": lazy("Choose an answer.")}
    )
    who = WhoAnswered()
    way = forms.ChoiceField(
        label=lazy("How?"), choices=words.choices(words.WAYS, *codes.WITHOUT_US), initial="telephone"
    )
    answered_on = DayField(label=lazy("When?"))
    time = forms.ChoiceField(label=lazy("Time chosen"), required=False)
    starts_on = DayField(label=lazy("Begins on"), required=False)
    reason = forms.CharField(
        label=lazy("What was agreed, or why not?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, *args: Any, answers: tuple[str, ...], times: tuple[str, ...], on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        possible = (
            [("", lazy("Choose")), *words.choices(words.ANSWERS_OF_THEIRS, *answers)] if answers else []
        )
        self.fields["answer"].choices = possible  # type: ignore[attr-defined]
        self.fields["answered_on"].latest = on  # type: ignore[attr-defined]
        if times:
            self.fields["time"].choices = [("", lazy("Choose")), *((one, one) for one in times)]  # type: ignore[attr-defined]
        else:
            del self.fields["time"]


class ChaseForm(forms.Form):
    """Whom the sender asked for the answer, and when to ask again."""

    whom = forms.CharField(
        label=lazy("Whom did you ask?"),
        max_length=200,
        error_messages={"required": lazy("Write whom you asked.")},
    )
    again_on = DayField(label=lazy("Ask again on"))
    note = forms.CharField(label=lazy("What was said?"), max_length=500, required=False)


class WithdrawForm(forms.Form):
    """Why the packet is taken back."""

    reason = forms.CharField(
        label=lazy("Why is it withdrawn?"),
        max_length=500,
        error_messages={"required": lazy("Write why the packet is withdrawn.")},
    )


class LinkForm(forms.Form):
    """Whom a link to the packet is for, and until when."""

    who_for = forms.CharField(
        label=lazy("Whom is the link for?"),
        max_length=200,
        error_messages={"required": lazy("Write whom the link is for.")},
    )
    email = forms.EmailField(
        label=lazy("Their e-mail, if they have no account here"),
        help_text=lazy("The link then opens only for the one who proves to be at this address."),
        max_length=200,
        required=False,
        error_messages={"invalid": lazy("Write the whole e-mail address, for example nimi@kunta.fi.")},
    )
    expires_on = DayField(label=lazy("Until"))

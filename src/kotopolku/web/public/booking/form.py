"""Forms of booking by oneself: what is looked for (no name), who comes, and the code of one's own time."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.appointments.codes import ASSESSMENT, GUIDANCE
from kotopolku.appointments.entries import OwnEntry, Wanted
from kotopolku.appointments.free import bookable_places
from kotopolku.languages.codes import Language
from kotopolku.languages.names import choices
from kotopolku.languages.texts import Texts
from kotopolku.services.queries import places, services
from kotopolku.web.public.reading import of_kind
from kotopolku.web.public.trap import PHONE, TrapForm

BY_TELEPHONE = "call"
KINDS = {GUIDANCE: "general_guidance", ASSESSMENT: "assessment"}
"""What can be booked, and the kind of the programme's service whose name it has."""


class WantedForm(forms.Form):
    """Language first, then the service and where; whatever is missing or unknown is the first of its list."""

    language = forms.ChoiceField(label=lazy("Your language"))
    kind = forms.ChoiceField(label=lazy("What is it about?"))
    where = forms.ChoiceField(label=lazy("Where"))

    def __init__(self, sent: Any, *, area_id: str, language: Language) -> None:
        code = language.code
        offered = services(area_id)
        known = {one.id: one for one in places(area_id)}
        named = [(kind, of_kind(service, offered)) for kind, service in KINDS.items()]
        lists: dict[str, list[tuple[str, str]]] = {
            "language": list(choices(code)),
            "kind": [(kind, one.name.pick(code).text) for kind, one in named if one is not None],
            "where": [
                *((one, _place_name(known[one].name, code)) for one in bookable_places(area_id)),
                (BY_TELEPHONE, _("Telephone call")),
            ],
        }
        first = {"language": "fi" if code == "fi-x-selko" else code}
        given = {
            name: sent.get(name)
            if sent.get(name) in dict(pairs)
            else first.get(name, pairs[0][0] if pairs else "")
            for name, pairs in lists.items()
        }
        super().__init__(given)
        for name, pairs in lists.items():
            self.fields[name].choices = pairs  # type: ignore[attr-defined]
        self.given: dict[str, str] = given

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        place = "" if self.given["where"] == BY_TELEPHONE else self.given["where"]
        return Wanted(kind=self.given["kind"], language=self.given["language"], place=place)

    def place_name(self) -> str:
        """Return where one meets, as it is called."""
        return dict(self.fields["where"].choices)[self.given["where"]]  # type: ignore[attr-defined,no-any-return]


def _place_name(names: Any, code: str) -> str:
    return Texts.of(**names).pick(code).text


class WhoForm(TrapForm):
    """What to call who comes, and an e-mail or a telephone number: two fields are enough."""

    name = forms.CharField(
        label=lazy("What may we call you?"),
        max_length=100,
        error_messages={"required": lazy("Write your name. One name is enough.")},
    )
    email = forms.EmailField(
        label=lazy("Your e-mail"),
        help_text=lazy("Give your e-mail or your telephone number. One of them is enough."),
        max_length=254,
        required=False,
        error_messages={"invalid": lazy("Write the whole e-mail address, for example name@office.fi.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.RegexField(
        regex=PHONE,
        label=lazy("Your telephone number"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
        error_messages={
            "invalid": lazy("Write the telephone number with numbers, for example 040 123 4567.")
        },
    )
    booker = forms.CharField(
        label=lazy("Your own name, if you book for somebody else"), max_length=100, required=False
    )
    field_order = ("name", "email", "phone", "booker")

    def __init__(self, data: Any = None, *, by_telephone: bool) -> None:
        super().__init__(data)
        self.by_telephone = by_telephone

    def clean(self) -> dict[str, Any]:
        """One way to reach the person is needed; the number for who is called."""
        data = super().clean() or self.cleaned_data
        if "phone" in data and self.by_telephone and not data["phone"]:
            self.add_error("phone", _("Write the telephone number we may call."))
        elif {"phone", "email"} <= data.keys() and not (data["phone"] or data["email"]):
            self.add_error("email", _("Give your e-mail or your telephone number. One of them is enough."))
        return data

    def entry(self, wanted: Wanted, starts_at: datetime, language: Language) -> OwnEntry:
        """Return the time as asked for."""
        data = self.cleaned_data
        return OwnEntry(
            wanted=wanted,
            starts_at=starts_at,
            page_language=language.code,
            **{name: data[name] for name in ("name", "email", "phone", "booker")},
        )


class CodeForm(forms.Form):
    """The one-time code of one's own time."""

    code = forms.CharField(
        label=lazy("Your code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "dir": "ltr"}),
        error_messages={"required": lazy("The code is wrong or has been used. Ask for a new one.")},
    )


class LostForm(forms.Form):
    """The address to which a new code is sent."""

    email = forms.EmailField(
        label=lazy("Your e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": lazy("Write the whole e-mail address, for example name@office.fi."),
            "invalid": lazy("Write the whole e-mail address, for example name@office.fi."),
        },
    )

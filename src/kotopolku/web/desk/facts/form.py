"""Forms that add or correct what is known: statuses, periods, scalar facts, languages, contacts, non-disclosure."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.people.entries import ContactEntry, LanguageEntry, PeriodEntry, Source, StatusEntry
from kotopolku.people.known import Change
from kotopolku.people.views import OrderView
from kotopolku.people.vocabulary import stored
from kotopolku.web.desk.words import codes
from kotopolku.web.desk.words.facts import fact_label
from kotopolku.web.parts.choices import country_choices, language_choices
from kotopolku.web.parts.day_field import DayField

NOT_ASKED = lazy("not asked yet")
GROUPS = [("G3", "2 § 3 mom."), ("G4", "2 § 4 mom."), ("G6", "2 § 6 mom.")]


class Sourced(forms.Form):
    """The two fields that stand under everything: where it comes from."""

    source = forms.ChoiceField(label=lazy("Source"), initial="person")
    source_note = forms.CharField(label=lazy("More about the source"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = codes.choices(codes.SOURCES)  # type: ignore[attr-defined]

    def given_source(self) -> Source:
        """Return the source as actions take it."""
        return Source(code=self.cleaned_data["source"], note=self.cleaned_data["source_note"])


class StatusForm(Sourced):
    """A permit, card or registration."""

    kind = forms.ChoiceField(label=lazy("Right of residence"))
    granted_on = DayField(
        label=lazy("Granted or registered on"),
        error_messages={
            "required": lazy("Write the day on which it was granted or registered, for example 12.3.2025.")
        },
    )
    valid_until = DayField(label=lazy("Valid until"), required=False)
    legal_basis = forms.ChoiceField(label=lazy("Ground of the permit"), required=False)
    protection_first = forms.NullBooleanField(
        label=lazy("Granted after an application for international protection?"),
        widget=forms.Select(choices=[("", NOT_ASKED), ("true", lazy("yes")), ("false", lazy("no"))]),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = codes.choices(codes.STATUS_KINDS)  # type: ignore[attr-defined]
        self.fields["legal_basis"].choices = codes.choices(codes.LEGAL_BASES, empty=NOT_ASKED)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Check that the days are in order."""
        data = super().clean() or self.cleaned_data
        start, end = data.get("granted_on"), data.get("valid_until")
        if start and end and end < start:
            self.add_error(
                "valid_until", _("The last valid day is before the day of granting. Check both days.")
            )
        return data

    def entry(self) -> StatusEntry:
        """Return what `record_status` takes."""
        data = self.cleaned_data
        permit = data["kind"] == "residence_permit"
        return StatusEntry(
            kind=data["kind"],
            granted_on=data["granted_on"],
            valid_until=data["valid_until"],
            legal_basis=(data["legal_basis"] or None) if permit else None,
            applied_for_protection_first=data["protection_first"],
        )


class PeriodForm(Sourced):
    """A time of job search, unemployment, an allowance or the assistance system."""

    kind = forms.ChoiceField(label=lazy("What?"))
    first_day = DayField(label=lazy("First day"), error_messages={"required": lazy("Write the first day.")})
    last_day = DayField(
        label=lazy("Last day"), required=False, help_text=lazy("Leave empty while it still goes on.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = codes.choices(codes.PERIOD_KINDS)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Check that the days are in order."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day is before the first day. Check both days."))
        return data

    def entry(self) -> PeriodEntry:
        """Return what `record_period` takes."""
        data = self.cleaned_data
        return PeriodEntry(kind=data["kind"], first_day=data["first_day"], last_day=data["last_day"])


class EndForm(Sourced):
    """The last day of a period that went on."""

    period = forms.IntegerField(widget=forms.HiddenInput)
    last_day = DayField(label=lazy("Last day"), error_messages={"required": lazy("Write the last day.")})


class WrongForm(forms.Form):
    """A recorded permit or period that was wrong from the start: it stays as history, with the reason."""

    row = forms.RegexField(r"^(status|period) [0-9]{1,18}$", widget=forms.HiddenInput)
    reason = forms.CharField(
        label=lazy("Why was it wrong?"),
        max_length=300,
        error_messages={"required": lazy("Write why the earlier information was wrong.")},
    )

    def entry(self) -> tuple[str, int]:
        """Return which kind of row, and its id."""
        what, _space, row = self.cleaned_data["row"].partition(" ")
        return what, int(row)


class FactForm(Sourced):
    """One scalar fact; the field for its value is made by the kind of the fact."""

    key = forms.CharField(widget=forms.HiddenInput)
    since = DayField(label=lazy("True since"), required=False)
    wrong = forms.CharField(
        label=lazy("If the earlier value was wrong from the start: why?"), max_length=300, required=False
    )

    def __init__(self, *args: Any, key: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = value_field(key)
        self.fields["value"].label = fact_label(key)
        self.fields["since"].latest = on  # type: ignore[attr-defined]
        self.order_fields(["key", "value", "since", "wrong", "source", "source_note"])

    def value(self) -> object:
        """Return the value as the vocabulary has it; None: not known any more."""
        value = self.cleaned_data["value"]
        return None if value in ("", []) else value

    def change(self, key: str) -> Change:
        """Return what it would change. Raises Invalid when the value does not fit."""
        value = self.value()
        return Change(scalars={key: None if value is None else stored(key, value)})


def value_field(key: str) -> forms.Field:
    """Return a field that fits the fact: a day, groups, a code, or yes and no."""
    if key.endswith(("_on", "_until")):
        return DayField(required=False)
    if key.endswith(".groups"):
        return forms.MultipleChoiceField(choices=GROUPS, widget=forms.CheckboxSelectMultiple, required=False)
    if key == "benefits.social_assistance":
        return forms.ChoiceField(
            choices=codes.choices(codes.SOCIAL_ASSISTANCE, empty=NOT_ASKED), required=False
        )
    if key == "residence.visa":
        return forms.ChoiceField(
            choices=[("", NOT_ASKED), ("none", lazy("no visa")), ("short_stay", lazy("short-stay visa"))],
            required=False,
        )
    return forms.NullBooleanField(
        widget=forms.Select(choices=[("", NOT_ASKED), ("true", lazy("yes")), ("false", lazy("no"))]),
        required=False,
    )


class LanguagesForm(Sourced):
    """The four language facts."""

    mother_tongue = forms.ChoiceField(label=lazy("Mother tongue"), required=False)
    spoken = forms.ChoiceField(label=lazy("Language to speak with us"), required=False)
    written = forms.ChoiceField(label=lazy("Language to read"), required=False)
    interpreting = forms.ChoiceField(label=lazy("Language of interpreting"), required=False)
    dialect = forms.CharField(label=lazy("Dialect for interpreting"), max_length=100, required=False)
    understood = forms.ChoiceField(label=lazy("Another language understood well"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("mother_tongue", "spoken", "interpreting", "understood"):
            self.fields[name].choices = [("", NOT_ASKED), *language_choices()]  # type: ignore[attr-defined]
        self.fields["written"].choices = [  # type: ignore[attr-defined]
            ("", NOT_ASKED),
            ("none", _("does not read or write")),
            *language_choices(),
        ]

    def entries(self) -> list[LanguageEntry]:
        """Return what `set_languages` takes."""
        data = self.cleaned_data
        return [
            LanguageEntry(
                use=use, language=data[use], dialect=data["dialect"] if use == "interpreting" else ""
            )
            for use in ("mother_tongue", "spoken", "written", "interpreting", "understood")
            if data[use]
        ]


class ContactsForm(forms.Form):
    """Telephone, e-mail and address; they replace the former ones."""

    phone = forms.CharField(label=lazy("Telephone"), max_length=50, required=False)
    email = forms.EmailField(label=lazy("E-mail"), required=False)
    address = forms.CharField(label=lazy("Address"), max_length=300, required=False)

    def entries(self) -> list[ContactEntry]:
        """Return what `set_contact_details` takes."""
        return [
            ContactEntry(kind=kind, value=self.cleaned_data[kind])
            for kind in ("phone", "email", "address")
            if self.cleaned_data[kind]
        ]


class NonDisclosureForm(Sourced):
    """The order, its last day, whom it covers, and the address that may be shown instead."""

    in_force = forms.BooleanField(label=lazy("Non-disclosure is in force"), required=False)
    until = DayField(label=lazy("Until"), required=False)
    covers_household = forms.BooleanField(label=lazy("It covers the whole household"), required=False)
    contact_address = forms.CharField(
        label=lazy("Contact address"),
        help_text=lazy("For example a post-office box. It is shown; never write the home address here."),
        max_length=300,
        required=False,
    )

    def order(self) -> dict[str, Any]:
        """Return what `set_non_disclosure` takes beside the person."""
        data = self.cleaned_data
        names = ("in_force", "until", "covers_household", "contact_address")
        return {**{name: data[name] for name in names}, "source": self.given_source()}


def of_order(order: OrderView | None) -> dict[str, object]:
    """Return the present order as the form shows it."""
    if order is None:
        return {"in_force": False, "covers_household": True}
    return {
        "in_force": True,
        "until": order.last_day,
        "covers_household": order.covers_household,
        "contact_address": order.contact_address,
        "source": order.provenance.source if order.provenance else "person",
        "source_note": order.provenance.note if order.provenance else "",
    }


class PersonForm(Sourced):
    """Citizenship and identity code, when they become known."""

    citizenship = forms.MultipleChoiceField(label=lazy("Citizenship"), required=False)
    identity_code = forms.CharField(label=lazy("Personal identity code"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["citizenship"].choices = country_choices()  # type: ignore[attr-defined]

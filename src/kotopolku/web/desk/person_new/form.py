"""What is asked when a person becomes known: only what finding out the right to services needs (73 §)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.accounts.queries import AreaView
from kotopolku.people.entries import ContactEntry, LanguageEntry, Names, PeriodEntry, Source, StatusEntry
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import country_choices, language_choices
from kotopolku.web.parts.day_field import DayField

NOT_ASKED = lazy("not asked yet")


class NewPersonForm(forms.Form):
    """Person, languages, right of residence, work and benefits; everything but a name may wait."""

    given_names = forms.CharField(label=lazy("Given names"), max_length=200, required=False, strip=True)
    family_name = forms.CharField(
        label=lazy("Family name"),
        max_length=200,
        required=False,
        help_text=lazy("Leave empty if the person has one name only."),
    )
    own_script = forms.CharField(
        label=lazy("Name in the person's own script"), max_length=200, required=False
    )
    called_by = forms.CharField(label=lazy("Called by"), max_length=100, required=False)
    identity_code = forms.CharField(
        label=lazy("Personal identity code"),
        max_length=40,
        required=False,
        help_text=lazy("For example 010190-939Y. Many do not have one yet."),
    )
    birth_date = DayField(
        label=lazy("Date of birth"), required=False, help_text=lazy("For example 14.2.1994")
    )
    municipality = forms.TypedChoiceField(label=lazy("Home municipality"), coerce=int)
    phone = forms.CharField(label=lazy("Telephone"), max_length=50, required=False)
    email = forms.EmailField(label=lazy("E-mail"), required=False)
    address = forms.CharField(label=lazy("Address"), max_length=300, required=False)
    non_disclosure = forms.BooleanField(
        label=lazy("Non-disclosure for personal safety (turvakielto)"), required=False
    )
    mother_tongue = forms.ChoiceField(label=lazy("Mother tongue"), required=False)
    spoken = forms.ChoiceField(label=lazy("Language to speak with us"), required=False)
    written = forms.ChoiceField(label=lazy("Language to read"), required=False)
    interpreting = forms.ChoiceField(label=lazy("Language of interpreting"), required=False)
    dialect = forms.CharField(label=lazy("Dialect for interpreting"), max_length=100, required=False)
    citizenship = forms.ChoiceField(label=lazy("Citizenship"), required=False)
    status_kind = forms.ChoiceField(label=lazy("Right of residence"), required=False)
    granted_on = DayField(
        label=lazy("Granted or registered on"),
        required=False,
        help_text=lazy("The first one ever: the three years of the Act run from it."),
    )
    valid_until = DayField(label=lazy("Valid until"), required=False)
    legal_basis = forms.ChoiceField(label=lazy("Ground of the permit"), required=False)
    protection_first = forms.BooleanField(
        label=lazy("The permit was granted after an application for international protection"), required=False
    )
    first_registered_on = DayField(label=lazy("First home municipality registered on"), required=False)
    jobseeker_from = DayField(label=lazy("Job search valid from"), required=False)
    unemployed_from = DayField(label=lazy("Unemployed from"), required=False)
    home_care_from = DayField(label=lazy("Child home care allowance from"), required=False)
    social_assistance = forms.ChoiceField(label=lazy("Social assistance"), required=False)
    source = forms.ChoiceField(label=lazy("Where do these facts come from?"), initial="person")
    source_note = forms.CharField(label=lazy("More about the source"), max_length=200, required=False)
    none_of_these = forms.BooleanField(label=lazy("None of these: a new person"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None, *, area: AreaView, own: tuple[int, ...], on: date, **kw: Any
    ) -> None:
        super().__init__(data, **kw)
        self.on = on
        mine = [one for one in area.municipalities if one.id in own]
        self._choose("municipality", [(one.id, one.names.pick("fi").text) for one in mine], first=_("Choose"))
        for name in ("mother_tongue", "spoken", "interpreting"):
            self._choose(name, language_choices(), first=NOT_ASKED)
        self._choose("written", [("none", _("does not read or write")), *language_choices()], first=NOT_ASKED)
        self._choose("citizenship", country_choices(), first=NOT_ASKED)
        self._choose("status_kind", codes.choices(codes.STATUS_KINDS), first=NOT_ASKED)
        self._choose("legal_basis", codes.choices(codes.LEGAL_BASES), first=NOT_ASKED)
        self._choose("social_assistance", codes.choices(codes.SOCIAL_ASSISTANCE), first=NOT_ASKED)
        self._choose("source", codes.choices(codes.SOURCES))
        for name in ("birth_date", "granted_on", "first_registered_on", "jobseeker_from", "unemployed_from"):
            self.fields[name].latest = on  # type: ignore[attr-defined]

    def _choose(self, name: str, choices: list[tuple[Any, Any]], *, first: Any = None) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices if first is None else [("", first), *choices]

    def clean(self) -> dict[str, Any]:
        """Check what two fields say together."""
        data = super().clean() or self.cleaned_data
        if not data.get("given_names") and not data.get("family_name"):
            self.add_error("given_names", _("Write at least one name."))
        if data.get("status_kind") and not data.get("granted_on") and "granted_on" not in self.errors:
            self.add_error(
                "granted_on", _("Write the day on which it was granted or registered, for example 12.3.2025.")
            )
        if data.get("granted_on") and not data.get("status_kind"):
            self.add_error("status_kind", _("Choose what was granted or registered on that day."))
        start, end = data.get("granted_on"), data.get("valid_until")
        if start and end and end < start:
            self.add_error(
                "valid_until", _("The last valid day is before the day of granting. Check both days.")
            )
        return data

    def registration(self) -> dict[str, Any]:
        """Return the arguments of `people.actions.register_person`."""
        data = self.cleaned_data
        source = Source(code=data["source"], note=data["source_note"])
        return {
            "controller_id": data["municipality"],
            "names": Names(
                given_names=data["given_names"],
                family_name=data["family_name"],
                own_script=data["own_script"],
                called_by=data["called_by"],
            ),
            "birth_date": data["birth_date"],
            "identity_code": data["identity_code"],
            "languages": self._languages(),
            "citizenships": [data["citizenship"]] if data["citizenship"] else [],
            "statuses": self._statuses(),
            "periods": self._periods(),
            "facts": {
                "residence.municipality_of_residence.first_registered_on": data["first_registered_on"],
                "benefits.social_assistance": data["social_assistance"] or None,
            },
            "contact_details": [
                ContactEntry(kind=kind, value=data[kind])
                for kind in ("phone", "email", "address")
                if data[kind]
            ],
            "non_disclosure": data["non_disclosure"],
            "source": source,
        }

    def _languages(self) -> list[LanguageEntry]:
        data = self.cleaned_data
        return [
            LanguageEntry(
                use=use, language=data[use], dialect=data["dialect"] if use == "interpreting" else ""
            )
            for use in ("mother_tongue", "spoken", "written", "interpreting")
            if data[use]
        ]

    def _statuses(self) -> list[StatusEntry]:
        data = self.cleaned_data
        if not data["status_kind"]:
            return []
        permit = data["status_kind"] == "residence_permit"
        return [
            StatusEntry(
                kind=data["status_kind"],
                granted_on=data["granted_on"],
                legal_basis=(data["legal_basis"] or None) if permit else None,
                valid_until=data["valid_until"],
                applied_for_protection_first=data["protection_first"] or None,
            )
        ]

    def _periods(self) -> list[PeriodEntry]:
        data = self.cleaned_data
        kinds = {
            "jobseeker": "jobseeker_from",
            "unemployed": "unemployed_from",
            "child_home_care_allowance": "home_care_from",
        }
        return [
            PeriodEntry(kind=kind, first_day=data[name])
            for kind, name in kinds.items()
            if data[name] is not None
        ]

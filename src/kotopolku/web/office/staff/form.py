"""Forms of users and rights: a user, a duty, its end."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.accounts.organisation_queries import organisations_on
from kotopolku.accounts.rights import GRANTS, USUAL_GROUPS
from kotopolku.audit.actor import Group, Role
from kotopolku.languages.codes import STAFF_LANGUAGES
from kotopolku.web.office.words import GROUPS
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.roles import ROLES


@dataclass(frozen=True, slots=True)
class Offer:
    """What the acting duty may give: roles, organisations of the day, municipalities by code and name, groups."""

    roles: list[tuple[str, Any]]
    organisations: list[tuple[str, str]]
    municipalities: list[tuple[str, str]]
    groups: list[tuple[str, Any]]


def offer(request: PageRequest) -> Offer:
    """Return what may be chosen: an action refuses the rest all the same."""
    actor, language = request.actor, request.language.code
    bounded = actor.role is Role.COORDINATOR
    return Offer(
        roles=[(role.value, ROLES[role.value]) for role in Role if role in GRANTS.get(actor.role, ())],
        organisations=[
            (one.code, one.names.pick(language).text)
            for one in organisations_on(request.on)
            if one.kind != "state_authority"
        ],
        municipalities=[
            (one.code, one.names.pick(language).text)
            for one in request.area.municipalities
            if not bounded or one.id in actor.controllers
        ],
        groups=[(one.value, GROUPS[one.value]) for one in Group if not bounded or one in actor.groups],
    )


class DutyForm(forms.Form):
    """A duty from–until: who, where, as what, for whom, why."""

    role = forms.ChoiceField(label=lazy("As what?"), error_messages={"required": lazy("Choose the role.")})
    organisation = forms.ChoiceField(
        label=lazy("In which organisation?"), error_messages={"required": lazy("Choose the organisation.")}
    )
    municipalities = forms.MultipleChoiceField(
        label=lazy("For clients of which municipalities?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    purpose = forms.CharField(
        label=lazy("For which task?"),
        help_text=lazy("For example “integration services”. It stands in the log beside each look."),
        max_length=200,
        error_messages={"required": lazy("Write which task the right is for.")},
    )
    valid_from = DayField(label=lazy("First day"))
    valid_to = DayField(
        label=lazy("Last day"),
        help_text=lazy("A partner must have one (80 §)."),
        required=False,
    )
    is_official = forms.BooleanField(
        label=lazy("A public official (an officer always is)"),
        help_text=lazy(
            "Concludes assessments, makes and reviews plans. Only for an officer or a coordinator."
        ),
        required=False,
    )
    groups = forms.MultipleChoiceField(
        label=lazy("What else may be known?"),
        help_text=lazy("Left empty, what the role usually needs."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = forms.CharField(
        label=lazy("Why is it granted?"),
        max_length=500,
        error_messages={"required": lazy("Write why it is granted.")},
    )

    def __init__(self, *args: object, offer: Offer, on: date, **kwargs: object) -> None:
        kwargs["initial"] = {"valid_from": on, **(kwargs.get("initial") or {})}  # type: ignore[dict-item]
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, choices in (
            ("role", [("", lazy("Choose")), *offer.roles]),
            ("organisation", [("", lazy("Choose")), *offer.organisations]),
            ("municipalities", offer.municipalities),
            ("groups", offer.groups),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def duty(self) -> dict[str, Any]:
        """Return what `grant_duty` takes, but for the person and the area."""
        data = {name: self.cleaned_data[name] for name in DutyForm.base_fields}
        role = Role(data["role"])
        groups = [Group(one) for one in data["groups"]] or None
        return {**data, "role": role, "groups": groups if role in USUAL_GROUPS else ()}


class StaffForm(DutyForm):
    """A new user with their first duty."""

    name = forms.CharField(
        label=lazy("Name"), max_length=200, error_messages={"required": lazy("Write the name.")}
    )
    username = forms.CharField(
        label=lazy("User name"),
        help_text=lazy("Small letters, for example anna.aalto."),
        max_length=100,
        error_messages={"required": lazy("Write a user name.")},
    )
    email = forms.EmailField(label=lazy("Work e-mail"), required=False)
    language = forms.ChoiceField(
        label=lazy("Language of the pages"), choices=[(one.code, one.own_name) for one in STAFF_LANGUAGES]
    )


class EndForm(forms.Form):
    """The end of one duty before its time."""

    duty = forms.IntegerField(widget=forms.HiddenInput)
    last_day = DayField(
        label=lazy("Last day"), help_text=lazy("Leave it empty to end the right now."), required=False
    )
    end_reason = forms.CharField(
        label=lazy("Why does it end?"),
        max_length=500,
        error_messages={"required": lazy("Write why the duty ends.")},
    )

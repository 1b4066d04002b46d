"""To whom a case is opened, which part of it, why and until when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.accounts.organisation_queries import OrganisationView
from kotopolku.cases.scopes import COUNTY_PART, EMPLOYMENT_AUTHORITY, PROVIDER
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.day_field import DayField

KINDS = {
    COUNTY_PART: ("county",),
    EMPLOYMENT_AUTHORITY: ("employment_authority",),
    PROVIDER: ("provider", "association", "municipality"),
}
#: What an officer opens by hand; what a former unit reads follows from the act that moves responsibility.
SCOPES = (EMPLOYMENT_AUTHORITY, PROVIDER, COUNTY_PART)


class GrantForm(forms.Form):
    """Open the case to an organisation."""

    scope = forms.ChoiceField(
        label=lazy("Which part?"), error_messages={"required": lazy("Choose which part is opened.")}
    )
    organisation = forms.ChoiceField(
        label=lazy("To which organisation?"), error_messages={"required": lazy("Choose the organisation.")}
    )
    reason = forms.CharField(
        label=lazy("Why does it need this?"),
        help_text=lazy("The receiver reads this, and it stays on the timeline."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazy("Write why the data is given. The reason stays in the log.")},
    )
    last_day = DayField(
        label=lazy("Last day"),
        help_text=lazy("Left empty, a provider and the county see the case for half a year."),
        required=False,
    )
    despite_non_disclosure = forms.BooleanField(
        label=lazy("The receiver needs the data although the client is under a non-disclosure order"),
        required=False,
    )

    def __init__(
        self, *args: Any, organisations: tuple[OrganisationView, ...], protected: bool, language: str
    ) -> None:
        super().__init__(*args)
        # A municipality's own school would tell where a protected client lives: it gets a packet instead.
        kinds = {kind for scope in SCOPES for kind in KINDS[scope]} - (
            {"municipality"} if protected else set()
        )
        self.fields["scope"].choices = codes.choices(  # type: ignore[attr-defined]
            {scope: codes.GRANT_SCOPES[scope] for scope in SCOPES}, empty=lazy("Choose")
        )
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]
            ("", lazy("Choose")),
            *((one.code, one.names.pick(language).text) for one in organisations if one.kind in kinds),
        ]
        if not protected:
            del self.fields["despite_non_disclosure"]

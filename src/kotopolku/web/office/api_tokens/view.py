"""Keys of other systems (rajapinta-avaimet): made for a duty and a time, shown once, ended at once."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from kotopolku.accounts.api_tokens import (
    TokenView,
    api_tokens,
    duties_for_tokens,
    end_api_token,
    issue_api_token,
)
from kotopolku.audit.actor import Role
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.fresh import ask_again, fresh
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest, sent_number
from kotopolku.web.parts.roles import role

KEEPERS = frozenset({Role.ADMINISTRATOR})


class TokenForm(forms.Form):
    """For which duty, for which system, until when."""

    name = forms.CharField(
        label=lazy("Which system reads with the key?"),
        max_length=100,
        error_messages={"required": lazy("Write which system reads with the key.")},
    )
    duty = forms.TypedChoiceField(
        label=lazy("Under whose duty?"),
        coerce=int,
        error_messages={"required": lazy("Choose a duty that is in force.")},
    )
    valid_to = DayField(label=lazy("Last day"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["duty"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", ""),
            *(
                (one.id, f"{one.worker}, {role(one.role)}, {one.organisation}")
                for one in duties_for_tokens(on=on)
            ),
        ]


@only_for(KEEPERS, subject="api_tokens")
@require_http_methods(["GET", "POST"])
def tokens(request: PageRequest) -> HttpResponse:
    """List the keys; POST makes one and shows it, this once."""
    form = TokenForm(request.POST if request.method == "POST" else None, on=request.on)
    key, status = "", 200
    if request.method == "POST":
        if form.is_valid() and not fresh(request):
            return ask_again(request)
        made = attempt(form, lambda: issue_api_token(**form.cleaned_data)) if form.is_valid() else None
        key = made if isinstance(made, str) else ""
        status = 200 if key else 422
    context = {
        "title": _("Keys of other systems"),
        "form": TokenForm(on=request.on) if key else form,
        "key": key,
        "rows": [_row(one, on=request.on) for one in api_tokens()],
    }
    return render(request, "office/api_tokens/page.html", context, status=status)


def _row(one: TokenView, *, on: date) -> dict[str, object]:
    used = day(one.last_used_on) if one.last_used_on else _("not used")
    return {
        "id": one.id,
        "name": one.name,
        "duty": f"{one.worker}, {role(one.role)}",
        "until": day(one.ended_on or one.valid_to),
        "used": used,
        "in_force": one.ended_on is None and one.valid_to >= on,
    }


@only_for(KEEPERS, subject="api_tokens")
@require_POST
def token_end(request: PageRequest) -> HttpResponse:
    """End a key at once."""
    end_api_token(token_id=sent_number(request.POST, "token"))
    return redirect("office:api_tokens")

"""The languages of one worker: speaks, reads, writes, and whether for counsel or only for greeting."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.staff_languages import KnownLanguage, languages_of, set_staff_languages
from kotopolku.accounts.staff_queries import staff_member
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb

ROWS = 8
SKILLS = (
    ("speaks", lazy("speaks")),
    ("reads", lazy("reads")),
    ("writes", lazy("writes")),
    ("for_counsel", lazy("well enough to advise")),
)


class LanguagesForm(forms.Form):
    """Up to eight languages; an empty row is passed over."""

    def __init__(self, data: Any = None, *, known: tuple[KnownLanguage, ...] = ()) -> None:
        super().__init__(data)
        for number in range(ROWS):
            one = known[number] if number < len(known) else None
            self.fields[f"language_{number}"] = forms.ChoiceField(
                label=_("Language %(number)s") % {"number": number + 1},
                choices=[("", "–"), *language_choices()],
                required=False,
                initial=one.language if one else "",
            )
            self.fields[f"skills_{number}"] = forms.MultipleChoiceField(
                label=_("What the worker can do in it"),
                choices=SKILLS,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=[name for name, _words in SKILLS if getattr(one, name)] if one else [],
            )

    def rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Return the fields of each row."""
        return ((self[f"language_{number}"], self[f"skills_{number}"]) for number in range(ROWS))

    def known(self) -> list[KnownLanguage]:
        """Return what was chosen."""
        found = []
        for number in range(ROWS):
            language, skills = self.cleaned_data[f"language_{number}"], self.cleaned_data[f"skills_{number}"]
            if language:
                found.append(
                    KnownLanguage(language=language, **{name: name in skills for name, _words in SKILLS})
                )
        return found


@only_for(MANAGERS, subject="staff")
@require_http_methods(["GET", "POST"])
def staff_languages(request: PageRequest, staff_id: int) -> HttpResponse:
    """Show and change a worker's languages."""
    found = staff_member(request.area.id, staff_id, on=request.on)
    known = languages_of([staff_id]).get(staff_id, ())
    form = LanguagesForm(request.POST if request.method == "POST" else None, known=known)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _saved(staff_id, form)):
            return redirect("office:staff_member", staff_id=staff_id)
        status = 422
    back = reverse("office:staff_member", args=[staff_id])
    context = {
        "title": _("Languages at work"),
        "lead": found.name,
        "form": form,
        "rows": list(form.rows()),
        "crumbs": [
            Crumb(label=_("Users and rights"), url=reverse("office:staff")),
            Crumb(label=found.name, url=back),
        ],
    }
    return render(request, "office/staff_languages/page.html", context, status=status)


def _saved(staff_id: int, form: LanguagesForm) -> bool:
    set_staff_languages(staff_id=staff_id, languages=form.known())
    return True

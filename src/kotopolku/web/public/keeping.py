"""Kielen vaihto kesken lomakkeen: what was typed goes along to the same form in the other language.

On a page with a form the languages are buttons of that form, so the change is a POST: nothing of what was typed
comes into the address, nothing is kept on the server, and no script is needed.
"""

from django import forms
from django.http import HttpRequest, QueryDict

CHANGE = "change_language"
"""The name of those buttons."""

FORM: dict[str, object] = {"typed_form": "typed"}
"""What the page is told: the id of the form that goes along."""


def changes_language(request: HttpRequest) -> bool:
    """Tell whether the form came because its reader chose another language."""
    return request.method == "POST" and CHANGE in request.POST


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what was sent to be handled; None for a look at the page and for a change of language."""
    return request.POST if request.method == "POST" and not changes_language(request) else None


def keep_typed(form: forms.BaseForm, request: HttpRequest) -> None:
    """Put what was typed into the fresh form as it stood, unjudged; nothing to do unless the language changes."""
    if changes_language(request):
        form.initial = {
            name: request.POST.getlist(name)
            if isinstance(field, forms.MultipleChoiceField)
            else request.POST.get(name)
            for name, field in form.fields.items()
            if name in request.POST
        }

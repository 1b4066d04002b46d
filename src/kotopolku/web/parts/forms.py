"""How a page runs an action with what a form holds: a refused value goes back to its own field."""

from collections.abc import Callable, Sequence
from typing import Literal

from django import forms
from django.db import transaction
from django.http import QueryDict

from kotopolku.audit.errors import Invalid

type Choices = Sequence[tuple[object, object]]


def attempt[T](form: forms.Form, act: Callable[[], T]) -> T | Literal[False]:
    """Run the action; on Invalid put its sentence at the field (or on the form) and return False.

    Of several actions in `act` none is kept when one is refused.
    """
    try:
        with transaction.atomic():
            return act()
    except Invalid as fault:
        form.add_error(fault.field if fault.field in form.fields else None, str(fault.message))
        return False


def choose(form: forms.Form, name: str, choices: Choices) -> None:
    """Give a field the choices that are known only with the request."""
    form.fields[name].choices = choices  # type: ignore[attr-defined]


def with_version(form: forms.Form, version: int) -> None:
    """Put the thing's present version into a form sent with an older one, so that saving again is a choice made."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["version"] = str(version)
    form.data = data

"""Who answered for another: the one field of every form that records an answer given without us."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

LONGEST = 200


class WhoAnswered(forms.CharField):
    """A name or a task."""

    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {
            "label": lazy("Who answered?"),
            "help_text": lazy("A name or a task, for example “social worker on duty”."),
            "max_length": LONGEST,
            "error_messages": {"required": lazy("Write who answered: a name or a task.")},
        }
        super().__init__(**{**usual, **kwargs})

"""What a visitor who was guided on says or shows first at the next counter, in Finnish whatever they speak."""

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.languages.names import language_name


def finnish_greeting(language: str, topics: Sequence[str]) -> str:
    """Return what the visitor can say or show at the counter, in Finnish."""
    with translation.override("fi"):
        parts = [_("Good day. Monineuvo guided me here.")]
        if topics:
            parts.append(_("My matter is: %(topics)s.") % {"topics": ", ".join(topics).lower()})
        if language and language not in {"fi", "fi-x-selko"}:
            parts.append(
                _("I speak this language: %(language)s.") % {"language": language_name(language, "fi")}
            )
        return " ".join(parts)

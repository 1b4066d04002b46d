"""Mitä maksusta kerrotaan: the words about the fee that are said when an interpreted time is booked.

They say what it may cost to stay away, so they are shown in a language only when somebody who reads it has approved
them; else the Finnish ones are, and the interpreter says them aloud.
"""

from dataclasses import dataclass

from django.utils.translation import gettext, override

from kotopolku.languages.catalogues import is_unread, shown_language
from kotopolku.languages.codes import is_ui_language
from kotopolku.law.wording import N_

FEE_TEXT = (
    N_("An interpreter comes to this time. The interpreter costs money."),
    N_("If you do not come and you have not cancelled the time, you may have to pay for the interpreter."),
    N_(
        "You need not pay if you have an acceptable reason, for example a sudden illness of you or your child."
    ),
    N_("You cancel the time by calling us or by coming to us before the time begins."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The words as they are shown; `aloud`: no approved ones are in the client's language, so they are interpreted."""

    language: str
    sentences: tuple[str, ...]
    aloud: bool


def fee_text(language: str) -> Said:
    """Return the words for a client who speaks the language (ISO 639)."""
    own = is_ui_language(language) and all(_approved(text, language) for text in FEE_TEXT)
    shown = language if own else "fi"
    with override(shown):
        sentences = tuple(gettext(text) for text in FEE_TEXT)
    return Said(language=shown, sentences=sentences, aloud=not own)


def _approved(text: str, language: str) -> bool:
    return shown_language(text, language) == language and not is_unread(text, language)

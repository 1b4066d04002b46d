"""The words of letters and notices: templates by code, in English source, spoken in the catalogues' languages.

A subject never holds anything personal. A body says that there is a message, a time or a code, and nothing about
the person: whoever opens the mailbox first may be somebody else.
"""

from dataclasses import dataclass

from django.utils.translation import gettext, override

from kotopolku.languages.catalogues import shown_language
from kotopolku.languages.codes import by_code, is_ui_language
from kotopolku.law.wording import N_
from kotopolku.letters.codes import SMS
from kotopolku.letters.interpreter_wording import INTERPRETING
from kotopolku.letters.staff_wording import STAFF_TEMPLATES
from kotopolku.letters.template import NO_ANSWER, Template
from kotopolku.letters.wording_fees import FEES
from kotopolku.letters.wording_line import LINE
from kotopolku.letters.wording_outreach import OUTREACH
from kotopolku.letters.wording_times import TIMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter's text and the one language it is in."""

    language: str
    subject: str
    body: str


TEMPLATES: dict[str, Template] = {
    "contact_receipt": Template(
        subject=N_("We have received your contact"),
        paragraphs=(
            N_("Thank you. Your contact has arrived. Its code is {code}."),
            N_("If you ask about it later, tell the code. It holds no information about anybody."),
            N_("We do not tell by e-mail whether we know the person or what we agree with them."),
            NO_ANSWER,
        ),
        params=frozenset({"code"}),
    ),
    "responsible_changed": Template(
        subject=N_("Your contact changes"),
        paragraphs=(
            N_("From {day} on you can ask {authority} about your matters."),
            N_(
                "You need not do anything because of this message. If you have questions, call us or come to us."
            ),
            NO_ANSWER,
        ),
        params=frozenset({"authority", "day"}),
    ),
    "message_waiting": Template(
        subject=N_("You have a message"),
        paragraphs=(
            N_("There is a message for you in the municipality's service. To read it, sign in: {address}"),
            N_("If you cannot sign in, call us or come to us."),
            NO_ANSWER,
        ),
        params=frozenset({"address"}),
    ),
    **OUTREACH,
    **STAFF_TEMPLATES,
    **{
        code: Template(subject=subject, paragraphs=(*paragraphs, NO_ANSWER), params=params)
        for code, (subject, paragraphs, params) in (TIMES | FEES | INTERPRETING | LINE).items()
    },
}


def write(template: str, *, language: str, params: dict[str, str], way: str = "email") -> Written:
    """Return the text in the asked language, or whole in the first of its fallbacks that has every sentence.

    A text message has no subject, and does not say that it cannot be answered: its sender shows it.

    Raises KeyError for an unknown template, ValueError when a value is missing or was not asked for.
    """
    known = TEMPLATES[template]
    if params.keys() != known.params:
        raise ValueError(f"{template} takes {sorted(known.params)}, not {sorted(params)}")
    texts = (known.subject, *known.paragraphs)
    spoken = spoken_language(template, language)
    said = [text for text in texts if not (way == SMS and text == NO_ANSWER)]
    with override(spoken):
        subject, *body = (gettext(text).format(**params) for text in said)
    if way == SMS:
        return Written(language=spoken, subject="", body=" ".join(body))
    return Written(language=spoken, subject=subject, body="\n\n".join(body) + "\n")


def spoken_language(template: str, language: str) -> str:
    """Return the language a letter will be in: the asked one, or the first of its fallbacks with every sentence."""
    known = TEMPLATES[template]
    texts = (known.subject, *known.paragraphs)
    chain = by_code(language).chain if is_ui_language(language) else ("fi",)
    return next((code for code in chain if all(shown_language(text, code) == code for text in texts)), "fi")

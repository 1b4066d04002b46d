"""What the client hears (869/2024 2 § 3 mom.): the four things to tell and one question that shows understanding.

The texts are the client's: messages of the catalogues in the fifteen languages. A translation
of rights and duties that nobody has read is not shown: it stands in Finnish, marked, and is interpreted orally.
"""

from dataclasses import dataclass

from kotopolku.languages.codes import is_ui_language
from kotopolku.law.wording import N_
from kotopolku.web.desk.assessment.telling_rights import RIGHTS
from kotopolku.web.desk.papers import said
from kotopolku.web.desk.words import codes

TEXTS: dict[str, str] = {
    "aims_of_services": N_(
        "Integration services help you to learn Finnish or Swedish, to study, to find work and to live your daily life "
        "in Finland. We find out together which services suit you."
    ),
    "plan_process": N_(
        "First we talk about your situation. If you need a plan, we make it together. In it we agree what you do and "
        "what we do. We look at it again at the latest after six months."
    ),
    **RIGHTS,
}
TEACH_BACK = N_(
    "I want to know that I explained well. Would you tell me in your own words what the plan means for you?"
)


@dataclass(frozen=True, kw_only=True)
class ClientText:
    """A text for the client in the client's language; `lang` and `direction` are those of the text as it stands."""

    label: str
    text: str
    finnish: str
    lang: str
    direction: str
    other: str  # the language's own name, where it is not the one asked for
    orally: bool = (
        False  # Finnish stands here, to be interpreted: nobody has approved the words of the client's
    )


def client_texts(language: str, items: list[str]) -> list[ClientText]:
    """Return what is to be told in the client's language, and the question that shows whether it was understood."""
    code = language if is_ui_language(language) else "fi-x-selko"
    rows = [(str(codes.word(codes.TOLD, item)), TEXTS[item]) for item in items]
    return [_text(label, msgid, code) for label, msgid in [*rows, ("", TEACH_BACK)]]


def _text(label: str, msgid: str, code: str) -> ClientText:
    text, shown = said(msgid, code)
    unapproved = msgid in RIGHTS.values() and shown.code != code
    if unapproved:
        text, shown = said(msgid, "fi")
    return ClientText(
        label=label,
        text=text,
        finnish=said(msgid, "fi")[0],
        lang=shown.code,
        direction=shown.direction,
        other=shown.own_name if shown.code != code else "",
        orally=unapproved and code != "fi-x-selko",
    )

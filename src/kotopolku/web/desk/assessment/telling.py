"""What the client hears (869/2024 2 § 3 mom.): the four things to tell and one question that shows understanding.

The texts are the client's: messages of the catalogues, in each of the fifteen languages that has them, else in the one
it falls back to, marked.
"""

from dataclasses import dataclass

from kotopolku.languages.codes import is_ui_language
from kotopolku.law.wording import N_
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
    "binding_nature_rights_duties": N_(
        "The plan binds both you and us. You have the right to the services agreed in it, as far as they are "
        "available, and to an interpreter. You have the duty to follow the plan. If you cannot take part, tell us. "
        "Not taking part without a reason may affect your benefits."
    ),
    "personal_data": N_(
        "We write down only what we need for your services. You may see what we have written and ask us to correct it. "
        "Only those who work with your matter read it, and each look is recorded. The interpreter is bound to secrecy."
    ),
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


def client_texts(language: str, items: list[str]) -> list[ClientText]:
    """Return what is to be told in the client's language, and the question that shows whether it was understood."""
    code = language if is_ui_language(language) else "fi-x-selko"
    rows = [(str(codes.word(codes.TOLD, item)), TEXTS[item]) for item in items]
    return [_text(label, msgid, code) for label, msgid in [*rows, ("", TEACH_BACK)]]


def _text(label: str, msgid: str, code: str) -> ClientText:
    text, shown = said(msgid, code)
    return ClientText(
        label=label,
        text=text,
        finnish=said(msgid, "fi")[0],
        lang=shown.code,
        direction=shown.direction,
        other=shown.own_name if shown.code != code else "",
    )

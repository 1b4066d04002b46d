"""The words of an answer to who asked for advice: what the adviser wrote, a way to a person, never the question."""

from kotopolku.law.wording import N_
from kotopolku.letters.wording_times import Words

_SUBJECT = N_("Our answer to your question")
_PRIVATE = N_("Do not write secrets in an e-mail. If your matter is private, call us or come to us.")

LINE: dict[str, Words] = {
    "line_answer": (_SUBJECT, (N_("Our answer: {answer}"), _PRIVATE), frozenset({"answer"})),
    "line_video": (
        _SUBJECT,
        (N_("We answer you by video now. Open this address: {link}"), _PRIVATE),
        frozenset({"link"}),
    ),
}

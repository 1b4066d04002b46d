"""Tulkille: the words of an order of an interpreter, in the languages of the staff."""

from kotopolku.law.wording import N_
from kotopolku.letters.wording_times import Words

_ORDER_BODY = (
    N_("Time: {day} from {from_clock} to {to_clock}."),
    N_("Language: {language}."),
    N_("Where: {where}."),
    N_("Topic: {topic}."),
    N_("Wish: {wish}."),
    N_("Ordered by: {contact}. Quote the code {code} in your answer and your invoice."),
    N_("Answer here whether you come. You need not sign in: {answer}"),
)
_ORDER_PARAMS = frozenset(
    {"code", "day", "from_clock", "to_clock", "language", "where", "topic", "wish", "contact", "answer"}
)
#: To an interpreter or an agency: everything they need to come, and nothing about whom for.
INTERPRETING: dict[str, Words] = {
    "interpreter_order": (N_("Order of an interpreter, code {code}"), _ORDER_BODY, _ORDER_PARAMS),
    "interpreter_moved": (
        N_("The time of the order {code} has changed"),
        (N_("The time has changed. Answer again whether you come."), *_ORDER_BODY),
        _ORDER_PARAMS,
    ),
    "interpreter_cancelled": (
        N_("The order {code} is cancelled"),
        (
            N_(
                "The time {day} from {from_clock} to {to_clock} is cancelled. You need not come. Code: {code}."
            ),
        ),
        frozenset({"code", "day", "from_clock", "to_clock"}),
    ),
}

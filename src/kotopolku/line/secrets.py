"""What must not travel in an e-mail: an identity code, the question itself, numbers and addresses of somebody."""

import re

from kotopolku.people.identity_code import NotIdentityCode, read

_CODE = re.compile(r"(?<!\w)\d{6}[-+A-FU-Y–−]\d{3}[0-9A-Y](?!\w)", re.IGNORECASE)
# Account and permit numbers, and what begins like a Finnish account; telephones have at most nine figures in a row
# once the country is left out, so that a number to call is not asked about.
_LONG = re.compile(r"(?<!\w)(?:FI\d{2}(?: ?\d{4}){3} ?\d{2}|\d{10,})(?!\w)", re.IGNORECASE)
_STREET = re.compile(r"\b\w+(?:katu|tie|kuja|polku|gatan|vägen|gränd) \d+ ?[A-Z] ?\d+\b")
_WORDS = re.compile(r"\w+")
_QUOTED_WORDS = 8


def identity_in(text: str) -> bool:
    """Whether the text holds what is a Finnish personal identity code."""
    return any(_is_code(one[0]) for one in _CODE.finditer(text))


def private_in(text: str) -> bool:
    """Whether the text holds what is often private: a long number, somebody's home with its door."""
    return bool(_LONG.search(text) or _STREET.search(text))


def quotes(text: str, question: str) -> bool:
    """Whether so many words of the question follow each other in the text that it quotes it."""
    said, asked = _WORDS.findall(text.lower()), _WORDS.findall(question.lower())
    runs = {tuple(asked[at : at + _QUOTED_WORDS]) for at in range(len(asked) - _QUOTED_WORDS + 1)}
    return any(tuple(said[at : at + _QUOTED_WORDS]) in runs for at in range(len(said) - _QUOTED_WORDS + 1))


def _is_code(text: str) -> bool:
    try:
        read(text)
    except NotIdentityCode:
        return False
    return True

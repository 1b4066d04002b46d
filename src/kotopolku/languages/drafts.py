"""Luonnosten koneellinen tarkistus: what a program can see of a translation without reading the language.

It sees letters of another script, letters that a neighbouring language has and this one has not, digits of another
set, English left where a translation should be, a text far too short or long, and numbers that a right-to-left line
would turn round. Whether the words are right, only a person who reads the language can tell.
"""

import re
import unicodedata
from collections.abc import Iterator

from kotopolku.languages.codes import Language

_CYRILLIC, _ARABIC, _LATIN = "CYRILLIC", "ARABIC", "LATIN"
SCRIPTS: dict[str, str] = {
    **dict.fromkeys(("ar", "ckb", "fa", "prs"), _ARABIC),
    **dict.fromkeys(("ru", "uk"), _CYRILLIC),
    **dict.fromkeys(("fi-x-selko", "et", "kmr", "so", "sq", "tr"), _LATIN),
}
# Letters that look the same on the page and are not: search and screen readers miss the word.
STRANGE: dict[str, str] = {
    "ar": "یکگپچژەۆێڕڵټډړ",
    "ckb": "يكةٱټډړ",
    "fa": "يكةەۆێڕڵټډړ",
    "prs": "يكةەۆێڕڵ",
    "ru": "іїєґ",
    "uk": "ыэъё",
    "kmr": "ığöü",
}
# Words that stand in most English sentences and in none of the other Latin languages here.
_ENGLISH = re.compile(r"\b(?:the|your|with|and|from|this)\b", re.IGNORECASE)
_PARTS = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]*>")
_BRACKETS = re.compile(r"\([^)]*\)")
_DIGITS = re.compile(r"[٠-٩۰-۹]")
# Groups of digits with a space, a dash or a plus between or before them: each group would change its place.
_TURNING = re.compile(r"\+\d|\d+(?:[ \u00a0\u2013-]\d+)+")
_ISOLATED = re.compile(r"<bdi[^>]*>.*?</bdi>|[\u2066\u2067\u2068].*?\u2069", re.DOTALL)
# Plain Finnish leaves out what is not needed, so it may be short.
_SHORTEST, _SHORTEST_PLAIN, _LONGEST = 0.3, 0.15, 3.0
_LONG_ENOUGH = 24


def faults_of_draft(msgid: str, text: str, language: Language) -> Iterator[str]:
    """Return what is wrong with one form of a translation, each as what the text has or lacks."""
    script = SCRIPTS.get(language.code)
    if script is None:
        return
    words = _PARTS.sub(" ", text)
    yield from _script_faults(msgid, words, script)
    strange = sorted(set(words) & set(STRANGE.get(language.code, "")))
    if strange:
        yield f"has letters of another language: {' '.join(strange)}"
    if _DIGITS.search(words):
        yield "has digits other than 0–9: they must match the Finnish papers"
    if script == _LATIN and _ENGLISH.search(_BRACKETS.sub(" ", words)):
        yield "has English words left in it"
    shortest = _SHORTEST_PLAIN if language.code == "fi-x-selko" else _SHORTEST
    if not shortest <= len(text) / len(msgid) <= _LONGEST and len(msgid) >= _LONG_ENOUGH:
        yield f"has {len(text)} signs where the English has {len(msgid)}"
    turning = _TURNING.search(_ISOLATED.sub(" ", text)) if language.direction == "rtl" else None
    if turning:
        yield f"has “{turning[0]}”, which a right-to-left line turns round: put it between U+2066 and U+2069"


def _script_faults(msgid: str, words: str, script: str) -> Iterator[str]:
    """Return letters of a wrong script; Latin names (Kela, Migri, WCAG) may stand in every language."""
    found = {_script_of(sign) for sign in words if sign.isalpha()}
    for other in sorted(found - {script, _LATIN} - {_script_of(sign) for sign in msgid if sign.isalpha()}):
        yield f"has letters of the script {other.lower()}"
    if found and script not in found and any(sign.islower() for sign in _PARTS.sub(" ", msgid)):
        yield f"has no letter of the script {script.lower()}"


def _script_of(sign: str) -> str:
    return unicodedata.name(sign, "?").split()[0]

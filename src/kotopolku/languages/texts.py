"""Käännetty sisältö: one value that holds a text in as many languages as it has been written in.

A service, a letter template or a sentence of the programme is one `Texts`, never a column per language. Each
entry says how far it can be trusted and which Finnish it was made from, so that a changed original shows its
old translations as outdated instead of letting them pass for current ones.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self, cast, get_args

from kotopolku.languages.codes import UI_LANGUAGES, Direction, by_code, is_ui_language

Status = Literal["original", "reviewed", "machine", "outdated"]
STATUSES: tuple[Status, ...] = get_args(Status)
# What may stand where a mistake costs somebody a right: rights, duties, fees, decisions.
TRUSTED: frozenset[Status] = frozenset({"original", "reviewed"})

_ORDER = {language.code: place for place, language in enumerate(UI_LANGUAGES)}


class TextsError(ValueError):
    """A value cannot be read as texts; the message names the language and what is wrong with its entry."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language.

    `status` is one of `STATUSES`; `of` the digest of the Finnish text it was translated from, None when it
    was not translated from Finnish or nobody knows.
    """

    text: str
    status: Status = "original"
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page prints: the text, the language it really is in, and what must be marked beside it.

    `is_fallback` means that the reader asked for another language: print `language` and `direction` on the
    element.
    """

    text: str
    language: str
    direction: Direction
    is_fallback: bool
    status: Status

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts by language, in the order of the language list; equal when every entry is equal."""

    entries: tuple[tuple[str, Text], ...] = ()

    @classmethod
    def of(cls, **texts: str) -> Self:
        """Make texts from people's own words, `Texts.of(fi="Neuvonta", sv="Rådgivning")`.

        The Finnish is the original and the others reviewed translations of it; without Finnish all are
        originals. Plain Finnish is given as `selko`. Empty strings are left out.
        """
        given = {("fi-x-selko" if key == "selko" else key): text for key, text in texts.items() if text}
        finnish = digest(given["fi"]) if "fi" in given else None
        made = {
            code: Text(text) if code == "fi" or finnish is None else Text(text, "reviewed", finnish)
            for code, text in given.items()
        }
        return cls._ordered(made)

    @classmethod
    def from_json(cls, value: object) -> Self:
        """Read `{"fi": {"text": …, "status": …, "of": …}}`; raises `TextsError` for anything else."""
        if not isinstance(value, Mapping):
            raise TextsError("Texts are an object with one entry per language.")
        return cls._ordered({str(code): _entry(str(code), entry) for code, entry in value.items()})

    @classmethod
    def _ordered(cls, made: Mapping[str, Text]) -> Self:
        unknown = [code for code in made if code not in _ORDER]
        if unknown:
            raise TextsError(f"{unknown[0]}: not one of the languages {', '.join(_ORDER)}.")
        return cls(tuple(sorted(made.items(), key=lambda entry: _ORDER[entry[0]])))

    def to_json(self) -> dict[str, dict[str, str]]:
        """Return the stored form: languages in the order of the list, `of` left out where it is not known."""
        return {
            code: {"text": text.text, "status": text.status} | ({} if text.of is None else {"of": text.of})
            for code, text in self.entries
        }

    def __iter__(self) -> Iterator[tuple[str, Text]]:
        """Go through `(code, entry)`, with entries made from an older Finnish marked `outdated`."""
        return ((code, self._as_it_stands(text)) for code, text in self.entries)

    def __bool__(self) -> bool:
        return any(text.text for _, text in self.entries)

    def __str__(self) -> str:
        return self.pick("fi").text

    def get(self, code: str) -> Text | None:
        """Return the entry of this very language, marked `outdated` when the Finnish has changed since."""
        return next((entry for language, entry in self if language == code), None)

    def pick(self, language: str, *, reviewed_only: bool = False) -> Shown:
        """Return what a reader of this language is shown, following the language's fallbacks.

        With `reviewed_only` only originals and reviewed translations of the present Finnish are shown: ask it
        for everything about rights, duties and fees. When no language of the chain has a text, any other
        language is better than nothing; when there is none, the text is empty.
        """
        chain = by_code(language).chain if is_ui_language(language) else (language, "en", "fi")
        usable = {
            code: entry
            for code, entry in self
            if entry.text and (not reviewed_only or entry.status in TRUSTED)
        }
        for code in (*chain, *usable):
            if code in usable:
                entry = usable[code]
                return Shown(entry.text, code, by_code(code).direction, code != chain[0], entry.status)
        return Shown("", "fi", "ltr", is_fallback=False, status="original")

    def written(self, language: str, text: str, *, status: Status = "reviewed") -> Self:
        """Return texts with this language's text replaced, as written today from the present Finnish.

        An empty text takes the language away. A new Finnish text is always an original; the translations of
        the old one stay, and are shown as outdated from then on.
        """
        kept = {code: entry for code, entry in self.entries if code != language}
        if text:
            finnish = next((entry.text for code, entry in self.entries if code == "fi"), None)
            kept[language] = (
                Text(text)
                if language == "fi" or finnish is None or status == "original"
                else Text(text, status, digest(finnish))
            )
        return self._ordered(kept)

    def missing(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Return which of the languages have no usable text of their own: absent, empty or outdated."""
        own = {code for code, entry in self if entry.text and entry.status != "outdated"}
        return tuple(code for code in languages if code not in own)

    def _as_it_stands(self, text: Text) -> Text:
        finnish = next((entry.text for code, entry in self.entries if code == "fi"), None)
        if text.of is None or finnish is None or text.of == digest(finnish):
            return text
        return Text(text.text, "outdated", text.of)


def digest(finnish: str) -> str:
    """Return the mark of a Finnish text that its translations carry; outer space does not count."""
    plain = "\n".join(line.rstrip() for line in finnish.strip().splitlines())
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _entry(code: str, entry: Any) -> Text:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("text"), str):
        raise TextsError(f"{code}: an entry needs a text.")
    extra = sorted(set(entry) - {"text", "status", "of"})
    if extra:
        raise TextsError(f"{code}: {extra[0]} is not a part of an entry; it has text, status and of.")
    status = entry.get("status", "original")
    if status not in STATUSES:
        raise TextsError(f"{code}: status {status!r} is not one of {', '.join(STATUSES)}.")
    of = entry.get("of")
    if of is not None and not isinstance(of, str):
        raise TextsError(f"{code}: of is the digest of the Finnish text, written as text.")
    return Text(entry["text"], cast("Status", status), of)

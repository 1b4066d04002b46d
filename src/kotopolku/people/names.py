"""Nimet: how a name is shown, sorted and found. Names are as the person writes them; some people have one only."""

from kotopolku.languages.sorting import finnish_key, fold_name, sound_of
from kotopolku.people.entries import Names

_LAST_BEFORE_SURROGATES, _FIRST_AFTER = 0xD7FF, 0xE000


def display_name(given_names: str, family_name: str) -> str:
    """Return the name as it is said: given names first."""
    return " ".join(part for part in (given_names, family_name) if part)


def list_name(given_names: str, family_name: str) -> str:
    """Return the name as lists sort it: family name first."""
    return " ".join(part for part in (family_name, given_names) if part)


def sort_key(given_names: str, family_name: str) -> str:
    """Return the key kept for sorting in Finnish order (aakkosjärjestys)."""
    return finnish_key(list_name(given_names, family_name))


def words_and_sounds(*names: str) -> set[tuple[str, str]]:
    """Return (kind, token) of every word of the names: kind "word" for search, "sound" for likenesses."""
    words = {("word", token) for name in names for token in fold_name(name)}
    return words | {("sound", token) for name in names for token in sound_of(name)}


def all_tokens(names: Names) -> set[tuple[str, str]]:
    """Return the tokens by which a person with these names is found."""
    return words_and_sounds(names.given_names, names.family_name, names.own_script, names.called_by)


def end_of_beginning(word: str) -> str:
    """Return the first string after all strings that begin with `word`, by code point: word <= t < end."""
    last = ord(word[-1])
    following = _FIRST_AFTER if last == _LAST_BEFORE_SURROGATES else last + 1
    return word[:-1] + chr(following)

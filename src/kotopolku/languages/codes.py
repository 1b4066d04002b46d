"""The fifteen languages of the pages: code, address word, own name, direction, fallbacks.

Plain Finnish (selkosuomi) is treated as a language of its own: readers choose it like one. "Kurdish" is never
one choice: Sorani and Kurmanji have two scripts and two vocabularies. Languages that only people have are in
`names`.
"""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the pages.

    `code` is the tag written in `lang` attributes and in the database; `path` the word in an address;
    `own_name` what its readers call it, as it stands in the language list; `folder` its catalogue folder
    under `locale/`; `fallbacks` the codes tried in turn when a text is missing. Every chain ends in Finnish,
    the language in which every text exists.
    """

    code: str
    path: str
    own_name: str
    direction: Direction
    folder: str
    fallbacks: tuple[str, ...]

    @property
    def chain(self) -> tuple[str, ...]:
        """Return the codes in the order in which a text is looked for, this language first."""
        return (self.code, *self.fallbacks)


def _language(
    code: str, own_name: str, *, direction: Direction = "ltr", via: tuple[str, ...] = ("en",)
) -> Language:
    return Language(code, code, own_name, direction, code, (*via, "fi"))


# The order of the language list: the national languages and English, then by speakers in the area, Ukrainian
# first among them because it has grown most since the figures of 2019.
UI_LANGUAGES: tuple[Language, ...] = (
    Language("fi", "fi", "Suomi", "ltr", "fi", ()),
    Language("fi-x-selko", "selko", "Selkosuomi", "ltr", "fi_X-selko", ("fi",)),
    _language("sv", "Svenska", via=()),
    _language("en", "English", via=()),
    _language("uk", "Українська"),
    _language("ru", "Русский"),
    _language("et", "Eesti"),
    _language("ar", "العربية", direction="rtl"),
    _language("ckb", "کوردی (سۆرانی)", direction="rtl"),
    _language("kmr", "Kurdî (kurmancî)"),
    _language("sq", "Shqip"),
    _language("so", "Soomaali"),
    _language("fa", "فارسی", direction="rtl"),
    _language("prs", "دری", direction="rtl", via=("fa", "en")),
    _language("tr", "Türkçe"),
)
CLIENT_LANGUAGES: tuple[Language, ...] = UI_LANGUAGES
STAFF_LANGUAGES: tuple[Language, ...] = tuple(
    language for language in UI_LANGUAGES if language.code in {"fi", "sv", "en"}
)

_BY_CODE = {language.code: language for language in UI_LANGUAGES}
_BY_PATH = {language.path: language for language in UI_LANGUAGES}


def by_code(code: str) -> Language:
    """Return the language of a code such as `fi-x-selko`, in any letter case.

    Raises `KeyError` for a code outside the fifteen.
    """
    return _BY_CODE[code.lower()]


def by_path(path: str) -> Language:
    """Return the language of an address word such as `selko`; raises `KeyError` for any other word."""
    return _BY_PATH[path]


def is_ui_language(code: str) -> bool:
    """Tell whether pages exist in this language."""
    return code.lower() in _BY_CODE

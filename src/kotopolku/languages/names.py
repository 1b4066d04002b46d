"""Äidinkieli ja muut kielitiedot: the languages people have, and their names in the languages of the pages.

A person's languages are facts and go far beyond the fifteen. Codes are ISO 639-1 where there is one, else ISO
639-3; the register's old "Serbo-Croatian" (`sh`) is kept as it came.
"""

from babel import Locale, UnknownLocaleError

from kotopolku.languages.codes import by_code, is_ui_language

# Asked most often in the area first; the rest of the world's languages are valid facts too (`is_language`).
_COMMON = (
    "fi sv en uk ru et ar ckb kmr sq so fa prs tr ro pl bs hr sr sh vi th es zh yue bn ps ur hi ti am fr pt "
    "de it hu bg lt lv ka hy az uz tg ky kk ne si ta te ml pa my tl id sw rw rn ln om aa wo yo ig ha mk "
    "rom fse fss"
)
COMMON_LANGUAGES: tuple[str, ...] = tuple(_COMMON.split())
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "prs", "ps", "ur", "he", "yi", "sd", "ug", "dv", "syr"})

# What Babel does not know or calls by a name that its speakers would not choose.
_HAND_MADE: dict[str, dict[str, str]] = {
    "fi-x-selko": {"fi": "selkosuomi", "sv": "lättläst finska", "en": "plain Finnish"},
    "prs": {"fi": "dari", "sv": "dari", "en": "Dari", "fa": "دری", "ps": "دري", "ru": "дари", "uk": "дарі"},
    "kmr": {"fi": "kurdi (kurmandži)", "sv": "kurdiska (kurmanji)", "en": "Kurdish (Kurmanji)"},
    "ckb": {"fi": "kurdi (sorani)", "sv": "kurdiska (sorani)", "en": "Kurdish (Sorani)"},
    "fse": {"fi": "suomalainen viittomakieli", "sv": "finskt teckenspråk", "en": "Finnish Sign Language"},
    "fss": {"fi": "suomenruotsalainen viittomakieli", "sv": "finlandssvenskt teckenspråk"},
    "sh": {"fi": "serbokroatia", "sv": "serbokroatiska", "en": "Serbo-Croatian"},
    "rom": {"fi": "romani", "sv": "romani", "en": "Romani"},
    "ps": {"fi": "paštu", "sv": "pashto", "en": "Pashto"},
    "bn": {"fi": "bengali", "sv": "bengali", "en": "Bengali"},
    "yue": {"fi": "kantoninkiina", "sv": "kantonesiska", "en": "Cantonese"},
}
# Babel keeps Dari under another name; plain Finnish is not in it and follows its chain to Finnish.
_LOCALES = {"prs": "fa_AF"}


def is_language(code: str) -> bool:
    """Tell whether a person can have this language: ISO 639-1, ISO 639-3 or one of the fifteen."""
    return code in _HAND_MADE or is_ui_language(code) or _iso_name(code) is not None


def language_name(code: str, in_language: str = "fi") -> str:
    """Return the language's name in another language, as it stands inside a sentence ("somali", "Somali").

    Falls back along the reader's language chain and then to English; a code nobody knows comes back
    unchanged, so that a fact is never lost from a page.
    """
    chain = by_code(in_language).chain if is_ui_language(in_language) else (in_language, "en")
    for reader in (*chain, "en"):
        name = _HAND_MADE.get(code, {}).get(reader) or _babel_name(code, reader)
        if name:
            return name
    return _iso_name(code) or code


def own_name(code: str) -> str:
    """Return what the speakers call the language; the English name where their own is not known."""
    if is_ui_language(code):
        return by_code(code).own_name
    return _babel_name(code, code) or language_name(code, "en")


def direction_of(code: str) -> str:
    """Return `rtl` or `ltr`: how a text in this language runs, also outside the fifteen."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


def choices(in_language: str = "fi") -> list[tuple[str, str]]:
    """Return `(code, name)` of the languages offered in forms: the commonest of the area first."""
    return [(code, language_name(code, in_language)) for code in COMMON_LANGUAGES]


def _babel_name(code: str, reader: str) -> str | None:
    if code in _HAND_MADE and reader in {"fi", "sv", "en"}:
        return None
    try:
        locale = Locale.parse(_LOCALES.get(reader, reader))
    except (UnknownLocaleError, ValueError):
        return None
    return locale.languages.get(code)


def _iso_name(code: str) -> str | None:
    import pycountry  # read on first use: its tables are large and most pages never need them

    key = {2: "alpha_2", 3: "alpha_3"}.get(len(code))
    found = pycountry.languages.get(**{key: code}) if key else None
    return str(found.name) if found else None

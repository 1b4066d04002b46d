"""What Django must be told about languages it does not know; `settings` reads the values and calls `install`.

Django silently treats a language without a compiled catalogue as absent and shows it in Finnish, so `dev.py`
compiles the catalogues before anything starts (`languages.catalogues.compile_all`).
"""

from pathlib import Path

from django.conf import locale as django_locale

from kotopolku.languages.codes import UI_LANGUAGES

_REPOSITORY = Path(__file__).resolve().parents[3]

LANGUAGES: list[tuple[str, str]] = [(language.code, language.own_name) for language in UI_LANGUAGES]
LANGUAGES_BIDI: list[str] = [language.code for language in UI_LANGUAGES if language.direction == "rtl"]
# The second folder holds plural texts taken from a language that counts by another rule (see `compiling`).
LOCALE_PATHS: list[Path] = [_REPOSITORY / "locale", _REPOSITORY / "locale" / "borrowed"]
FORMAT_MODULE_PATH: list[str] = ["kotopolku.languages.formats"]

LANG_INFO: dict[str, dict[str, object]] = {
    language.code: {
        "bidi": language.direction == "rtl",
        "code": language.code,
        "name": english,
        "name_local": language.own_name,
    }
    for language in UI_LANGUAGES
    for english in (
        {"fi-x-selko": "Plain Finnish", "kmr": "Kurmanji", "prs": "Dari", "so": "Somali"}.get(language.code),
    )
    if english is not None
}


def install() -> None:
    """Make Django know Dari, Kurmanji, Somali and plain Finnish; harmless when called again."""
    django_locale.LANG_INFO.update(LANG_INFO)

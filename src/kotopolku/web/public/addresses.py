"""The words of public addresses: the language first, then English words (`/selko/services/general-guidance/`)."""

from kotopolku.languages.codes import Language, by_path


class LanguageWord:
    """Path converter of the first word of an address; any word outside the fifteen is no address at all (404)."""

    regex = "[a-z]{2,5}"

    def to_python(self, value: str) -> Language:
        """Return the language of the word; raises ValueError, which Django takes as "no such address"."""
        try:
            return by_path(value)
        except KeyError as fault:
            raise ValueError(value) from fault

    def to_url(self, value: Language | str) -> str:
        """Return the word of a language."""
        return value.path if isinstance(value, Language) else value


def in_language(path: str, language: Language) -> str:
    """Return the same page in another language; the front page when `path` has no language word of its own."""
    first, _, rest = path.lstrip("/").partition("/")
    try:
        by_path(first)
    except KeyError:
        return f"/{language.path}/"
    return f"/{language.path}/{rest}"

"""The forms of a page as a browser would send them, so that a test can fill every field without knowing its name."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

DAYS = ("_on", "_from", "_until", "_date", "_day", "until", "-on")
OTHER_WORDS = ("email", "identity_code", "hours_week", "username", "password")


@dataclass(kw_only=True)
class PageForm:
    """One POST form: where it goes, its fields as they stand, and which of them take any words."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)

    def filled(self, text: str, *, everywhere: bool = False) -> dict[str, list[str]]:
        """Return the form with `text` in every field of words, or in every field there is."""
        return self.values | {name: [text] for name in (self.values if everywhere else self.words)}


def forms_on(page: str, *, url: str, day: str) -> list[PageForm]:
    """Return the POST forms of a page; days that stand empty become `day`, an open choice its first answer."""
    reader = _Reader(url, day)
    reader.feed(page)
    return reader.forms


class _Reader(HTMLParser):
    def __init__(self, url: str, day: str) -> None:
        super().__init__()
        self.url, self.day = url, day
        self.forms: list[PageForm] = []
        self.form: PageForm | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "get").lower() == "post":
            self.form = PageForm(action=urljoin(self.url, given.get("action", "")))
            self.forms.append(self.form)
        elif self.form is not None:
            self._field(self.form, tag, given)

    def handle_endtag(self, tag: str) -> None:
        self.form = None if tag == "form" else self.form
        self.select = "" if tag == "select" else self.select

    def _field(self, form: PageForm, tag: str, given: dict[str, str]) -> None:
        name, value, kind = given.get("name", ""), given.get("value", ""), given.get("type", "text")
        if tag == "select":
            self.select = name
            form.values.setdefault(name, [""])
        elif tag == "option" and self.select:
            if form.values[self.select] == [""] and value:
                form.values[self.select] = [value]
        elif not name or name == "csrfmiddlewaretoken" or "__prefix__" in name:
            return
        elif tag == "textarea":
            self._words(form, name)
        elif tag == "button" or kind in {"radio", "checkbox"}:
            if not name.endswith("-DELETE") and name != "add":
                form.values.setdefault(name, [value or "on"])
        elif tag == "input":
            if kind == "hidden" or name.endswith(OTHER_WORDS) or kind == "number":
                form.values[name] = [value]
            elif name.endswith(DAYS):
                form.values[name] = [value or self.day]
            else:
                self._words(form, name)

    @staticmethod
    def _words(form: PageForm, name: str) -> None:
        form.values[name] = [""]
        form.words.append(name)

"""Somebody who tries everything: follows every link, then writes hostile values into every field of every form.

The order is drawn by a seed and the number of requests is a budget, so that a run can be repeated and never grows.
Each form is sent inside a savepoint that is undone, so that one attempt does not take the next one's ground away.
"""

import random
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from time import monotonic
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from kotopolku.letters.tests.test_files import pdf

SUM = 191919 * 7
HOSTILE: dict[str, Any] = {
    "sql": "'; DROP TABLE person; --",
    "sql_or": "1' OR '1'='1",
    "script": "\"'><script>alert('kp7')</script><img src=x onerror=alert(7)>",
    "link": "javascript:alert(7)",
    "template": "{{191919*7}}{% debug %}${191919*7}#{191919*7}",
    "path": "../../../../etc/passwd",
    "head": "x\r\nSet-Cookie: kp7=1",
    "address": "//evil.example/kp7",
    "long": "ä" * 20_000,
    "oversized": "x" * (3 * 1024 * 1024),
    "not_utf8": b"\xff\xfe\xc3\x28",
    "nul": "a\x00b",
    "minus": "-1",
    "digits": "9" * 400,
    "float": "1e309",
    "day": "2026-99-99",
    "first_day": "0001-01-01",
    "json": '{"a": [1]}',
    "direction": "\u202egnirts\u2066",
    "half": "\ud83d".encode("utf-8", "surrogatepass"),
    "empty": "",
}
USUAL = frozenset({200, 204, 302, 400, 403, 404, 405, 409, 413, 422, 429})
#: A file that is taken, so that its name is looked at.
PDF = pdf()
#: What ends the session under which the rest is tried, or is another's business.
LEFT_ALONE = frozenset({"sign_out", "own:session_end", "own:sessions_end", "choose_duty"})
LEAKS = (
    re.compile(rb"<script>alert\('kp7'"),
    re.compile(rb"<img src=x onerror"),
    re.compile(rb"""(?:href|src|action)=["']?\s*javascript:"""),
    re.compile(str(SUM).encode()),
    re.compile(rb"root:x:0:0"),
    re.compile(rb"Traceback \(most recent call last\)"),
    re.compile(rb"(?:ProgrammingError|DataError|SyntaxError|psycopg)"),
)


@dataclass(kw_only=True)
class Form:
    """A form as it stands on a page: where it goes, how, and its fields as they are."""

    action: str
    method: str
    upload: bool = False
    fields: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    @property
    def names(self) -> list[str]:
        """Names of everything that can be sent."""
        return [*self.fields, *sorted(self.files)]


@dataclass(kw_only=True)
class Told:
    """What a walk found: faults by what was asked, and how many of which answer."""

    faults: dict[str, str] = field(default_factory=dict)
    answers: Counter[int] = field(default_factory=Counter)
    pages: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    uploads: int = 0  # forms sent with files


class _Page(HTMLParser):
    def __init__(self, url: str, page: str) -> None:
        super().__init__()
        self.url, self.links, self.forms = url, dict[str, None](), list[Form]()
        self.form: Form | None = None
        self.named: dict[str, Form] = {}
        self.select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href"):
            self.links[urljoin(self.url, given["href"]).partition("#")[0]] = None
        elif tag == "form":
            self.form = Form(
                action=urljoin(self.url, given.get("action") or self.url).partition("#")[0],
                method=given.get("method", "get").lower(),
                upload=given.get("enctype") == "multipart/form-data",
            )
            self.forms.append(self.form)
            self.named[given.get("id", "")] = self.form
        else:
            self._field(tag, given)

    def handle_endtag(self, tag: str) -> None:
        self.form = None if tag == "form" else self.form
        self.select = "" if tag == "select" else self.select

    def _field(self, tag: str, given: dict[str, str]) -> None:
        form = self.named.get(given["form"]) if "form" in given else self.form
        if form is None:
            return
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "select":
            self.select = name
            form.fields.setdefault(name, [""])
        elif tag == "option" and self.select:
            if value and ("selected" in given or form.fields[self.select] == [""]):
                form.fields[self.select] = [value]
        elif given.get("type") == "file" and name:
            form.files.add(name)
        elif tag in {"input", "textarea", "button"} and name and name != "csrfmiddlewaretoken":
            form.fields.setdefault(name, [value])


@contextmanager
def undone() -> Any:
    """Undo what is done inside; a test may nest it although the program's own transactions are the outermost."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


@dataclass(kw_only=True)
class Crawler:
    """One visitor with a session (or none), a seed and a budget of requests and seconds."""

    client: Client
    secrets: Sequence[str]
    foreign: Sequence[str]
    rooms: tuple[str, ...]
    requests: int
    seconds: float
    seed: int = 7
    alike: int = 2  # pages of one route that are looked at, and forms of one kind that are tried
    told: Told = field(default_factory=Told)

    def __post_init__(self) -> None:
        self.client.raise_request_exception = False
        self.draw = random.Random(self.seed)
        route("/")  # the map of addresses is loaded before the clock starts
        self.until = monotonic() + self.seconds

    @property
    def spent(self) -> bool:
        """True when the budget is used up."""
        return self.told.answers.total() >= self.requests or monotonic() >= self.until

    def walk(self, starts: Iterable[str]) -> list[Form]:
        """Follow every link from the starts; return one or two forms of each kind."""
        todo, seen, kinds = deque(starts), set[str](), defaultdict[str, int](int)
        forms: list[Form] = []
        share = self.requests // 3
        while todo and not self.spent and self.told.answers.total() < share:
            url = todo.popleft()
            name = route(url)
            # of one route and one set of query names, a few
            kind = f"{name}?{','.join(sorted(re.findall(r'[?&]([^=&]+)=', url)))}"
            if url in seen or not self._mine(url) or kinds[kind] >= self.alike:
                continue
            seen.add(url)
            kinds[kind] += 1
            answer = self._asked(f"GET {url}", lambda url=url: self.client.get(url))
            self.told.pages.add(name)
            if answer is None or not is_page(answer):
                if answer is not None and answer.status_code == 302:
                    todo.append(urljoin(url, answer.headers["Location"]))
                continue
            page = _Page(url, answer.content.decode())
            todo.extend(page.links)
            for form in page.forms:
                kind = f"{form.method} {route(form.action)} {','.join(sorted(form.fields))}"
                if (
                    self._mine(form.action)
                    and kinds[kind] < self.alike
                    and route(form.action) not in LEFT_ALONE
                ):
                    kinds[kind] += 1
                    forms.append(form)
                    self.told.forms.add(kind)
        return forms

    def attack(self, forms: Sequence[Form]) -> None:
        """Send every form with a hostile value in all its fields, then field by field, until the budget is spent."""
        attempts = [(form, "*", kind) for form in forms for kind in [*HOSTILE, "foreign"]]
        attempts += [
            (form, name, kind) for form in forms for name in form.names for kind in [*HOSTILE, "foreign"]
        ]
        whole = sum(1 for _form, name, _kind in attempts if name == "*")
        first, rest = attempts[:whole], attempts[whole:]
        self.draw.shuffle(first)
        self.draw.shuffle(rest)
        for form, name, kind in first + rest:
            if self.spent:
                return
            self._send(form, name, kind)

    def _send(self, form: Form, name: str, kind: str) -> None:
        value = self.draw.choice(self.foreign) if kind == "foreign" else HOSTILE[kind]
        fields = {one: [value] if name in {"*", one} else values for one, values in form.fields.items()}
        if kind == "oversized" and not fields:
            return
        body, sent_as = urlencode(fields, doseq=True), "application/x-www-form-urlencoded"
        what = f"{form.method.upper()} {form.action} {name}={kind}"
        with undone():
            if form.method == "get":
                if len(body) < 60_000:
                    url = f"{form.action.partition('?')[0]}?{body}"
                    self._asked(what, lambda: self.client.get(url))
                return
            if form.upload:
                self.told.uploads += 1
                body, sent_as = self._multipart(form, fields, name=name, value=value)
            answer = self._asked(
                what,
                lambda: self.client.post(form.action, body, content_type=sent_as),
            )
            if answer is not None and answer.status_code == 302:
                url = urljoin(form.action, answer.headers["Location"])
                if urlsplit(url).netloc:
                    self.told.faults[what] = f"leads away to {url}"
                elif self._mine(url):
                    self._asked(f"{what}, then {route(url)}", lambda: self.client.get(url))

    def _multipart(self, form: Form, fields: Any, *, name: str, value: Any) -> tuple[bytes, str]:
        """Write the body by hand: a browser would escape the name of a file, and who attacks does not."""
        parts = [(f'name="{one}"', _bytes(each)) for one, values in fields.items() for each in values]
        for one in sorted(form.files):
            hostile = name in {"*", one}
            content = self.draw.choice([PDF, _bytes(value)]) if hostile else PDF
            called = _bytes(value)[:2000] if hostile else b"paperi.pdf"
            parts.append(
                (
                    b'name="%s"; filename="%s"\r\nContent-Type: application/pdf' % (one.encode(), called),
                    content,
                )
            )
        body = b"".join(
            b"--kp7\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n" % (_bytes(head), content)
            for head, content in parts
        )
        return body + b"--kp7--\r\n", "multipart/form-data; boundary=kp7"

    def _mine(self, url: str) -> bool:
        return not urlsplit(url).netloc and urlsplit(url).path.startswith(self.rooms)

    def _asked(self, what: str, ask: Any) -> Any:
        """Ask once; keep what is wrong with the answer."""
        from django.db import Error

        try:
            answer = ask()
        except Error as fault:
            self.told.faults[what] = repr(fault)[:200]
            return None
        self.told.answers[answer.status_code] += 1
        fault = self._wrong(answer)
        if fault:
            self.told.faults[what] = fault
        return answer

    def _wrong(self, answer: Any) -> str:
        if answer.status_code not in USUAL:
            info = getattr(answer, "exc_info", None)
            return f"{answer.status_code} {info[1]!r}"[:300] if info else f"{answer.status_code}"
        if "kp7" in answer.headers.get("Set-Cookie", "") or "kp7" in answer.cookies:
            return "a header was written by the visitor"
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        leak = next((one.pattern for one in LEAKS if is_page(answer) and one.search(body)), None)
        if leak:
            return f"shows {leak!r}"
        if is_page(answer):
            shown = next((one for one in self.secrets if one.encode() in body), None)
            if shown:
                return f"tells of others: {shown}"
        return ""


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def is_page(answer: Any) -> bool:
    return str(answer.headers.get("Content-Type", "")).startswith("text/html")


def route(url: str) -> str:
    """Return the name of the route at an address."""
    try:
        return resolve(urlsplit(url).path).view_name or "?"
    except (Resolver404, ValueError):
        return "nowhere"

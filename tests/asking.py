"""All that a duty can be answered in a world: every route, every filter by each of its values, every search."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from html.parser import HTMLParser
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit
from uuid import UUID

from django.test import Client
from django.urls import NoReverseMatch, reverse

from kotopolku.audit.actor import Actor, Role
from kotopolku.cli.postgres import Server
from kotopolku.web.route_table import NOT_THERE, SIGN_IN, TABLE, routes
from tests.database import rolled_back
from tests.desk import client_of
from tests.two_worlds import MUNICIPALITIES, NOBODY, PHONE, World


def in_both(
    server: Server, world: World, actor: Actor | None, *, deep: int = 2, only: Collection[str] = ()
) -> tuple[dict[str, str], dict[str, str]]:
    """Return all that a duty is answered in the one world and in the other; nothing that was asked stays."""
    said = []
    for name in world.databases:
        with rolled_back(server, name):
            said.append(answers(world, actor, deep=deep, only=only))
    return said[0], said[1]


MOST_VALUES = len(MUNICIPALITIES) + 5
NO_VALUES = ("777777", "nonsense")


class _Choices(HTMLParser):
    """Every GET form of a page with the values its fields can take, and every link with a query."""

    def __init__(self, url: str, page: str, homes: Collection[str]) -> None:
        super().__init__()
        self.url, self.homes, self.found, self.links = url, homes, list[str](), list[str]()
        self.fields: dict[str, list[str | None]] | None = None
        self.action = self.select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "get").lower() == "get":
            self.fields = {}
            self.action = urljoin(self.url, given.get("action", "")).partition("?")[0]
        elif tag == "a" and "?" in given.get("href", ""):
            self.links.append(urljoin(self.url, given["href"]).partition("#")[0])
        elif self.fields is not None:
            if tag == "select":
                self.select = given.get("name", "")
                self.fields[self.select] = ["", *NO_VALUES]
            elif tag == "option" and self.select:
                self.fields[self.select].append(given.get("value", ""))
            elif tag == "input" and given.get("name"):
                # A box is ticked or not sent at all; None leaves it out.
                boxes = [None] if given.get("type") == "checkbox" else []
                self.fields[given["name"]] = [*boxes, given.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        elif tag == "form" and self.fields is not None:
            fields = {name: _some(values) for name, values in self.fields.items()}
            for combination in _combinations(fields, self.homes):
                sent = [one for one in combination.items() if one[1] is not None]
                self.found.append(f"{self.action}?{urlencode(sent)}")
            self.fields = None


def _combinations(
    fields: Mapping[str, list[str | None]], homes: Collection[str]
) -> Iterator[dict[str, str | None]]:
    """Yield a form with every value of each field by itself, and beside the municipality where the family lives.

    A filter that told would have the family there in the first world and not in the second, so no other municipality
    needs company. Further fields stay as they are: filters narrow each other, and an empty list tells nothing.
    """
    usual = {name: values[0] for name, values in fields.items()}
    places = [
        {name: value} for name in fields if "municipality" in name for value in fields[name] if value in homes
    ]
    for place in ({}, *places):
        for name, values in fields.items():
            for value in () if name in place else values:
                if not (place and value in NO_VALUES):
                    yield {**usual, name: value, **place}


def _some(values: list[str | None]) -> list[str | None]:
    """Return the values once each; of a long list (colleagues) the ends, of a short one (municipalities) all."""
    once = list(dict.fromkeys(values))
    return once if len(once) <= MOST_VALUES else [*once[: MOST_VALUES - 2], *once[-2:]]


class _Files(HTMLParser):
    """Every form of a page that gives the list on it as a file: where to, and what is sent by each of its buttons."""

    def __init__(self, url: str, page: str) -> None:
        super().__init__()
        self.url, self.found = url, list[tuple[str, dict[str, str]]]()
        self.action, self.hidden = "", dict[str, str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = urljoin(self.url, given.get("action", ""))
            self.action = action if action.endswith("/export/") else ""
            self.hidden = {}
        elif (
            self.action
            and tag == "input"
            and given.get("name", "csrfmiddlewaretoken") != "csrfmiddlewaretoken"
        ):
            self.hidden[given["name"]] = given.get("value", "")
        elif self.action and tag == "button":
            button = {given["name"]: given.get("value", "")} if given.get("name") else {}
            self.found.append((self.action, self.hidden | button))


class _News:
    """What was asked already, so that an address is asked only for something new.

    New is a page, a set of names in the query of a kind of page, a value of one of them, and a value beside the
    municipality where the family lives.
    """

    def __init__(self, homes: Collection[str]) -> None:
        self.homes, self.known = homes, set[tuple[str, ...]]()

    def in_(self, url: str) -> bool:
        parts = urlsplit(url)
        query = sorted(set(parse_qsl(parts.query)))
        kind = _NEW.sub("/ID/", parts.path)
        told = {(kind, *(name for name, _value in query))} if query else {(parts.path,)}
        told |= {(kind, name, "=", value) for name, value in query}
        if any("municipality" in name and value in self.homes for name, value in query):
            told |= {(kind, name, "=", value, "at home") for name, value in query}
        fresh = bool(told - self.known)
        self.known |= told
        return fresh


def asked_of(world: World, actor: Actor | None, *, only: Collection[str] = ()) -> tuple[list[str], list[str]]:
    """Return every address of the staff's rooms to get, and to post to: with the family's ids, else with nobody's.

    Posted is once to a route, about the mother. Where the role is to be answered as if there were no such route
    (tests/test_routes.py holds it to that), once is enough.
    """
    gets, posts = dict[str, None](), dict[str, None]()
    for row in TABLE:
        if not row.space or row.space.startswith(
            "api"
        ):  # another system comes with a key, not with a session
            continue
        if only and row.name not in only:
            continue
        *real, nobodys = [
            _address(row.name, row.thing, ids) for ids in (world.things if row.thing else ({},))
        ]
        addresses = [one for one in dict.fromkeys(real) if one != nobodys] or [nobodys]
        there = row.answers[actor.role if actor else Role.PUBLIC] not in (NOT_THERE, SIGN_IN)
        gets |= dict.fromkeys(addresses if there else addresses[:1])
        posts |= dict.fromkeys(addresses[:1] if there else ())
    return [one for one in gets if one.startswith(_ROOMS)], [one for one in posts if one.startswith(_ROOMS)]


def outside_of(world: World) -> list[str]:
    """Return every address that somebody without a session comes to: of links with their secrets, of public pages.

    Addresses that take a word of their own are asked with a municipality's: they know no clients.
    """
    found = dict[str, None]()
    for name, written in routes():
        if name != "packet_link" and not name.startswith("public:"):
            continue
        known = {
            "language": "fi",
            "ticket_id": world.mother.ticket,
            "secret": world.links.get(name, "nobodys"),
        }
        taken = re.findall(r"<(?:\w+:)?(\w+)>", written)
        found[reverse(name, kwargs={one: known.get(one, "raisio") for one in taken})] = None
    return list(found)


def outside_answers(world: World, client: Client) -> dict[str, str]:
    """Return what is answered at each address outside the rooms, got and posted to."""
    return {
        f"{way} {url}": _alike(client.get(url) if way == "GET" else client.post(url))
        for url in outside_of(world)
        for way in ("GET", "POST")
    }


def _address(name: str, thing: str, ids: Mapping[str, UUID | None]) -> str:
    """Return the route's address with the family's id, or for things that are nobody's (a duty, a letter) any id."""
    for parts in ([ids.get(thing) or NOBODY], [1]) if thing else ([],):
        with suppress(NoReverseMatch):
            return reverse(name, args=parts)
    return reverse(name, args=["nobodys"])  # the secret of a link


def answers(
    world: World, actor: Actor | None, *, deep: int = 2, only: Collection[str] = ()
) -> dict[str, str]:
    """Return all a duty is answered: each route got and posted to, each filter by each of its values, each search.

    Links with a query are followed `deep` times, wherever they ask something new. What must differ between two
    requests is written alike. `only` chooses some by their names.
    """
    client = client_of(actor) if actor else Client()
    said: dict[str, str] = {}
    gets, posts = asked_of(world, actor, only=only)
    homes = ("raisio", MUNICIPALITIES["raisio"], str(world.places["raisio"]))
    news = _News(homes)
    todo = [(url, 0) for url in gets if news.in_(url)]
    for url, depth in todo:
        got = client.get(url)
        said[f"GET {url}"] = _alike(got)
        if depth < deep and got.status_code == 200 and _is_page(got):
            choices = _Choices(url, got.content.decode(), homes)
            # What a form can choose is tried where it is met first; further on only the links are followed.
            more = chain(choices.found if depth == 0 else (), sorted(choices.links))
            for action, sent in _Files(url, got.content.decode()).found:
                asked = f"{action}?{urlencode(sorted(sent.items()))}"
                if news.in_(asked):
                    said[f"FILE {asked}"] = _alike(client.post(action, sent))
            todo += [
                (one, depth + 1) for one in more if urlsplit(one).path.startswith(_ROOMS) and news.in_(one)
            ]
    for url in posts:
        said[f"POST {url}"] = _alike(client.post(url))
    if actor is not None and actor.sees_clients:
        for words in ("Rana", "Al-Jabiri", "14.2.1994", "Yasin", "Avoin", "Raisio", "Salakatu", PHONE):
            said[f"FIND {words}"] = _alike(client.post(reverse("desk:find"), {"q": words}))
    return said


VARY = frozenset({"Location", "Content-Length", "Set-Cookie", "Expires"})
_ROOMS = ("/desk/", "/office/", "/partner/")
_DIFFERENT = (
    (re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"'), "CSRF"),
    (re.compile(r"'?nonce-[A-Za-z0-9+/=_-]+'?|nonce=\"[^\"]+\""), "NONCE"),
    (re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}\.\d{2}(?:\.\d{2})?\b"), "WHEN"),
    (re.compile(r"\bklo.\d{1,2}\.\d{2}"), "WHEN"),
    # a paper's own day of making, and the digest of the file
    (re.compile(r"D:\d{14}[Z+\-0-9']*|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[Z+\-0-9:]*"), "WHEN"),
    (re.compile(r"/ID ?\[[^\]]*\]|[A-Za-z0-9+/]{22}=="), "DIGEST"),
)
_SLIP = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}(?=</bdi>)")  # a code nobody can guess, made anew each time
_WAITED = re.compile(r"Odottanut \d+")  # by the database's clock
_NEW = re.compile(r"/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")


def _is_page(answer: Any) -> bool:
    return str(answer.headers.get("Content-Type", "")).startswith("text/html")


def _alike(answer: Any) -> str:
    """Return status, headers and page, with what is random in each answer left out."""
    headers = sorted(f"{name}: {value}" for name, value in answer.headers.items() if name not in VARY)
    where = _NEW.sub("/ID/", answer.headers.get("Location", ""))
    text = f"{answer.status_code} {where}\n" + "\n".join(headers) + "\n\n"
    text += answer.content.decode() if _is_page(answer) else _in_file(answer.content)
    number = getattr(answer, "context", None) and answer.context.get("number")
    if number:
        text = text.replace(str(number), "NUMBER")
    for pattern, word in (*_DIFFERENT, (_SLIP, "SLIP"), (_WAITED, "WAITED")):
        text = pattern.sub(word, text)
    return text


def _in_file(content: bytes) -> str:
    """Return a file as text: a spreadsheet's parts unpacked, so that what is in its cells can be read."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(packed.read(name).decode() for name in sorted(packed.namelist()))
    with suppress(UnicodeDecodeError):
        return content.decode()
    return content.decode("latin-1")


def differences(one: dict[str, str], other: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Return what was asked and answered differently, with the first parts that differ."""
    found = {}
    for asked in sorted(one.keys() | other.keys()):
        first, second = one.get(asked, "not asked"), other.get(asked, "not asked")
        if first != second:
            pairs = zip(re.split(r"(?<=>)", first), re.split(r"(?<=>)", second), strict=False)
            found[asked] = [(a, b) for a, b in pairs if a != b][:2]
    return found

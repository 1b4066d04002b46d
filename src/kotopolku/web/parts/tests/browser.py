"""A browser page without a server: every address is answered from the sources, under the program's own policy."""

import mimetypes
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import RequestFactory
from django.utils.csp import build_policy
from playwright.sync_api import Page, Route

from kotopolku.web.parts.gallery.view import gallery

ADDRESS = "http://parts.test"


def unchanged(html: str) -> str:
    """Return the page as it is."""
    return html


def serve(
    page: Page,
    *,
    forms: str = "",
    answers: dict[str, int] | None = None,
    change: Callable[[str], str] = unchanged,
) -> list[str]:
    """Answer the page's requests; return the list of what the browser complained about, which fills up later.

    `forms` is markup put at the beginning of the gallery's main part; `answers` maps addresses of posts to the status
    they get; `change` rewrites the page before it is sent.
    """
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def answer(route: Route) -> None:
        parts = urlsplit(route.request.url)
        if route.request.method == "POST":
            route.fulfill(status=(answers or {}).get(parts.path, 204))
        elif parts.path.startswith(settings.STATIC_URL):
            found = finders.find(parts.path.removeprefix(settings.STATIC_URL))
            if found is None:
                route.fulfill(status=404)
                return
            kind = mimetypes.guess_type(parts.path)[0] or "application/octet-stream"
            route.fulfill(body=Path(str(found)).read_bytes(), content_type=kind)
        else:
            html = gallery(RequestFactory().get(f"/parts/?{parts.query}")).content.decode()
            html = re.sub(r"(<main[^>]*>)", lambda main: main.group(1) + forms, html, count=1)
            html = change(html)
            policy = build_policy(settings.SECURE_CSP)
            route.fulfill(body=html, content_type="text/html", headers={"Content-Security-Policy": policy})

    page.route("**/*", answer)
    return complaints

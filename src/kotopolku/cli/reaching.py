"""Whether addresses on the web answer: asked once each, a few at a time, and never believed about more than that."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

AT_ONCE = 4
PATIENCE = 15  # seconds
_HEADERS = {"User-Agent": "Kotopolku link check", "Accept": "text/html,*/*"}


def faults_of(urls: Iterable[str]) -> dict[str, str]:
    """Ask each address and return what is wrong by address; one that answers is not there."""
    asked = tuple(urls)
    with ThreadPoolExecutor(max_workers=AT_ONCE) as workers:
        answers = workers.map(_fault, asked)
        return {url: fault for url, fault in zip(asked, answers, strict=True) if fault}


def _fault(url: str) -> str:
    try:
        request = urllib.request.Request(url, headers=_HEADERS)  # noqa: S310 - the schema lets only https in
        with urllib.request.urlopen(request, timeout=PATIENCE):  # noqa: S310 - as above
            return ""
    except urllib.error.HTTPError as fault:
        return f"answers {fault.code}"
    except (urllib.error.URLError, OSError, ValueError) as fault:
        return f"does not answer: {getattr(fault, 'reason', fault)}"

"""Tehty: what just happened and how it is undone, said once on the next page (ui: Toast and undo).

It waits in the session, so the words hold nothing personal about a client. Errors never come this way.
"""

from django.http import HttpRequest

from kotopolku.web.parts.shapes import Toast

_KEY = "done"


def say_done(request: HttpRequest, text: str, *, undo_url: str = "", **fields: str) -> None:
    """Say the text on the next page; `undo_url` takes a POST with the fields, empty: there is no undo."""
    request.session[_KEY] = {"text": text, "undo_url": undo_url, "fields": fields}


def what_was_done(request: HttpRequest) -> Toast | None:
    """Return what the page before left to be said, once."""
    said = request.session.pop(_KEY, None) if _KEY in request.session else None
    if said is None:
        return None
    return Toast(text=said["text"], undo_url=said["undo_url"], hidden_fields=said["fields"])

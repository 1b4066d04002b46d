"""Videohuone: the address of a room that nobody can guess, on the video service of the area (Jitsi or one like it)."""

import re
import secrets
from urllib.parse import urlsplit

_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""No letter that sounds or looks like another figure: the address may be read aloud by telephone."""

_GROUPS, _GROUP = 5, 4  # 20 signs of 31: 99 bits


class WrongVideo(ValueError):
    """The address of the video service cannot be used; the message says what it must look like."""


def video_from(url: str) -> str:
    """Return the address of the service, ending in a slash; raises WrongVideo."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise WrongVideo("it must look like https://video.example.fi/ or https://video.example.fi/rooms/")
    if not re.fullmatch(r"[\w./~-]*", parts.path, re.ASCII):
        raise WrongVideo("its path may hold letters, digits, dots, hyphens and slashes only")
    return url.rstrip("/") + "/"


def new_room(service: str) -> str:
    """Return the address of a fresh room; its name says nothing about anybody."""
    groups = ("".join(secrets.choice(_SIGNS) for _sign in range(_GROUP)) for _group in range(_GROUPS))
    return service + "-".join(groups)

"""What may come in as a recording (äänite): sound of a browser's recorder, known by its content, and nothing besides.

A file that also holds pictures is refused, and so is what the containers' own order does not explain. The sound
itself is kept as it came: a browser plays it, and its decoder's faults remain the browser's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.errors import Invalid
from kotopolku.line.codes import MOST_SOUND_BYTES, MP4, OGG, WEBM

# Ids of EBML elements (RFC 8794, RFC 9559) that lead to the kinds of a file's tracks.
_EBML, _DOC_TYPE, _SEGMENT, _TRACKS, _TRACK = 0x1A45DFA3, 0x4282, 0x18538067, 0x1654AE6B, 0xAE
_TRACK_TYPE, _CODEC, _CLUSTER = 0x83, 0x86, 0x1F43B675
_SOUND_TRACK = b"\x02"
_WEBM_CODECS = (b"A_OPUS", b"A_VORBIS")
_OGG_HEADS = (b"OpusHead", b"\x01vorbis")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A recording as it may be kept: its kind by content, and its bytes."""

    kind: str
    data: bytes


class _Broken(ValueError):
    """The file does not follow its own container's order."""


def checked_sound(data: bytes) -> Sound:
    """Return the recording as it may be kept; raises Invalid, at the field `sound`, with what to do instead."""
    if not data:
        raise _refused(_("The recording is empty. Record it again."))
    if len(data) > MOST_SOUND_BYTES:
        raise _refused(_("The recording is larger than 2 megabytes. Say it shorter."))
    try:
        kind = _kind(data)
    except (_Broken, IndexError):
        kind = ""
    if not kind:
        raise _refused(_("Only sound recorded in a browser can be kept here. Record it on this page."))
    return Sound(kind=kind, data=data)


def _refused(message: str | Promise) -> Invalid:
    return Invalid(field="sound", message=message)


def _kind(data: bytes) -> str:
    if data.startswith(b"\x1aE\xdf\xa3"):
        return WEBM if _only_sound_in_webm(data) else ""
    if data.startswith(b"OggS\x00\x02"):
        # One stream, and it is sound: every other stream would begin with a page of the same mark.
        return OGG if data[28:].startswith(_OGG_HEADS) and data.count(b"OggS\x00\x02") == 1 else ""
    if data[4:8] == b"ftyp":
        return MP4 if _only_sound_in_mp4(data) else ""
    return ""


def _only_sound_in_webm(data: bytes) -> bool:
    head, segment = _elements(data, 0, len(data))[:2]
    kinds = [data[begin:end] for one, begin, end in _elements(data, *head[1:]) if one == _DOC_TYPE]
    if kinds != [b"webm"] or segment[0] != _SEGMENT:
        return False
    tracks = [part for part in _elements(data, *segment[1:]) if part[0] == _TRACKS]
    found = [
        {one: data[begin:end].rstrip(b"\0") for one, begin, end in _elements(data, *track[1:])}
        for part in tracks
        for track in _elements(data, *part[1:])
        if track[0] == _TRACK
    ]
    return bool(found) and all(
        one.get(_TRACK_TYPE) == _SOUND_TRACK and one.get(_CODEC) in _WEBM_CODECS for one in found
    )


def _elements(data: bytes, begin: int, end: int) -> list[tuple[int, int, int]]:
    """Return the elements between two places as (id, begin, end); the sound itself (clusters) ends the list."""
    found, at = [], begin
    while at < end:
        name, at = _number(data, at, keep_mark=True)
        size, after = _number(data, at)
        unknown = size == (1 << (7 * (after - at))) - 1  # a live recording does not know how long it will be
        at, until = after, end if unknown else after + size
        if until > end or (unknown and name not in (_SEGMENT, _CLUSTER)):
            raise _Broken
        if name == _CLUSTER:
            break
        found.append((name, at, until))
        at = until
    return found


def _number(data: bytes, at: int, *, keep_mark: bool = False) -> tuple[int, int]:
    """Return a number of variable length and the place after it; an id keeps the mark of its length."""
    length = 9 - data[at].bit_length()
    if length > 8 or at + length > len(data):
        raise _Broken
    number = int.from_bytes(data[at : at + length])
    return (number if keep_mark else number & ((1 << (7 * length)) - 1)), at + length


def _only_sound_in_mp4(data: bytes) -> bool:
    """Tell whether every track of the file says that it is sound (ISO/IEC 14496-12, 8.4.3)."""
    kinds = [
        data[begin + 8 : begin + 12]
        for moov in _boxes(data, 0, len(data), b"moov")
        for trak in _boxes(data, *moov, b"trak")
        for mdia in _boxes(data, *trak, b"mdia")
        for begin, _end in _boxes(data, *mdia, b"hdlr")
    ]
    return bool(kinds) and set(kinds) == {b"soun"}


def _boxes(data: bytes, begin: int, end: int, wanted: bytes) -> Iterator[tuple[int, int]]:
    at = begin
    while at + 8 <= end:
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        head = 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16]), 16
        if size < head or at + size > end:
            raise _Broken
        if name == wanted:
            yield at + head, at + size
        at += size

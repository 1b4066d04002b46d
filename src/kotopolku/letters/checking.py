"""What may come in as a file (liite): known by its content, never by its name, and without anything that acts.

Images are drawn afresh, so that neither the place a picture was taken (EXIF) nor anything behind it survives. A PDF
is kept as it came, since a signature may depend on it; one that could act, or that we cannot look into, is refused.
What this does not do: it is no virus scanner, and a PDF reader's own faults remain the reader's.
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.errors import Invalid
from kotopolku.letters.codes import JPEG, MOST_FILE_BYTES, PDF, PNG

MOST_PIXELS = 40_000_000  # a good camera's picture; four bytes each in memory while it is drawn afresh
PIECE = 64 * 1024
MOST_UNPACKED = 100 * 1024 * 1024  # of all the compressed parts of one PDF together

# What makes a PDF act, carry other files, or send what is written into it (ISO 32000-1, 12.6.4, 7.11.4, 12.7, 13).
# Every action needs one of these kinds, so /OpenAction and /AA, which also only turn to a page, need not be refused.
# Long names only: a picture's own bytes would spell a short one by chance.
ACTIVE = frozenset({
    "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "Filespec", "RichMedia", "SubmitForm", "ImportData",
    "GoToR", "GoToE", "XFA", "Movie", "Sound", "Rendition", "Collection",
})  # fmt: skip
_NAME = re.compile(rb"/((?:#[0-9A-Fa-f]{2}|[^\x00\s()<>\[\]{}/%#])+)")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file as it may be kept: its kind by content, and its bytes."""

    kind: str
    data: bytes


def checked(data: bytes) -> Checked:
    """Return the file as it may be kept; raises Invalid, at the field `file`, with what to do instead."""
    if not data:
        raise _refused(_("The file is empty. Choose another."))
    if len(data) > MOST_FILE_BYTES:
        raise _refused(_("The file is larger than 20 megabytes. Make it smaller, or send it in parts."))
    if data[:1024].lstrip().startswith(b"%PDF-"):
        _check_pdf(data)
        return Checked(kind=PDF, data=data)
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return _drawn_afresh(data)
    raise _refused(_("Only PDF, PNG and JPEG files can be received. Save the document as a PDF."))


def _refused(message: str | Promise) -> Invalid:
    return Invalid(field="file", message=message)


def _drawn_afresh(data: bytes) -> Checked:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _refused(_("The picture has too many pixels. Make it smaller."))
            kind = image.get_format_mimetype()
            upright = ImageOps.exif_transpose(image)
            mode = "RGB" if kind == JPEG else ("RGBA" if upright.has_transparency_data else "RGB")
            plain = Image.new(mode, upright.size)
            plain.paste(upright.convert(mode))
    except (OSError, ValueError, SyntaxError, zlib.error, Image.DecompressionBombError) as fault:
        if isinstance(fault, Invalid):
            raise
        raise _refused(_("The picture is broken. Save it again, or choose another.")) from None
    out = io.BytesIO()
    if kind == JPEG:
        plain.save(out, "JPEG", quality=88)
    else:
        plain.save(out, "PNG")
    return Checked(kind=kind or PNG, data=out.getvalue())


def _check_pdf(data: bytes) -> None:
    active = _refused(
        _(
            "The PDF contains a program, another file or a form that sends itself. Print it to a new PDF and send that."
        )
    )
    if b"%%EOF" not in data[-2048:]:
        raise _refused(_("The PDF is broken or cut off. Save it again."))
    names = _names(data)
    if "Encrypt" in names:
        raise _refused(_("The PDF is locked with a password. Save it without one."))
    if names & ACTIVE or any(_names(part) & ACTIVE for part in _unpacked(data)):
        raise active


def _names(data: bytes) -> set[str]:
    """Return the names that stand in a part of a PDF, with their `#4A` spelled out."""
    found = set(_NAME.findall(data))
    return {_HEX.sub(lambda m: bytes([int(m[1], 16)]), name).decode("latin-1") for name in found}


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield every part that is packed by Flate, where names can hide; refuse what unpacks to too much.

    Pictures may be packed otherwise. A stream of objects (ObjStm) that is, or that is packed twice, is refused.
    """
    room, seen = MOST_UNPACKED, 0
    for begin in (match.end() for match in _STREAM.finditer(data)):
        try:
            part = _inflated(data, begin, most=room)
        except zlib.error:
            if "ObjStm" in _names(data[seen:begin]):
                raise _refused(
                    _("The PDF cannot be looked into. Print it to a new PDF and send that.")
                ) from None
            part = b""
        room, seen = room - len(part), begin
        if room <= 0:
            raise _refused(_("The PDF unpacks to too much. Print it to a new PDF and send that."))
        yield part


def _inflated(data: bytes, begin: int, *, most: int) -> bytes:
    """Return what the Flate stream that begins here unpacks to, at most `most` bytes; raises zlib.error."""
    unpacker, parts, at = zlib.decompressobj(), [], begin
    while not unpacker.eof and at < len(data) and most > 0:
        part = unpacker.decompress(data[at : at + PIECE], most)
        at += PIECE
        parts.append(part)
        most -= len(part)
    return b"".join(parts)

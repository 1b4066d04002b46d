"""Sounds as browsers' recorders make them, byte by byte, and keeping one."""

from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.line.actions import keep_recording

UNKNOWN = b"\x01" + b"\xff" * 7  # a live recording's size


def element(name, data=b"", *, size=None):
    return bytes.fromhex(name) + (size or (0x4000 | len(data)).to_bytes(2)) + data


def track(kind=b"\x02", codec=b"A_OPUS"):
    return element("AE", element("D7", b"\x01") + element("83", kind) + element("86", codec))


def webm(*tracks, doc=b"webm", rest=b""):
    body = (
        element("1549A966") + element("1654AE6B", b"".join(tracks)) + element("1F43B675", b"", size=UNKNOWN)
    )
    return element("1A45DFA3", element("4282", doc)) + element(
        "18538067", body + b"sound" + rest, size=UNKNOWN
    )


SOUND = webm(track())


def box(name, data=b""):
    return (8 + len(data)).to_bytes(4) + name + data


def mp4(*kinds):
    tracks = b"".join(box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + one))) for one in kinds)
    return box(b"ftyp", b"isom") + box(b"moov", tracks) + box(b"mdat", b"sound")


def ogg(head=b"OpusHead", streams=1):
    return (b"OggS\x00\x02" + bytes(22) + head) * streams


def keep(actor, **said):
    with acting_as(actor, on=TODAY):
        keep_recording(
            **{
                "step": "topic",
                "language": "so",
                "speaker": "Hodan Ali",
                "consented": True,
                "sound": SOUND,
                **said,
            }
        )

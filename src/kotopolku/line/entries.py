"""What a page hands to the actions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WishEntry:
    """How somebody wishes to be reached and what they ask; what was not told is ""."""

    name: str = ""
    phone: str = ""
    email: str = ""
    text: str = ""
    left_in_box: tuple[str, ...] = ()  # codes of reading.py: what of an e-mail is not shown here


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketEntry:
    """A place in the line as it is asked for; codes are those of codes.py, `office` "" for what comes from afar."""

    office: str
    channel: str
    language: str = ""
    topics: tuple[str, ...] = ()
    way: str = "here"
    wish: WishEntry = WishEntry()

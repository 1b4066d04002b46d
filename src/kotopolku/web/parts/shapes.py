"""What pages hand to the components: plain frozen dataclasses. Every text in them is already in the reader's language.

Pages build these from `queries` and never pass models to a template. Each shape names the tag that draws it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Answer(StrEnum):
    """The six answers of a finding card, as design.md §3 maps them from a rule's outcome."""

    YES = "yes"  # met
    NO = "no"  # not_met
    JUDGE = "judge"  # unknown, an official's judgement is missing
    MISSING = "missing"  # unknown, a plain fact is missing
    OPEN = "open"  # unknown, the law itself is open
    NOT_APPLICABLE = "not_applicable"  # one grey line


class GroundMark(StrEnum):
    """How one ground stands: it holds, it does not, or nobody has recorded it."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


class ClockKind(StrEnum):
    """Whose date it is: the law's (solid edge), the area's own target (dashed), or a plain fact's (no edge)."""

    LAW = "law"
    TARGET = "target"
    FACT = "fact"


class ClockState(StrEnum):
    """How the date stands on the day the page is read."""

    RUNNING = "running"
    SOON = "soon"
    LATE = "late"
    MET = "met"
    PAUSED = "paused"


class StepState(StrEnum):
    """Where a step of the path is: behind, here, ahead."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


class EntryKind(StrEnum):
    """What happened: a legal act (filled circle), a contact (empty circle), a letter or document (square)."""

    ACT = "act"
    CONTACT = "contact"
    DOCUMENT = "document"


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A section of law as one chip, `14 § 1 mom.`; `url` is the rule's page, empty when there is none."""

    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """One reason under an answer: `statement` is a whole sentence, `detail` holds dates, source and who recorded it.

    `more` are words behind a fold, named by `more_label`: the rest of a list too long to read at a glance.
    """

    statement: str
    detail: str = ""
    more: str = ""
    more_label: str = ""
    mark: GroundMark = GroundMark.HOLDS
    citation: Citation | None = None


@dataclass(frozen=True, kw_only=True)
class Action:
    """A button or link. With `post` it is a small form of its own to `url`; otherwise a link.

    `kind`: primary, secondary, danger or plain. `key` is the single key printed on it, if any.
    """

    label: str
    url: str
    kind: str = "secondary"
    icon: str = ""
    key: str = ""
    post: bool = False


@dataclass(frozen=True, kw_only=True)
class FindingCard:
    """One answer of the law with its grounds: `{% finding card %}` (open) or `{% finding card folded=True %}` (a row).

    `short` is the bold word of the folded row (Kyllä, Ei, …); left empty, it follows from `answer`.
    `because` is the one-line reason of the row. `asked_of` says who can help when the law is open.
    `computed` is a whole phrase ("Laskettu 24.11.2026 klo 10.20").
    """

    answer: Answer
    question: str
    sentence: str
    because: str = ""
    short: str = ""
    citation: Citation | None = None
    grounds: Sequence[Ground] = ()
    asked_of: str = ""
    actions: Sequence[Action] = ()
    computed: str = ""
    rule_url: str = ""
    correct_url: str = ""
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class ClockBadge:
    """A due date as a pill: `{% clock badge %}`. Made by `clocks.clock_badge`, which decides state, text and share.

    `share` is the part of the time used, 0 to 100. `note` stands after the pill ("25.12. on pyhäpäivä").
    """

    kind: ClockKind
    state: ClockState
    text: str
    share: int = 0
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ClockRow:
    """A clock with what it is and where it comes from: `{% clock_row row %}` in the rail.

    `source` is plain text such as "palvelutavoite 14 pv" or "laki"; the citation follows it.
    """

    name: str
    badge: ClockBadge
    source: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, kw_only=True)
class PathStep:
    """A step of the client's path: `{% path steps %}`. `when` holds a date or "viipymättä arvioinnista"."""

    name: str
    state: StepState
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One event: `{% timeline entries %}`. `act` is bold, `sentence` follows it, `meta` says who and in which language.

    `year` is printed as a heading where it differs from the entry before. `voided` says who voided a note and when:
    its words stand struck through.
    """

    when: str
    year: int
    act: str
    kind: EntryKind = EntryKind.CONTACT
    sentence: str = ""
    meta: str = ""
    citation: Citation | None = None
    action: Action | None = None
    voided: str = ""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One row of a text in two languages: `{% two_languages rows first=… second=… %}`.

    An empty `second` is a missing translation, drawn yellow with `missing` saying what to do now.
    """

    first: str
    second: str = ""
    first_more: str = ""
    second_more: str = ""
    missing: str = ""
    heading: bool = False
    second_lang: str = ""  # the language and direction of `second` where it is not the one asked for
    second_dir: str = ""


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language as an address and as its own speakers write it."""

    code: str
    own_name: str
    dir: str = "ltr"
    path: str = ""
    url: str = ""
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A row of the rail's definition list: `{% facts rows %}`. `masked` hides the value: it must then be empty."""

    name: str
    value: str = ""
    more: str = ""
    url: str = ""
    masked: bool = False
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, kw_only=True)
class NavItem:
    """An entry of the side navigation. `count` counts things to do now, never totals; 0 is not printed."""

    label: str
    url: str
    icon: str
    count: int = 0
    current: bool = False
    secondary: bool = False


@dataclass(frozen=True, kw_only=True)
class Crumb:
    """A step of the breadcrumb above the heading: `{% breadcrumbs crumbs %}`."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True)
class DutyChoice:
    """One of several duties one may work under, as a button of the user box."""

    id: int
    label: str


@dataclass(frozen=True, kw_only=True)
class UserBox:
    """Who is signed in, with the organisation of the duty in force and the other duties one may change to."""

    name: str
    organisation: str
    settings_url: str = ""
    sign_out_url: str = ""
    duty: str = ""
    duty_url: str = ""
    other_duties: Sequence[DutyChoice] = ()


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing the law says the client must be told: `{% told_tick row %}`, a checkbox named `field`.

    `how` says when, in which language and how understanding was checked; `text_url` opens the approved text.
    """

    field: str
    what: str
    ticked: bool = False
    how: str = ""
    text_url: str = ""
    text_label: str = ""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of `{% data_table table %}`. `numeric` aligns to the end; `sort_url` makes the head a link.

    `sort`: ascending, descending or empty.
    """

    label: str
    numeric: bool = False
    sort_url: str = ""
    sort: str = ""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a data table; the first cell of a row is its heading and may be a link."""

    text: str
    url: str = ""
    more: str = ""
    masked: bool = False
    citation: Citation | None = None
    badge: ClockBadge | None = None
    actions: Sequence[Action] = ()
    tag: str = ""
    protected: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether the cell is nothing but its text: most are, and are drawn without asking further."""
        return not (
            self.url or self.more or self.masked or self.citation or self.badge or self.actions or self.tag
            or self.protected
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Page:
    """Keyset paging under a table: which rows these are in words, and where the next ones are."""

    shown: str
    next_url: str = ""
    first_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A whole data table: caption, columns, rows of cells, totals and paging."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[Cell] = ()
    page: Page | None = None
    caption_hidden: bool = True


@dataclass(frozen=True, kw_only=True)
class Toast:
    """What just happened, in full, with its undo: `{% toast toast %}`. Errors never come this way."""

    text: str
    undo_url: str = ""
    hidden_fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Opened:
    """Masked data opened with a reason: until when (clock time in words) and where to mask them again."""

    until: str
    reason: str
    mask_url: str

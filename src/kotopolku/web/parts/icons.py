"""Our own line icons, drawn on a 24 x 24 grid with one stroke; no icon set was copied.

An icon never stands alone: the word beside it carries the meaning, so every icon is hidden from screen readers.
"""
# ruff: noqa: E501 - a drawing is one line, however long

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Arrows, chevrons and the like point along the line of reading and are turned round in right-to-left pages.
# Clock dials, ticks, the magnifier, the telephone and the mark are not (ui.md 8).
MIRRORED = frozenset(
    {
        "chevron-next",
        "chevron-back",
        "arrow",
        "arrows",
        "undo",
        "sound",
        "speech",
        "interpret",
        "list",
        "sign-out",
        "door",
    }
)

DRAWINGS = {
    "arrow": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "arrows": '<path d="M4 8h15M16 5l3 3-3 3M20 16H5M8 13l-3 3 3 3"/>',
    "ask": '<path d="M8.5 9c.2-2.3 1.7-3.7 3.8-3.7s3.7 1.3 3.7 3.3c0 2.9-3.8 3-3.8 6M12.2 18.8v.2"/>',
    "baby": '<circle cx="12" cy="9" r="5"/><path d="M10.5 11c1 .8 2 .8 3 0M6 21c.6-3.6 2.9-5.5 6-5.5s5.4 1.9 6 5.5M11 4.2c.6-1 1.6-1 2-.2"/>',
    "bars": '<path d="M4 20h16M7 16V11M12 16V5M17 16V8"/>',
    "bell": '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>',
    "book": '<path d="M12 6.5C9.8 5 7 4.5 3.5 4.8v13.4c3.5-.3 6.3.2 8.5 1.8 2.2-1.6 5-2.1 8.5-1.8V4.8C17 4.5 14.2 5 12 6.5zM12 6.5V20"/>',
    "briefcase": '<rect x="3" y="8" width="18" height="12" rx="1.5"/><path d="M9 8V5.5C9 4.7 9.6 4 10.5 4h3c.9 0 1.5.7 1.5 1.5V8M3 13.5h18"/>',
    "calendar": '<rect x="4" y="5.5" width="16" height="14.5" rx="1.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
    "check": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "chevron-back": '<path d="M15 5l-7 7 7 7"/>',
    "chevron-down": '<path d="M6 9.5l6 6 6-6"/>',
    "chevron-next": '<path d="M9 5l7 7-7 7"/>',
    "chevron-up": '<path d="M6 15l6-6 6 6"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.3 2"/>',
    "close": '<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>',
    "document": '<path d="M6 3.5h8l4 4V20.5H6zM14 3.5v4h4M9 12h6M9 16h6"/>',
    "door": '<path d="M6 20.5V3.5h9v17M3.5 20.5h17M11.8 12h.2"/>',
    "download": '<path d="M12 4v11M7.5 11L12 15.5l4.5-4.5M4.5 20h15"/>',
    "envelope": '<rect x="3.5" y="5.5" width="17" height="13" rx="1.5"/><path d="M4 7l8 6 8-6"/>',
    "euro": '<path d="M18 6.5C16.8 5.3 15.3 4.7 13.8 4.7c-3.7 0-6.3 3.2-6.3 7.3s2.6 7.3 6.3 7.3c1.5 0 3-.6 4.2-1.8M4.5 10.5h9M4.5 13.8h9"/>',
    "eye": '<path d="M2.5 12C5 7.8 8.2 5.8 12 5.8s7 2 9.5 6.2c-2.5 4.2-5.7 6.2-9.5 6.2S5 16.2 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>',
    "globe": '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.5 2.4 3.7 5.2 3.7 8.5s-1.2 6.1-3.7 8.5c-2.5-2.4-3.7-5.2-3.7-8.5s1.2-6.1 3.7-8.5z"/>',
    "group": '<circle cx="12" cy="5.5" r="2.5"/><circle cx="5.5" cy="17.5" r="2.5"/><circle cx="18.5" cy="17.5" r="2.5"/><path d="M10.8 7.8L6.8 15.3M13.2 7.8l4 7.5M8 17.5h8"/>',
    "hand-heart": '<path d="M12 9.8c-2.5-1.9-3.6-3-3.6-4.5a1.9 1.9 0 0 1 3.6-.9 1.9 1.9 0 0 1 3.6.9c0 1.5-1.1 2.6-3.6 4.5zM3 14.5h3l3.5-1.2c1.7-.4 2.9.3 2.9 1.5 0 1-.8 1.6-2.4 1.7M12.4 15.3l5.4-2.5c1.3-.6 2.6.9 1.6 2l-4.9 4.7c-.6.6-1.3.8-2.1.6L6 19H3"/>',
    "home": '<path d="M3.5 11.5L12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20"/>',
    "interpret": '<path d="M3.5 4.5h10v7.5H9l-3 2.8V12H3.5zM16.5 9.5h4V17H18v2.8L15 17h-4.5v-2"/>',
    "key": '<circle cx="8" cy="15.5" r="3.8"/><path d="M10.8 12.8L19.5 4.5M16 8l2.5 2.5M13.5 10.3l1.5 1.5"/>',
    "law": '<path d="M15.5 6.2C15 4.8 13.7 4 12 4c-2 0-3.5 1.1-3.5 2.8 0 3.7 7.5 3.7 7.5 7.4 0 1.5-1.3 2.6-3.2 2.6M8.5 17.8c.5 1.4 1.8 2.2 3.5 2.2 2 0 3.5-1.1 3.5-2.8 0-3.7-7.5-3.7-7.5-7.4 0-1.5 1.3-2.6 3.2-2.6"/>',
    "list": '<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.2M4.5 12h.2M4.5 17.5h.2"/>',
    "lock": '<rect x="5.5" y="10.5" width="13" height="9.5" rx="1.5"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.5v2"/>',
    "minus": '<path d="M6 12h12"/>',
    "more": '<path class="solid" d="M3 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0M10 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0M17 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0"/>',
    "pause": '<path d="M9 6v12M15 6v12"/>',
    "pencil": '<path d="M4.5 19.5l1-4.2L16 4.8c.6-.6 1.6-.6 2.2 0l1 1c.6.6.6 1.6 0 2.2L8.7 18.5zM14 6.8L17.2 10"/>',
    "people": '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-4 3-6.2 6.5-6.2s6 2.2 6.5 6.2M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.6 3.5 5.5"/>',
    "person": '<circle cx="12" cy="8" r="3.8"/><path d="M5 20.5c.5-4.4 3.2-6.7 7-6.7s6.5 2.3 7 6.7"/>',
    "phone": '<path d="M5 4h3.8l1.7 4.5-2.3 1.7c1.1 2.5 3.1 4.5 5.6 5.6l1.7-2.3 4.5 1.7V19c0 .9-.7 1.5-1.6 1.5C10.5 20.2 3.8 13.5 3.5 5.6 3.5 4.7 4.1 4 5 4z"/>',
    "pin": '<path d="M12 21c-4.3-4.7-6.5-8.2-6.5-11a6.5 6.5 0 0 1 13 0c0 2.8-2.2 6.3-6.5 11z"/><circle cx="12" cy="10" r="2.3"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "printer": '<path d="M7 9V4h10v5M7 17H4V10.5C4 9.7 4.7 9 5.5 9h13c.8 0 1.5.7 1.5 1.5V17h-3M7 14h10v6.5H7z"/>',
    "question": '<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.7c.1-1.5 1.1-2.4 2.6-2.4s2.5.9 2.5 2.2c0 1.9-2.5 2-2.5 3.9M12.1 16.5v.2"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5"/>',
    "shield-lock": '<path d="M12 3l7.5 2.5V11c0 4.6-2.6 7.9-7.5 10-4.9-2.1-7.5-5.4-7.5-10V5.5z"/><rect x="8.8" y="11" width="6.4" height="5" rx=".8"/><path d="M10.2 11V9.7a1.8 1.8 0 0 1 3.6 0V11"/>',
    "sign-out": '<path d="M10 4H5v16h5M9.5 12H20M16 8l4 4-4 4"/>',
    "sound": '<path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.5a8 8 0 0 1 0 11"/>',
    "speech": '<path d="M4 5h16v11.5h-8L8 20.2v-3.7H4zM8 9h8M8 12.5h5"/>',
    "sun": '<circle cx="12" cy="12" r="3.8"/><path d="M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6L18 18M18 6l-1.4 1.4M7.4 16.6L6 18"/>',
    "tick": '<circle cx="12" cy="12" r="8.5"/><path d="M8 12.3l2.8 2.8L16 9.5"/>',
    "undo": '<path d="M8.5 5.5L4 10l4.5 4.5M4 10h10a5 5 0 0 1 0 10h-3"/>',
    "video": '<rect x="3" y="7" width="12" height="10" rx="1.5"/><path d="M15 11l6-3.5v9L15 13z"/>',
    "warning": '<path d="M12 4L21 19.5H3zM12 10v4.5M12 17v.2"/>',
}  # fmt: skip

MARK = (
    '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
    '<path class="mark-house" d="M16 3.2L29.5 14v14.5h-27V14z"/>'
    '<path class="mark-path" d="M16.5 16.2c2.8 1.4 2.8 3.5.6 5-2.3 1.5-3.3 2.7-2 4.9.4.8.5 1.6.4 2.4"/>'
    '<circle class="mark-dot" cx="15.5" cy="13.2" r="3"/></svg>'
)


def icon(name: str) -> SafeString:
    """Return the icon `name` as an SVG that a screen reader passes over; an unknown name is a KeyError."""
    flip = " icon-flip" if name in MIRRORED else ""
    return format_html(
        '<svg class="icon icon-{}{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        name,
        flip,
        mark_safe(DRAWINGS[name]),  # noqa: S308 - our own drawings, no text of a user
    )


def mark() -> SafeString:
    """Return the mark: a house, the path out of its door, and the orange dot that says "here"."""
    return mark_safe(MARK)  # noqa: S308 - our own drawing

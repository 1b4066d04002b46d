"""The picture of the public front page, drawn by us: a bay, a village, and the path that ends at the orange dot.

Classes only, no style attributes: the colours are roles of the stylesheet, so the picture follows light and dark.
It is decoration and never mirrored (ui.md 8).
"""
# ruff: noqa: E501 - a drawing is one line, however long

from django.utils.safestring import SafeString, mark_safe


def _tree(x: float, y: float, size: float = 1.0) -> str:
    return (
        f'<g transform="translate({x} {y}) scale({size})"><path class="p-trunk" d="M-2 0h4v10h-4z"/>'
        '<path class="p-tree" d="M0-50L14-24H8l11 24h-38l11-24h-6z"/></g>'
    )


def _house(x: float, y: float, *, wall: int, size: float = 1.0) -> str:
    return (
        f'<g transform="translate({x} {y}) scale({size})"><path class="p-wall-{wall}" d="M-22-30h44V6h-44z"/>'
        '<path class="p-roof" d="M0-54l31 25h-62z"/><path class="p-door" d="M-6-12H6V6H-6z"/>'
        '<path class="p-pane" d="M-18-22h8v9h-8zM10-22h8v9h-8z"/></g>'
    )


def landscape() -> SafeString:
    """Return the landscape as one SVG, hidden from screen readers."""
    parts = [
        '<svg class="landscape" viewBox="0 0 640 480" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">',
        '<circle class="p-sun" cx="372" cy="96" r="58"/>',
        '<path class="p-hill-1" d="M0 178c52-8 84 4 138-10 72-20 116-34 186-22 62 10 88 34 150 42 70 8 112-2 166-10v150H0z"/>',
        '<path class="p-hill-2" d="M0 226c70-4 108 24 176 14 76-12 118-44 204-38 84 6 110 34 260 22v150H0z"/>',
        '<path class="p-lake" d="M0 296h640v120H0z"/>',
        '<path class="p-glint" d="M26 338h58v4H26zM150 352h46v4h-46zM214 318h30v4h-30z"/>',
        '<path class="p-field-1" d="M214 300c54-26 112-42 196-46 84-4 160 14 230 4v92c-70 4-128 12-208 2-92-10-150-4-218-52z"/>',
        '<path class="p-field-2" d="M0 352c96-10 170 6 250 18 120 18 210 12 390-16v126H0z"/>',
        '<path class="p-field-3" d="M0 424c104-12 206 14 316 8 122-6 210-36 324-28v76H0z"/>',
        '<path class="p-trail" d="M470 292c-2 44-52 62-116 76-84 18-74 52-118 66-54 16-138 18-236 34v12h64c84-26 176-28 226-52 '
        '44-22 22-46 92-62 78-18 108-34 102-74z"/>',
        _tree(276, 286, 0.9),
        _tree(310, 284, 1.05),
        _tree(584, 262, 1.1),
        _tree(618, 262, 0.95),
        _tree(590, 452, 1.55),
        _house(390, 276, wall=1, size=0.95),
        _house(468, 264, wall=2, size=1.1),
        _house(544, 276, wall=3, size=0.95),
        _house(352, 446, wall=4, size=1.15),
        '<circle class="p-dot" cx="150" cy="450" r="12"/></svg>',
    ]
    return mark_safe("".join(parts))  # noqa: S308 - our own drawing, no text of a user

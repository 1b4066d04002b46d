"""The stylesheet keeps its promises: roles, sides that turn, contrast, size."""

import gzip
import re
from colorsys import hls_to_rgb

import pytest

from kotopolku.web.parts.styles import BUDGET, BUILT, SOURCES, build_css

FILES = sorted(SOURCES.glob("*.css"))
TOKENS = (SOURCES / "1-tokens.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(")
SIDED = re.compile(r"[\w-]*\b(?:left|right)\b[\w-]*(?=\s*:)|:\s*(?:left|right)\s*[;}]")
FOUR_VALUES = re.compile(
    r"\b(?:margin|padding|inset|border-width|border-radius)\s*:\s*[^;{}()]+ [^;{}()]+ [^;{}()]+ [^;{}()]+;"
)


def without_comments(text):
    return re.sub(r"/\*.*?\*/", "", text, flags=re.S)


def test_the_built_file_is_not_older_than_its_sources():
    assert BUILT.read_text(encoding="utf-8") == build_css(), "run: python -m kotopolku.web.parts.styles"


def test_the_stylesheet_is_small_when_it_is_sent():
    assert len(gzip.compress(BUILT.read_bytes(), 6)) <= BUDGET


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_tied_to_a_side_of_the_screen(path):
    text = without_comments(path.read_text(encoding="utf-8"))
    assert SIDED.findall(text) == []
    assert FOUR_VALUES.findall(text) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sources_are_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.name not in {"1-tokens.css", "8-print.css"}], ids=lambda p: p.name
)
def test_colours_are_named_by_role(path):
    assert COLOUR.findall(without_comments(path.read_text(encoding="utf-8"))) == []


def test_every_role_that_is_used_is_defined():
    whole = without_comments("".join(path.read_text(encoding="utf-8") for path in FILES))
    used = set(re.findall(r"var\((--[\w-]+)", whole))
    assert used - set(re.findall(r"(--[\w-]+)\s*:", whole)) == set()


def block(start):
    found = re.search(re.escape(start) + r"\s*\{(.*?)\}", TOKENS, flags=re.S)
    assert found, start
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", found.group(1)))


LIGHT = block(":root")
BY_SYSTEM = block(':root:not([data-theme="light"])')
BY_CHOICE = block(':root[data-theme="dark"]')


def test_dark_by_wish_of_the_system_equals_dark_by_choice():
    assert BY_SYSTEM == BY_CHOICE


def luminance(value):
    if value.startswith("#"):
        digits = value[1:] if len(value) == 7 else "".join(c * 2 for c in value[1:])
        parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    else:
        hue, saturation, light = (float(n) for n in re.findall(r"[\d.]+", value))
        parts = hls_to_rgb(hue / 360, light / 100, saturation / 100)
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT_ON_GROUND = [
    ("--ink", "--surface"), ("--ink", "--tint"), ("--ink", "--action-soft-2"), ("--ink", "--warn-soft"),
    ("--ink-2", "--surface"), ("--ink-2", "--tint"), ("--ink-2", "--canvas"), ("--brand", "--action-soft-2"),
    ("--action", "--surface"), ("--action", "--tint"), ("--law", "--law-soft"), ("--ok-ink", "--ok-soft"),
    ("--warn-ink", "--warn-soft"), ("--bad", "--bad-soft"), ("--on-fill", "--fill"), ("--on-fill", "--fill-strong"),
    ("--on-band", "--band"), ("--on-band-2", "--band"), ("--toast-link", "--toast"), ("--surface", "--toast"),
]  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, {**LIGHT, **BY_CHOICE}], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read(theme, text, ground):
    assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, {**LIGHT, **BY_CHOICE}], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), [("--focus", "--surface"), ("--focus", "--action-soft-2"),
    ("--edge", "--surface"), ("--here", "--surface"), ("--band-focus", "--band")])  # fmt: skip
def test_shapes_that_mean_something_can_be_seen(theme, shape, ground):
    assert contrast(theme[shape], theme[ground]) >= 3

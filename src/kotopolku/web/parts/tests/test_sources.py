"""What the security policy and the house forbid is not in the sources of the pages."""

import re
from pathlib import Path

import pytest

PARTS = Path(__file__).resolve().parents[1]
SCRIPTS = sorted((PARTS / "static" / "parts" / "js").glob("*.js"))
TEMPLATES = sorted(PARTS.rglob("*.html"))
FONTS = sorted((PARTS / "static" / "parts" / "fonts").glob("*.woff2"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_style_script_or_handler(path):
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.S)
    assert not re.search(r"\sstyle\s*=|\son[a-z]+\s*=|javascript:|<style", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_short_and_keep_to_the_policy(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    assert not re.search(
        r"\beval\(|new Function|innerHTML|insertAdjacentHTML|\.style\b|document\.write|https?://", text
    )


def test_fonts_are_few_and_bring_their_licences():
    assert sum(path.stat().st_size for path in FONTS) <= 400_000
    licences = {path.name for path in FONTS[0].parent.glob("OFL-*.txt")}
    assert licences == {"OFL-source-sans-3.txt", "OFL-noto-sans-arabic.txt"}


def test_every_font_of_the_stylesheet_is_there():
    built = (PARTS / "static" / "parts" / "kotopolku.css").read_text(encoding="utf-8")
    assert set(re.findall(r'url\("fonts/([^"]+)"\)', built)) == {path.name for path in FONTS}

"""A borrowed text keeps its own direction on a page that is written the other way."""

import gettext
from pathlib import Path

import pytest

from kotopolku.cli.catalogues import run
from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.languages.compiling import borrowed_path, compile_all, mo_path
from kotopolku.languages.isolation import isolated

PUBLIC = "src/kotopolku/web/public/front.html"
LEFT_TO_RIGHT, RIGHT_TO_LEFT, END = "\u2066", "\u2067", "\u2069"


def compiled(path: Path) -> gettext.GNUTranslations:
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def test_an_english_sentence_on_a_right_to_left_page_is_isolated() -> None:
    english = by_code("en")

    shown = {language.code: isolated("Come in.", of=english, within=language) for language in UI_LANGUAGES}

    assert {code for code, text in shown.items() if text == f"{LEFT_TO_RIGHT}Come in.{END}"} == {
        "ar",
        "ckb",
        "fa",
        "prs",
    }
    assert {text for code, text in shown.items() if by_code(code).direction == "ltr"} == {"Come in."}


def test_persian_in_dari_needs_nothing_and_in_finnish_is_isolated_the_other_way() -> None:
    persian = by_code("fa")

    assert isolated("رزرو وقت.", of=persian, within=by_code("prs")) == "رزرو وقت."
    assert isolated("رزرو وقت.", of=persian, within=by_code("fi")) == f"{RIGHT_TO_LEFT}رزرو وقت.{END}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", f"{LEFT_TO_RIGHT}One.{END}\n\n{LEFT_TO_RIGHT}Two.{END}"),
        (" (%(n)s) ", f" {LEFT_TO_RIGHT}(%(n)s){END} "),
        ("", ""),
        ("By <bdi>%(who)s</bdi>.", f"{LEFT_TO_RIGHT}By <bdi>%(who)s</bdi>.{END}"),
        ("One.<br>Two.", "One.<br>Two."),
        ("At most 3 < 4.", f"{LEFT_TO_RIGHT}At most 3 < 4.{END}"),
    ],
    ids=[
        "each line by itself",
        "spaces stay outside",
        "nothing",
        "tags of a line",
        "tags that part lines",
        "a lone sign is no tag",
    ],
)
def test_what_is_put_between_the_marks(text: str, expected: str) -> None:
    assert isolated(text, of=by_code("en"), within=by_code("ar")) == expected


def test_compiled_catalogues_isolate_what_is_borrowed_and_leave_their_own_words_alone(tmp_path: Path) -> None:
    # given a page with three messages, one of which is in Persian
    (tmp_path / PUBLIC).parent.mkdir(parents=True)
    (tmp_path / PUBLIC).write_text(
        "{% trans 'Book a time' %}{% trans 'Come in.' %}"
        "{% blocktrans count n=x %}{{ n }} seat.{% plural %}{{ n }} seats.{% endblocktrans %}",
        encoding="utf-8",
    )
    table = tmp_path / "table.tsv"
    table.write_text("msgid\tfa\nBook a time\tرزرو وقت\n", encoding="utf-8")
    assert run(["--root", str(tmp_path), "update"]) == 0
    assert run(["--root", str(tmp_path), "merge", str(table)]) == 0

    # when they are compiled
    compile_all(tmp_path)

    # then the English ones are isolated in Dari, also where they are counted, and not in Ukrainian
    dari = compiled(mo_path(tmp_path, by_code("prs")))
    assert dari.gettext("Book a time") == "رزرو وقت"
    assert dari.gettext("Come in.") == f"{LEFT_TO_RIGHT}Come in.{END}"
    counted = compiled(borrowed_path(tmp_path, by_code("prs")))
    assert counted.ngettext("%(n)s seat.", "%(n)s seats.", 2) == f"{LEFT_TO_RIGHT}%(n)s seats.{END}"
    assert compiled(mo_path(tmp_path, by_code("uk"))).gettext("Come in.") == "Come in."

"""What a program can see of a translation: its script, its letters, English left in it, its length, its numbers."""

from pathlib import Path

import pytest

from kotopolku.languages.catalogues import REPOSITORY
from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.languages.drafts import SCRIPTS, faults_of_draft
from kotopolku.languages.tests.test_catalogues import CLIENT_MESSAGE, checkout, command, write

__all__ = ["checkout"]

CALL = "Call us at 040 123 4567 when you need help."


@pytest.mark.parametrize(
    ("code", "text", "seen"),
    [
        ("ar", "اتصل بنا على \u2066040 123 4567\u2069 عند الحاجة.", ""),
        ("ar", "اتصل بنا على <bdi dir='ltr'>040 123 4567</bdi> عند الحاجة.", ""),
        ("ar", "اتصل بنا على 040 123 4567 عند الحاجة.", "turns round"),
        ("ar", "اتصل بنا على \u2066040 123 4567\u2069 عند الحاجة یا علی.", "letters of another language"),
        ("ckb", "تەلەفۆنمان بۆ بكەن كاتێك پێویستتان بوو.", "letters of another language"),
        ("prs", "به ما زنگ بزنید: ۰۴۰ وقتی کمک ضرورت دارید.", "digits other than"),
        ("fa", "Call us when you need any help at all.", "no letter of the script arabic"),
        ("ru", "Позвоните нам по номеру 040 123 4567, если нужна помощь.", ""),
        ("ru", "Зателефонуйте нам 040 123 4567, якщо потрібна допомога.", "letters of another language"),
        ("uk", "Call us 040 123 4567.", "no letter of the script cyrillic"),
        ("so", "Naga soo wac 040 123 4567 markaad caawimaad u baahan tahay.", ""),
        ("so", "Naga soo wac 040 123 4567 and caawimaad u baahan tahay.", "English words left"),
        ("tr", "Позвоните нам: 040 123 4567, lütfen.", "script cyrillic"),
        ("et", "Helista.", "8 signs where the English has 43"),
    ],
)
def test_what_is_wrong_with_a_draft_is_seen_without_reading_it(code: str, text: str, seen: str) -> None:
    found = list(faults_of_draft(CALL, text, by_code(code)))
    assert any(seen in one for one in found) if seen else not found, found


def test_every_language_that_is_drafted_has_its_script() -> None:
    assert SCRIPTS.keys() == {one.code for one in UI_LANGUAGES} - {"fi", "sv", "en"}


def test_the_check_of_the_catalogues_names_the_draft(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = checkout / "ru.tsv"
    write(table, f"msgid\tru\n{CLIENT_MESSAGE}\tBook a time\n")
    command(checkout, "merge", "--machine", str(table))
    assert command(checkout, "check") == 1
    assert "“Book a time” has no letter of the script cyrillic" in capsys.readouterr().out


def test_the_translations_of_the_programme_pass_the_same_check() -> None:
    texts = REPOSITORY / "programmes/raisio/texts"
    found = [
        f"{path.parent.name}/{path.name} {fault}"
        for code in SCRIPTS
        for path in sorted((texts / code).glob("*.md"))
        for fault in faults_of_draft(_body(texts / "en" / path.name), _body(path), by_code(code))
    ]
    assert found == []


def _body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n", 2)[2].strip()

"""Words of clients: whole in every language; rights are never told in unread words."""

from pathlib import Path

import pytest

from kotopolku.languages import sources
from kotopolku.languages.catalogues import po_path
from kotopolku.languages.checking import coverage, faults
from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.languages.compiling import compile_all
from kotopolku.languages.tests.test_catalogues import (
    CLIENT_MESSAGE,
    PUBLIC,
    checkout,
    command,
    compiled,
    translate,
    whole,
    write,
)

__all__ = ["checkout", "whole"]


def test_a_message_for_clients_is_a_fault_in_each_language_that_lacks_it(whole: Path) -> None:
    assert faults(whole) == []
    others = [one for one in UI_LANGUAGES if one.code != "en"]
    for language in others:
        translate(whole, language.code, CLIENT_MESSAGE, "")
    assert faults(whole) == [
        f"{po_path(whole, language).relative_to(whole)}: “{CLIENT_MESSAGE}” is not translated."
        for language in others
    ]


def test_an_unread_translation_of_rights_is_not_compiled(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given the same draft, once read by a person and once not
    table = checkout / "ar.tsv"
    write(table, f"msgid\tar\tuk\n{CLIENT_MESSAGE}\tحجز موعد\tЗабронювати час\n")
    command(checkout, "merge", "--machine", "--drafted", "2026-11-24", str(table))
    write(table, f"msgid\tuk\n{CLIENT_MESSAGE}\tЗабронюйте час\n")
    command(checkout, "merge", "--replace", str(table))
    monkeypatch.setattr(sources, "RIGHTS_SOURCES", (PUBLIC,))
    # when
    compile_all(checkout, force=True)
    # then
    assert compiled(checkout, "ar").gettext(CLIENT_MESSAGE) == f"\u2066{CLIENT_MESSAGE}\u2069"
    assert compiled(checkout, "uk").gettext(CLIENT_MESSAGE) == "Забронюйте час"
    assert coverage(checkout, by_code("ar")).oldest_draft == "2026-11-24"
    assert coverage(checkout, by_code("uk")).oldest_draft == ""


def test_a_plurals_cell_may_hold_every_form_of_the_language(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # given a plural for clients, and tables that give Russian three forms and Ukrainian two
    page = (checkout / PUBLIC).with_name("seats.html")
    write(
        page,
        "{% load i18n %}{% blocktrans count n=x %}{{ n }} seat{% plural %}{{ n }} seats{% endblocktrans %}",
    )
    command(checkout, "update")
    russian, ukrainian = checkout / "ru.tsv", checkout / "uk.tsv"
    write(russian, "msgid\tru\n%(n)s seats\t%(n)s место || %(n)s места || %(n)s мест\n")
    write(ukrainian, "msgid\tuk\n%(n)s seats\t%(n)s місце || %(n)s місць\n")
    # when
    command(checkout, "merge", str(russian))
    assert command(checkout, "merge", str(ukrainian)) == 1
    compile_all(checkout, force=True)
    # then
    seats = compiled(checkout, "ru")
    assert [seats.ngettext("%(n)s seat", "%(n)s seats", n) for n in (1, 3, 5)] == [
        "%(n)s место",
        "%(n)s места",
        "%(n)s мест",
    ]
    assert "2 plural forms; the language has 3" in capsys.readouterr().out

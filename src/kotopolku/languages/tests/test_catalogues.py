"""The catalogues are whole, the same whoever writes them, and every reader gets the best text there is."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract

from kotopolku.cli.catalogues import run
from kotopolku.languages import catalogues
from kotopolku.languages.catalogues import is_unread, po_path, pot_path, shown_language
from kotopolku.languages.checking import coverage, faults
from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.languages.compiling import borrowed_path, compile_all, mo_path
from kotopolku.languages.drafts import SCRIPTS
from kotopolku.languages.extract import KEYWORDS, found_messages, template_messages

PUBLIC = "src/kotopolku/web/public/front.html"
DESK = "src/kotopolku/web/desk/today.py"
STAFF_MESSAGE = "Save the case"
CLIENT_MESSAGE = "Book a time"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout with one public page and one desk page, its catalogues up to date and whole."""
    write(tmp_path / PUBLIC, f"<p>{{% trans '{CLIENT_MESSAGE}' %}}</p>")
    write(
        tmp_path / DESK,
        f"from django.utils.translation import gettext, ngettext\ngettext('{STAFF_MESSAGE}')\n"
        "ngettext('%(count)s day left', '%(count)s days left', 3)\n",
    )
    table = tmp_path / "table.tsv"
    write(
        table,
        f"{CLIENT_MESSAGE}\tVaraa aika\tBoka tid\n{STAFF_MESSAGE}\tTallenna asia\tSpara ärendet\n"
        "%(count)s day left\t%(count)s päivä jäljellä\t%(count)s dag kvar\n"
        "%(count)s days left\t%(count)s päivää jäljellä\t%(count)s dagar kvar\n",
    )
    assert command(tmp_path, "update") == 0
    assert command(tmp_path, "merge", str(table)) == 0
    return tmp_path


@pytest.fixture
def whole(checkout: Path) -> Path:
    """The same with the words of clients in every language: nothing is wrong with it."""
    words = {"ARABIC": "حجز موعد", "CYRILLIC": "Запис", "LATIN": "Aeg"}
    row = "\t".join(words[script] for script in SCRIPTS.values())
    write(checkout / "clients.tsv", "\t".join(["msgid", *SCRIPTS]) + f"\n{CLIENT_MESSAGE}\t{row}\n")
    command(checkout, "merge", str(checkout / "clients.tsv"))
    return checkout


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def command(root: Path, *words: str) -> int:
    return run(["--root", str(root), *words])


def translate(root: Path, code: str, msgid: str, msgstr: str) -> None:
    """Write one translation into a language's catalogue as a translator would."""
    path = po_path(root, by_code(code))
    text = path.read_text(encoding="utf-8")
    before, _, after = text.partition(f'msgid "{msgid}"\nmsgstr "')
    assert after, f"{msgid} is not in the catalogue of {code}"
    path.write_text(
        f'{before}msgid "{msgid}"\nmsgstr "{msgstr}{after[after.index(chr(34)) :]}', encoding="utf-8"
    )


def compiled(root: Path, code: str) -> gettext.GNUTranslations:
    with mo_path(root, by_code(code)).open("rb") as file:
        return gettext.GNUTranslations(file)


# ---- finding messages ----


def test_a_template_gives_all_its_kinds_of_messages() -> None:
    template = """{% trans "Full 100 %" %}{% trans 'Open' context "of a case" %}<a title="it's">
      {% blocktrans trimmed with name=who %}
        Dear {{ name }},
        come in.{% endblocktrans %}
      {% blocktrans count n=days %}{{ n }} day{% plural %}{{ n }} days{% endblocktrans %}
      {% include "x.html" with label=_("A label") %}"""

    found = extract(template_messages, BytesIO(template.encode()), KEYWORDS, (), {})

    assert [(message, context) for _, message, _, context in found] == [
        ("Full 100 %%", None),
        ("Open", "of a case"),
        ("Dear %(name)s, come in.", None),
        (("%(n)s day", "%(n)s days"), None),
        ("A label", None),
    ]


def test_python_gives_marked_sentences_and_tests_give_none(tmp_path: Path) -> None:
    write(
        tmp_path / "src/kotopolku/law/rule.py",
        "N_('Ends {day}.')\ngettext_lazy('Case')\nnpgettext('left', '%s day', '%s days', 2)\n"
        "# Translators: a room\n_('Hall')\nprint('not this')\n",
    )
    write(tmp_path / "src/kotopolku/law/tests/test_rule.py", "_('not this either')\n")

    found = found_messages(tmp_path)

    assert [(message.id, message.context) for message in found] == [
        (("%s day", "%s days"), "left"),
        ("Case", None),
        ("Ends {day}.", None),
        ("Hall", None),
    ]
    assert found[-1].notes == ["Translators: a room"]


def test_a_source_that_cannot_be_read_is_named_and_nothing_is_written(checkout: Path, capsys) -> None:
    before = pot_path(checkout).read_bytes()
    write(checkout / "src/kotopolku/web/desk/half.py", "if unfinished:\n    _('One')\n  _('Two')\n")

    assert command(checkout, "update") == 2

    assert capsys.readouterr().out.startswith("src/kotopolku/web/desk/half.py cannot be read")
    assert pot_path(checkout).read_bytes() == before


# ---- the files ----


def test_staff_sentences_go_to_the_three_staff_languages_only(checkout: Path) -> None:
    for language in UI_LANGUAGES:
        text = po_path(checkout, language).read_text(encoding="utf-8")
        assert CLIENT_MESSAGE in text
        assert (STAFF_MESSAGE in text) == (language.code in {"fi", "sv", "en"}), language.code


def test_the_files_hold_no_date_and_no_line_number_and_come_out_the_same_again(checkout: Path) -> None:
    before = {path: path.read_bytes() for path in (checkout / "locale").rglob("*.po*")}
    write(checkout / DESK, "\n\n" + (checkout / DESK).read_text(encoding="utf-8"))

    assert command(checkout, "update") == 0

    assert {path: path.read_bytes() for path in (checkout / "locale").rglob("*.po*")} == before
    assert len(before) == 16
    text = pot_path(checkout).read_text(encoding="utf-8")
    assert f"#: {DESK}\n" in text
    assert "Date" not in text


def test_a_translation_comes_back_with_its_sentence(checkout: Path) -> None:
    source = (checkout / DESK).read_text(encoding="utf-8")
    write(checkout / DESK, source.replace(STAFF_MESSAGE, "Save"))
    command(checkout, "update")
    write(checkout / DESK, source)

    command(checkout, "update")

    assert 'msgstr "Tallenna asia"' in po_path(checkout, by_code("fi")).read_text(encoding="utf-8")


def test_pruning_drops_what_the_sources_no_longer_hold(checkout: Path) -> None:
    write(checkout / DESK, "")
    command(checkout, "update")
    kept = po_path(checkout, by_code("fi")).read_text(encoding="utf-8")

    command(checkout, "update", "--prune")

    assert "#~" in kept
    assert "Tallenna asia" not in po_path(checkout, by_code("fi")).read_text(encoding="utf-8")


# ---- compiling ----


@pytest.mark.slow
def test_a_missing_text_comes_from_the_next_language_of_the_chain(checkout: Path) -> None:
    translate(checkout, "fa", CLIENT_MESSAGE, "رزرو وقت")

    compile_all(checkout)

    assert compiled(checkout, "prs").gettext(CLIENT_MESSAGE) == "رزرو وقت"
    assert compiled(checkout, "fa").gettext(CLIENT_MESSAGE) == "رزرو وقت"
    assert compiled(checkout, "ckb").gettext(CLIENT_MESSAGE) == f"\u2066{CLIENT_MESSAGE}\u2069"
    assert compiled(checkout, "fi-x-selko").gettext(CLIENT_MESSAGE) == "Varaa aika"
    assert compiled(checkout, "en").gettext(CLIENT_MESSAGE) == CLIENT_MESSAGE


def test_swedish_falls_back_to_finnish_and_never_to_english(checkout: Path) -> None:
    translate(checkout, "sv", CLIENT_MESSAGE, "")

    compile_all(checkout)

    assert compiled(checkout, "sv").gettext(CLIENT_MESSAGE) == "Varaa aika"


def test_a_doubtful_text_is_not_used(checkout: Path) -> None:
    path = po_path(checkout, by_code("sv"))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'msgid "{CLIENT_MESSAGE}"', f'#, fuzzy\nmsgid "{CLIENT_MESSAGE}"'), encoding="utf-8"
    )

    compile_all(checkout)

    assert compiled(checkout, "sv").gettext(CLIENT_MESSAGE) == "Varaa aika"


def test_a_borrowed_plural_is_counted_by_the_rule_of_its_own_language(checkout: Path) -> None:
    compile_all(checkout)

    with borrowed_path(checkout, by_code("uk")).open("rb") as file:
        borrowed = gettext.GNUTranslations(file)

    assert borrowed.ngettext("%(count)s day left", "%(count)s days left", 21) == "%(count)s days left"
    assert (
        compiled(checkout, "fi").ngettext("%(count)s day left", "%(count)s days left", 1)
        == "%(count)s päivä jäljellä"
    )
    assert not borrowed_path(checkout, by_code("sv")).exists()


def test_every_language_has_a_compiled_catalogue_or_django_would_not_know_it(checkout: Path) -> None:
    compile_all(checkout)

    assert all(mo_path(checkout, language).exists() for language in UI_LANGUAGES)


def test_nothing_is_compiled_twice(checkout: Path) -> None:
    assert compile_all(checkout) is True
    assert compile_all(checkout) is False

    translate(checkout, "fi", CLIENT_MESSAGE, "Varaa aikasi")

    assert compile_all(checkout) is True
    assert compiled(checkout, "fi").gettext(CLIENT_MESSAGE) == "Varaa aikasi"


def test_a_page_can_tell_in_which_language_a_text_really_is(checkout: Path, monkeypatch) -> None:
    translate(checkout, "fa", CLIENT_MESSAGE, "رزرو وقت")
    compile_all(checkout)
    monkeypatch.setattr(catalogues, "REPOSITORY", checkout)
    catalogues.forget_shown()

    shown = {
        code: shown_language(CLIENT_MESSAGE, code) for code in ("fi", "fi-x-selko", "fa", "prs", "ckb", "en")
    }

    assert shown == {"fi": "fi", "fi-x-selko": "fi", "fa": "fa", "prs": "fa", "ckb": "en", "en": "en"}
    assert shown_language("nobody's sentence", "ckb") == "ckb"
    catalogues.forget_shown()


def test_django_speaks_its_own_sentences_in_the_languages_it_does_not_know(checkout: Path) -> None:
    compile_all(checkout)

    required = "This field is required."
    assert compiled(checkout, "prs").gettext(required) == "این فیلد لازم است."
    assert compiled(checkout, "kmr").gettext(required) == required
    assert compiled(checkout, "so").gettext("March") == "Maarso"
    assert compiled(checkout, "prs").pgettext("alt. month", "March") == "مارچ"


# ---- checking ----


def test_whole_catalogues_have_no_faults(whole: Path) -> None:
    assert faults(whole) == []
    assert command(whole, "check") == 0
    assert coverage(whole, by_code("fi")).percent == 100
    assert coverage(whole, by_code("ar")).percent == 100


def test_a_new_sentence_that_nobody_extracted_is_a_fault(checkout: Path) -> None:
    write(checkout / "src/kotopolku/web/desk/new.py", "gettext('Something new')")

    found = faults(checkout)

    assert any("django.pot is not what the sources say" in fault for fault in found)
    assert any(fault.startswith("locale/fi/") and "not up to date" in fault for fault in found)
    assert command(checkout, "check") == 1


def test_a_sentence_without_finnish_or_swedish_is_a_fault(whole: Path) -> None:
    translate(whole, "sv", STAFF_MESSAGE, "")

    assert faults(whole) == [f"locale/sv/LC_MESSAGES/django.po: “{STAFF_MESSAGE}” is not translated."]


def test_a_changed_placeholder_is_a_fault(whole: Path) -> None:
    path = po_path(whole, by_code("fi"))
    path.write_text(
        path.read_text(encoding="utf-8").replace("%(count)s päivää", "%(luku)s päivää"), encoding="utf-8"
    )

    (fault,) = faults(whole)

    assert "lacks %(count)s" in fault


def test_a_missing_plural_form_is_a_fault_in_any_language(checkout: Path) -> None:
    write(
        checkout / PUBLIC,
        "{% blocktrans count n=x %}{{ n }} seat{% plural %}{{ n }} seats{% endblocktrans %}",
    )
    write(
        checkout / "uk.tsv",
        "msgid\tfi\tsv\tuk\n%(n)s seat\tx %(n)s\tx %(n)s\tф %(n)s\n%(n)s seats\ty %(n)s\ty %(n)s\tг %(n)s\n",
    )
    command(checkout, "update", "--prune")
    command(checkout, "merge", str(checkout / "uk.tsv"))
    path = po_path(checkout, by_code("uk"))
    path.write_text(
        path.read_text(encoding="utf-8").replace('msgstr[2] "г %(n)s"', 'msgstr[2] ""'), encoding="utf-8"
    )

    (fault,) = [one for one in faults(checkout) if one.startswith("locale/uk/")]

    assert "lacks some of its 3 plural forms" in fault


def test_a_lost_catalogue_is_a_fault(whole: Path) -> None:
    po_path(whole, by_code("kmr")).unlink()

    (fault,) = faults(whole)

    assert "locale/kmr/LC_MESSAGES/django.po is missing" in fault


# ---- tables ----


def test_a_table_fills_gaps_and_replaces_only_when_asked(checkout: Path, capsys) -> None:
    table = checkout / "other.tsv"
    write(table, f"# from the translator\n{STAFF_MESSAGE}\tTallenna asiakirja\t\nNot a sentence\tEi\tNej\n")

    assert command(checkout, "merge", str(table)) == 0
    assert "Tallenna asiakirja" not in po_path(checkout, by_code("fi")).read_text(encoding="utf-8")
    assert "fi: 0 filled, 0 replaced, 1 kept, 1 not in the sources, 0 refused" in capsys.readouterr().out

    assert command(checkout, "merge", "--replace", str(table)) == 0
    assert "Tallenna asiakirja" in po_path(checkout, by_code("fi")).read_text(encoding="utf-8")
    assert "Spara ärendet" in po_path(checkout, by_code("sv")).read_text(encoding="utf-8")


def test_a_table_may_name_its_languages_and_be_marked_as_unread(checkout: Path, monkeypatch) -> None:
    write(checkout / "ar.tsv", f"msgid\tar\tprs\n{CLIENT_MESSAGE}\tحجز موعد\tگرفتن وقت\n")

    command(checkout, "merge", "--machine", str(checkout / "ar.tsv"))

    compile_all(checkout)
    monkeypatch.setattr(catalogues, "REPOSITORY", checkout)
    catalogues.forget_shown()
    assert is_unread(CLIENT_MESSAGE, "prs")
    assert not is_unread(CLIENT_MESSAGE, "fa")
    catalogues.forget_shown()
    assert f'# machine\nmsgid "{CLIENT_MESSAGE}"\nmsgstr "حجز موعد"' in po_path(
        checkout, by_code("ar")
    ).read_text("utf-8")
    assert coverage(checkout, by_code("prs")).machine == 1
    assert not [one for one in faults(checkout) if one.startswith(("locale/ar/", "locale/prs/"))]


def test_a_translation_that_loses_a_placeholder_is_refused(checkout: Path, capsys) -> None:
    write(checkout / "bad.tsv", "%(count)s day left\tpäivä\tdag\n%(count)s days left\tpäiviä\tdagar\n")

    assert command(checkout, "merge", "--replace", str(checkout / "bad.tsv")) == 1

    assert "lacks %(count)s" in capsys.readouterr().out
    assert "%(count)s päivää" in po_path(checkout, by_code("fi")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "complaint"),
    [("msgid\tku\nOpen\tVeke\n", ":1: ku is not one of"), ("Open\tAvaa\tÖppna\tOuvrir\n", ":1: 4 cells")],
)
def test_a_table_that_cannot_be_read_names_its_line(
    checkout: Path, capsys, table: str, complaint: str
) -> None:
    write(checkout / "bad.tsv", table)

    assert command(checkout, "merge", str(checkout / "bad.tsv")) == 2
    assert f"bad.tsv{complaint}" in capsys.readouterr().out

"""`kotopolku programme` on real folders."""

import os
import shutil
import subprocess
import sys

import pytest

from kotopolku.cli.programme import run
from kotopolku.programme.check import check
from kotopolku.programme.files import read_folder
from kotopolku.programme.tests.samples import RAISIO, raisio


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(RAISIO, tmp_path / "area")
    return tmp_path / "area"


def warnings():
    """How many of them the check finds; test_raisio.py says which."""
    return len(check(raisio()).warnings)


def test_a_good_folder_passes_with_its_warnings(capsys):
    assert run(["check", str(RAISIO)]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == f"0 errors, {warnings()} warnings"


def test_a_typo_fails_and_names_file_field_and_remedy(folder, capsys):
    path = folder / "programme.toml"
    path.write_bytes(path.read_bytes().replace(b"part_time", b"part_tmie"))

    assert run(["check", str(folder)]) == 1

    out = capsys.readouterr().out
    assert (
        "error: programme.toml: services[training].part_tmie: The name 'part_tmie' is not known here." in out
    )
    assert "Did you mean 'part_time'?" in out


@pytest.mark.slow
def test_format_brings_a_hand_edited_folder_back_to_the_canonical_form(folder):
    path = folder / "programme.toml"
    path.write_bytes(b"# edited by hand\n" + path.read_bytes())
    text = folder / "texts" / "fi" / "programme-title.md"
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))

    assert run(["check", str(folder)]) == 1
    assert run(["format", str(folder)]) == 0

    assert read_folder(folder).files == raisio().files
    assert (folder / "README.md").exists()


def test_format_writes_nothing_while_a_file_cannot_be_read(folder, capsys):
    text = folder / "texts" / "fi" / "programme-title.md"
    text.write_text("no head", encoding="utf-8")

    assert run(["format", str(folder)]) == 1

    assert text.read_text(encoding="utf-8") == "no head"
    assert "Nothing was written" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_told(tmp_path, capsys):
    assert run(["check", str(tmp_path / "nowhere")]) == 1

    assert "programme.toml: The file is missing." in capsys.readouterr().out


@pytest.fixture
def fixed_day(monkeypatch):
    monkeypatch.setenv("KOTOPOLKU_TODAY", "2026-11-24")


@pytest.mark.slow
def test_load_then_export_gives_the_same_bytes_and_a_second_load_says_that_nothing_changed(
    db, fixed_day, tmp_path, capsys
):
    assert run(["load", str(RAISIO)]) == 0
    assert run(["export", str(tmp_path / "out")]) == 0
    assert read_folder(tmp_path / "out").files == raisio().files
    capsys.readouterr()

    assert run(["load", str(RAISIO)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"raisio: 0 changed, {warnings()} warnings (see `programme check`)"
    ]


@pytest.mark.slow
def test_preview_tells_the_change_and_makes_none(db, fixed_day, folder, tmp_path, capsys):
    run(["load", str(RAISIO)])
    path = folder / "programme.toml"
    old, new = b'name = "Jani V\xc3\xa4lim\xc3\xa4ki"', b'name = "Toinen Nimi"'
    data = path.read_bytes()
    path.write_bytes(data.replace(old.replace(b"name", b"person"), new.replace(b"name", b"person")))
    assert path.read_bytes() != data
    capsys.readouterr()

    assert run(["load", str(folder), "--preview"]) == 0

    assert capsys.readouterr().out.splitlines()[0] == (
        "~ programme.toml: contacts[naantali-contact].person: Jani Välimäki -> Toinen Nimi"
    )
    assert run(["export", str(tmp_path / "out")]) == 0
    assert read_folder(tmp_path / "out").files == raisio().files


def test_a_folder_with_errors_is_not_loaded(db, fixed_day, folder, capsys):
    (folder / "texts" / "fi" / "programme-title.md").unlink()

    assert run(["load", str(folder)]) == 1

    assert "Nothing was loaded" in capsys.readouterr().out
    assert run(["export", str(folder)]) == 1
    assert "The database has: none." in capsys.readouterr().out


@pytest.mark.slow
def test_export_never_empties_a_folder_that_is_no_programme(db, fixed_day, tmp_path, capsys):
    run(["load", str(RAISIO)])
    other = tmp_path / "texts" / "mine.txt"
    other.parent.mkdir()
    other.write_text("mine", encoding="utf-8")

    assert run(["export", str(tmp_path)]) == 1

    assert other.read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
def test_checking_a_folder_needs_no_django():
    code = (
        "import sys; from kotopolku.cli.programme import run; run(['check', sys.argv[1]]); "
        "print('django' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(RAISIO)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(RAISIO.parents[1] / "src")},
    )

    assert done.stdout.splitlines()[-1] == "False"

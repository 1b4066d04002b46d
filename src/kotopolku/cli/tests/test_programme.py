"""`kotopolku programme` on real folders."""

import shutil

import pytest

from kotopolku.cli.programme import run
from kotopolku.programme.files import read_folder
from kotopolku.programme.tests.samples import RAISIO, raisio


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(RAISIO, tmp_path / "area")
    return tmp_path / "area"


def test_a_good_folder_passes_with_its_warnings(capsys):
    assert run(["check", str(RAISIO)]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == "0 errors, 48 warnings"


def test_a_typo_fails_and_names_file_field_and_remedy(folder, capsys):
    path = folder / "programme.toml"
    path.write_bytes(path.read_bytes().replace(b"part_time", b"part_tmie"))

    assert run(["check", str(folder)]) == 1

    out = capsys.readouterr().out
    assert (
        "error: programme.toml: services[training].part_tmie: The name 'part_tmie' is not known here." in out
    )
    assert "Did you mean 'part_time'?" in out


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

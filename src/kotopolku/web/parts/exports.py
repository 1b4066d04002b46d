"""Tables as files to take along: CSV and XLSX whose cells are words and numbers, never formulas.

A name such as `=HYPERLINK(…)` becomes a formula in whoever's spreadsheet opens the file; an apostrophe before it makes
it the text it is (OWASP, CSV injection).
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpResponse

from kotopolku.web.parts.requests import PageRequest

type Value = str | int | float | Decimal | bool | date | datetime | None

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # no spreadsheet file can hold them
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_file(
    request: PageRequest, name: str, *, title: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]
) -> HttpResponse:
    """Answer with a table as XLSX or CSV, as the form's `as` asks; `name` and the day are the file's name."""
    if request.POST.get("as") == "xlsx":
        content, kind, ending = xlsx_file(title, columns, rows), XLSX_TYPE, "xlsx"
    else:
        content, kind, ending = csv_file(columns, rows), CSV_TYPE, "csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}-{request.on.isoformat()}.{ending}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def neutral(value: Value) -> Value:
    """Return the value with an apostrophe before a text that a spreadsheet would run; numbers and dates as they are."""
    if not isinstance(value, str):
        return value
    value = _CONTROLS.sub("", value)  # first: what they hide would stand at the beginning afterwards
    # A spreadsheet trims spaces before it looks for a formula.
    return (
        f"'{value}" if value.startswith(DANGEROUS) or value.lstrip(" \u00a0").startswith(DANGEROUS) else value
    )


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return a CSV with semicolons and a byte order mark, as Finnish spreadsheets read it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([neutral(column) for column in columns])
    writer.writerows([neutral(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_file(title: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return an XLSX with one sheet; texts are text cells, whatever they begin with."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(sign for sign in title if sign not in "[]:*?/\\")[:31])

    def cell(value: Value) -> Any:
        made = WriteOnlyCell(sheet, neutral(value))
        if isinstance(value, str):
            made.data_type = "s"  # openpyxl takes "=…" for a formula, also where we would not
        return made

    sheet.append([cell(column) for column in columns])
    for row in rows:
        sheet.append([cell(value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

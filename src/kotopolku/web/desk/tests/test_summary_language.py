"""A text shown in a language other than asked says which one it is: no English runs from right to left."""

import pytest
from tests.cast import TODAY
from tests.desk import accepted

from kotopolku.audit.acting import acting_as
from kotopolku.cases.queries import assessment_view
from kotopolku.web.desk.assessment.paper_file import conclusion, spoken


@pytest.mark.slow
@pytest.mark.parametrize("code", ["ar", "prs", "ckb"])
def test_a_run_from_right_to_left_is_written_in_arabic_letters(officer, code):
    matter = accepted(officer)
    with acting_as(officer, on=TODAY):
        section = conclusion(assessment_view(matter.assessment), ("fi", spoken(code)))
    runs = [run for row in section.rows for cell in row for run in cell]
    assert len(runs) > 2
    assert all(any("\u0600" <= letter <= "\u06ff" for letter in run.text) for run in runs if run.rtl)

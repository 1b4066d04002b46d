"""The plan as a file: both languages in it, nobody's name about it, and its making in the log."""

import io

import pikepdf
import pytest
from django.urls import reverse
from tests.desk import accepted, client_of

from kotopolku.audit.models import LogRow
from kotopolku.people.entries import LanguageEntry

pytestmark = pytest.mark.django_db


def test_the_plan_comes_as_a_tagged_file_in_finnish_and_the_clients_language(officer):
    # given a client who reads Arabic
    languages = (LanguageEntry(use="written", language="ar"), LanguageEntry(use="spoken", language="ar"))
    matter = accepted(officer, languages=languages)
    # when the officer opens the paper
    answer = client_of(officer).get(reverse("desk:plan_paper_file", args=[matter.plan]))
    # then it is a tagged PDF whose parts tell that they are Arabic
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    pdf = pikepdf.open(io.BytesIO(answer.content))
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "fi"
    # and neither the file's name nor its properties tell whose it is
    assert answer["Content-Disposition"] == 'inline; filename="kotoutumissuunnitelma.pdf"'
    assert answer["Cache-Control"] == "no-store"
    assert str(pdf.docinfo["/Title"]) == "Kotoutumissuunnitelma"
    # and the log knows that it was taken out
    row = LogRow.objects.filter(kind="export", subject="plan").get()
    assert [seen.person_id for seen in row.seen.all()] == [matter.person]


def test_a_draft_says_that_it_is_one(officer):
    from tests.desk import in_draft

    answer = client_of(officer).get(reverse("desk:plan_paper_file", args=[in_draft(officer).plan]))
    assert answer.status_code == 200

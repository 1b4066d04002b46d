"""The plan as a file: both languages in it, nobody's name about it, and its making in the log."""

import io

import pikepdf
import pytest
from django.urls import reverse
from tests.desk import accepted, being_assessed, client_of, in_draft

from kotopolku.audit.models import LogRow
from kotopolku.people.entries import LanguageEntry

pytestmark = pytest.mark.django_db


@pytest.mark.slow
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
    answer = client_of(officer).get(reverse("desk:plan_paper_file", args=[in_draft(officer).plan]))
    assert answer.status_code == 200


def test_the_summary_of_an_assessment_comes_as_a_file_without_what_was_not_asked(officer):
    matter = accepted(officer, languages=(LanguageEntry(use="written", language="sv"),))
    answer = client_of(officer).get(reverse("desk:assessment_file", args=[matter.assessment]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    pdf = pikepdf.open(io.BytesIO(answer.content))
    assert str(pdf.docinfo["/Title"]) == "Osaamisen ja kotoutumisen palvelutarpeen arviointi"
    row = LogRow.objects.filter(kind="export", subject="assessment").get()
    assert [seen.person_id for seen in row.seen.all()] == [matter.person]


def test_a_draft_assessment_has_no_summary_to_give_out(officer):
    _person, _case, assessment = being_assessed(officer)
    assert client_of(officer).get(reverse("desk:assessment_file", args=[assessment])).status_code == 404

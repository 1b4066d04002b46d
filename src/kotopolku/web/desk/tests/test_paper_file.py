"""The plan as a file: both languages in it, nobody's name about it, and its making in the log."""

import io
import json
import re
from dataclasses import asdict

import pikepdf
import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, being_assessed, client_of, in_draft

from kotopolku.audit.acting import acting_as
from kotopolku.audit.models import LogRow
from kotopolku.languages.codes import UI_LANGUAGES
from kotopolku.letters.pdf import render
from kotopolku.people.entries import LanguageEntry
from kotopolku.plans.actions import review_plan
from kotopolku.plans.queries import plan_view
from kotopolku.web.desk import papers
from kotopolku.web.desk.assessment.paper_file import spoken
from kotopolku.web.desk.assessment.telling import TEXTS, client_texts
from kotopolku.web.desk.assessment.telling_rights import RIGHTS

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
    drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert re.search(rb"/Lang\(ar\)", drawn)
    # and it comes in Swedish beside Arabic where that is asked for
    swedish = client_of(officer).get(reverse("desk:plan_paper_file", args=[matter.plan]) + "?main=sv")
    assert str(pikepdf.open(io.BytesIO(swedish.content)).Root.Lang) == "sv"
    # and neither the file's name nor its properties tell whose it is
    assert answer["Content-Disposition"] == 'inline; filename="kotoutumissuunnitelma.pdf"'
    assert answer["Cache-Control"] == "no-store"
    assert str(pdf.docinfo["/Title"]) == "Kotoutumissuunnitelma"
    # and the log knows that it was taken out
    row, _second = LogRow.objects.filter(kind="export", subject="plan").order_by("pk")
    assert [seen.person_id for seen in row.seen.all()] == [matter.person]


@pytest.mark.slow
def test_a_draft_says_that_it_is_one(officer):
    answer = client_of(officer).get(reverse("desk:plan_paper_file", args=[in_draft(officer).plan]))
    assert answer.status_code == 200


@pytest.mark.slow
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


@pytest.mark.slow
def test_neither_a_plan_nor_its_review_tells_how_to_ask_for_rectification(officer, monkeypatch):
    # 95 § 3 mom.: no separate request for rectification of a plan or a review
    matter, client = accepted(officer), client_of(officer)
    made = []

    def kept(paper):
        made.append(json.dumps(asdict(paper), ensure_ascii=False))
        return render(paper)

    monkeypatch.setattr(papers, "render", kept)
    with acting_as(officer, on=TODAY):
        version = plan_view(matter.plan, on=TODAY).version
        review_plan(
            plan_id=matter.plan,
            version=version,
            on=TODAY,
            participation="Joka päivä",
            progress="A1.3",
            source="client",
        )
        review = plan_view(matter.plan, on=TODAY).reviews[0].id
    assert client.get(reverse("desk:plan_paper_file", args=[matter.plan])).status_code == 200
    assert (
        client.get(f"{reverse('desk:plan_review_file', args=[matter.plan])}?review={review}").status_code
        == 200
    )
    page = client.get(reverse("desk:plan_paper", args=[matter.plan])).content.decode()
    assert "A1.3" in made[1]
    for text in (*made, page):
        assert not re.search(r"oikaisu|muutoksenhaku|valitu[sk]|omprövning|rättelse", text, re.IGNORECASE)


def test_a_paper_in_a_machine_drafted_language_says_so_in_that_language():
    # given that nobody has read all the Arabic words, and that the Finnish and Swedish ones are read
    drafted = [one for one in papers.as_written(("fi", "ar")) if one.rtl]
    # then the paper says in Arabic that they are unread, and nothing of the kind beside Swedish
    assert len(drafted) == 2
    assert papers.said(papers.UNREAD, "ar")[0] in [one.text for one in drafted]
    assert len(papers.as_written(("fi", "sv"))) == 2


def test_the_summary_of_an_assessment_is_in_every_client_language():
    # 4.9: its headings, questions and answers have words in all fifteen, so that no column falls back
    assert [one.code for one in UI_LANGUAGES if spoken(one.code) != one.code] == []


def test_what_is_told_is_in_the_clients_language_and_unapproved_rights_in_finnish_to_be_interpreted():
    # given a client who speaks Somali, whose words no reader has approved
    told = {one.text: one for one in client_texts("so", list(TEXTS))}
    # then the aims, the process and the question are in Somali, rights and duties in Finnish to be interpreted
    rights = [one for one in told.values() if one.orally]
    assert [one.lang for one in told.values()] == ["so", "so", "fi", "fi", "so"]
    assert [one.text for one in rights] == [papers.said(text, "fi")[0] for text in RIGHTS.values()]
    # and plain Finnish asks for no interpreter
    assert not any(one.orally for one in client_texts("fi-x-selko", list(TEXTS)))

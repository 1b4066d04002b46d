"""A refusal is decided on a page, given out as a letter in two languages, and its delivery counted from."""

import io
import json
from dataclasses import asdict

import pikepdf
import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.letters.pdf import render
from kotopolku.people.entries import LanguageEntry
from kotopolku.plans.tests.stories import opened
from kotopolku.web.desk import papers

TYPED = {
    "number": "RAI/123/2026",
    "requested_on": "20.11.2026",
    "language": "fi",
    "provisions": ["681/2023 14.1(4)"],
    "reasons": "Palvelun tarvetta ei ole: asiakas osaa suomea ja on työssä.",
    "authority": "Raision kaupunki",
    "address": "PL 100, 21201 Raisio",
    "contact": "Aino Kettunen, 02 434 3111",
}


@pytest.mark.slow
def test_a_refusal_is_made_given_out_and_delivered(officer):
    # given
    case = opened(officer, on=TODAY, periods=[])[1]
    client = client_of(officer)
    url = reverse("desk:decisions", args=[case])
    # when a reason is missing, the form comes back as typed
    missing = client.post(url, TYPED | {"reasons": ""})
    assert missing.status_code == 422
    assert "RAI/123/2026" in missing.content.decode()
    # when it is whole
    made = client.post(url, TYPED)
    assert made.status_code == 302
    letter = client.get(made["Location"].replace("/one/", "/file/"))
    # then the letter is a file without a name in its own name
    assert letter["Content-Type"] == "application/pdf"
    assert "paatos.pdf" in letter["Content-Disposition"]
    # and the day of delivery gives the last day for rectification
    assert client.post(made["Location"], {"way": "ordinary_letter", "on": "24.11.2026"}).status_code == 302
    assert "31.12.2026" in client.get(made["Location"]).content.decode()
    assert "RAI/123/2026" in client.get(url).content.decode()


@pytest.mark.slow
def test_a_decision_made_in_swedish_is_a_swedish_letter_beside_the_clients_language(officer, monkeypatch):
    # given a client who reads Arabic, and a decision made in Swedish
    written = [LanguageEntry(use="written", language="ar")]
    case = opened(officer, on=TODAY, periods=[], languages=written)[1]
    client, made = client_of(officer), []

    def kept(paper):
        made.append(paper)
        return render(paper)

    monkeypatch.setattr(papers, "render", kept)
    where = client.post(reverse("desk:decisions", args=[case]), TYPED | {"language": "sv"})["Location"]
    # when its letter is made
    letter = client.get(where.replace("/one/", "/file/"))
    # then Swedish is its language, and which one counts is said in both
    assert str(pikepdf.open(io.BytesIO(letter.content)).Root.Lang) == "sv"
    (paper,) = made
    assert paper.title == "Beslut om en begärd bedömning"
    # (nobody has approved the Arabic words of rights: the whole column is English, and asks to be interpreted)
    assert [one.lang for one in paper.titles] == ["sv", "en"]
    assert {cell[0].lang for section in paper.sections for cell in [section.heading[1:]]} == {"en"}
    assert [one.text for one in paper.closing[-1]] == ["Tolka muntligt."]
    assert "på svenska" in paper.closing[0][0].text
    assert "30 dagar" in json.dumps(asdict(paper), ensure_ascii=False)

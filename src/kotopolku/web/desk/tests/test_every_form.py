"""The character NUL in every field of every form of every desk page; the table of routes leaves none out."""

from dataclasses import asdict

import pytest
from django.urls import reverse
from tests.desk import client_of, in_draft
from tests.everything import with_everything
from tests.html_forms import forms_on

from kotopolku.audit.actor import Role
from kotopolku.web.desk.tests.test_hostile import FRAME, HOSTILE, harmless, sent
from kotopolku.web.route_table import TABLE

PAGES = [row for row in TABLE if row.space == "desk" and row.answers[Role.OFFICER][0] == 200]
#: Shown only with more in the query: tried by name in `test_hostile`.
QUERIES = {"desk:fact": "?key=residence.quota_refugee", "desk:judge": "?key=assessment.judged_needed"}


@pytest.mark.slow
def test_a_nul_in_every_field_of_every_form_breaks_no_page(officer, monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())
    # given one of everything that a page can be about
    known = asdict(with_everything(officer, in_draft(officer)))
    client, tried = client_of(officer), set()
    for row in PAGES:
        url = reverse(row.name, args=[known[row.thing]] if row.thing else []) + QUERIES.get(row.name, "")
        page = client.get(url)
        if not page.headers["Content-Type"].startswith("text/html"):
            continue
        for form in forms_on(page.content.decode(), url=url, day="24.11.2026"):
            fields = (form.action.partition("?")[0], *sorted(form.values))
            if form.action in {FRAME["sign_out"], FRAME["find"]} or fields in tried:
                continue
            tried.add(fields)
            # when each field holds a NUL, the page answers as it answers any mistake
            for answer in sent(client, form, HOSTILE["nul"], everywhere=True):
                assert harmless(answer), (row.name, form.action)
    assert len(tried) >= 20

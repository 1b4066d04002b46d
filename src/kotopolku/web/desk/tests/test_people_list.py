"""The list of clients narrowed, sorted, paged and taken along; finding who sounds alike or may be there twice."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from tests.desk import client_of, set_targets

from kotopolku.audit.acting import acting_as
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import close_case
from kotopolku.clocks.clients import Wanted, client_page
from kotopolku.people.entries import LanguageEntry, Names
from kotopolku.people.queries import HIDDEN
from kotopolku.plans.tests.stories import opened


def register(actor, today, given, family="Haddad", **known):
    return opened(
        actor, on=today - timedelta(days=40), names=Names(given_names=given, family_name=family), **known
    )


def listed(actor, today, **wanted):
    with acting_as(actor, on=today):
        return [row.person.name for row in client_page(Wanted(**wanted)).rows]


def found(client, text):
    return client.post(reverse("desk:find"), {"q": text}).context


def test_the_list_is_narrowed_by_state_officer_language_and_lateness(officer, colleague, area, today, raisio):
    # given one late client of Aino's who speaks Somali, one of Samir's, one closed and one without a case
    set_targets(area.id)
    register(officer, today, "Hodan", languages=[LanguageEntry(use="interpreting", language="so")])
    with acting_as(colleague, on=today):
        opened(colleague, on=today, names=Names(given_names="Omar", family_name="Haddad"))
    closed = register(officer, today, "Rana")[1]
    with acting_as(officer, on=today):
        close_case(case_id=closed, reason="moved_away")
    # when, then
    assert listed(officer, today, state="open") == ["Hodan Haddad", "Omar Haddad"]
    assert listed(officer, today, state="closed") == ["Rana Haddad"]
    assert listed(officer, today, officer_id=colleague.staff_id) == ["Omar Haddad"]
    assert listed(officer, today, language="so") == ["Hodan Haddad"]
    assert listed(officer, today, late=True) == ["Hodan Haddad"]
    assert listed(officer, today, order="newest") == ["Omar Haddad", "Hodan Haddad"]
    assert listed(officer, today, municipality=raisio.id, state="open", late=True) == ["Hodan Haddad"]


def test_a_protected_client_is_under_no_municipality_in_list_and_file(officer, today, raisio):
    register(officer, today, "Suojattu", non_disclosure=True)
    assert not listed(officer, today, municipality=raisio.id)
    assert listed(officer, today, municipality=HIDDEN) == ["Suojattu Haddad"]
    file = client_of(officer).post(reverse("desk:people_export"), {"as": "csv"}).content.decode("utf-8-sig")
    assert "Suojattu" in file
    assert "Raisio" not in file


@pytest.mark.slow
@pytest.mark.parametrize("order", ["name", "newest", "oldest"])
def test_every_client_is_on_one_page_and_only_one(officer, today, order):
    # given five clients, three of them opened on one day under one name
    for given in ("Rana", "Rana", "Rana", "Omar"):
        register(officer, today, given)
    opened(officer, on=today, names=Names(given_names="Aamu", family_name="Haddad"))
    # when the list is turned two at a time
    seen, after = [], None
    with acting_as(officer, on=today):
        for _page in range(3):
            page = client_page(Wanted(order=order), after=after, size=2)
            seen += [row.person.id for row in page.rows]
            after = page.next_after
    # then
    assert len(seen) == len(set(seen)) == 5
    assert after is None


def test_the_list_is_taken_along_as_a_spreadsheet_and_the_log_tells(officer, today):
    # given a client whose name would be a formula
    register(officer, today, "=1+1", "Haddad")
    # when
    answer = client_of(officer).post(reverse("desk:people_export"), {"as": "xlsx", "state": "open"})
    # then the file holds the text, its name nothing personal, and the log one export of one person
    (_head, row) = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    assert row[0] == "Haddad =1+1"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="clients-2026-11-24.xlsx"'
    assert LogRow.objects.filter(kind="export", subject="people", count=1).exists()


@pytest.mark.slow
def test_a_name_that_sounds_like_what_was_written_is_offered_beside(officer, today, stranger):
    # given one name in three spellings, and a stranger's client with the fourth
    register(officer, today, "Maxamed", "Warsame")
    register(officer, today, "Мухаммад", "Варсаме")
    register(stranger, today, "Muhammed", "Warsame")
    # when
    page = found(client_of(officer), "Mohamed Warsame")
    # then
    names = {
        row[0].text for row in (*page["table"].rows, *(page["sounding"].rows if page["sounding"] else ()))
    }
    assert "Варсаме Мухаммад" in names
    assert len(names) <= 2


@pytest.mark.slow
def test_who_may_be_there_twice_is_flagged_but_not_by_the_first_of_january(officer, today):
    # given the same name in two orders and one birthday, and a namesake whose birthday is another
    register(officer, today, "Mohamed", "Ali", birth_date=date(1990, 5, 6))
    register(officer, today, "Ali", "Muhammad", birth_date=date(1990, 5, 6))
    register(officer, today, "Mohamed", "Ali", birth_date=date(1971, 2, 3))
    # when
    rows = found(client_of(officer), "moh ali")["table"].rows
    # then
    flagged = {row[1].text for row in rows if "sama henkilö" in row[0].more}
    assert flagged == {"6.5.1990"}
    # and two who share only an unknown birthday are not
    register(officer, today, "Amina", "Warsame", birth_date=date(1985, 1, 1))
    register(officer, today, "Amal", "Warsame", birth_date=date(1985, 1, 1))
    rows = found(client_of(officer), "warsame")["table"].rows
    assert not [row for row in rows if "sama henkilö" in row[0].more]

"""What pages get: names instead of ids, contacts of the day, samples marked, a fixed number of queries."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from kotopolku.programme import queries
from kotopolku.programme.actions import load_programme
from kotopolku.programme.check import check
from kotopolku.programme.tests.conftest import DAY
from kotopolku.programme.tests.samples import raisio


def test_a_service_page_says_who_where_how_and_who_answers(loaded):
    page = queries.service_page("raisio", "training", on=DAY)

    assert page.service.name.get("sv").text == "Integrationsutbildning"
    assert [str(name) for rung in page.ladder for name in rung.producers] == ["Raisio-opisto"]
    assert str(page.answers_for_jobseekers) == "Turun kaupunki, työvoimaviranomainen"
    assert [str(each) for each in page.municipalities] == ["Raisio", "Naantali", "Mynämäki", "Masku", "Rusko"]
    assert str(page.contact.role) == "Raision kotoutumispalvelut"
    assert page.counties == ()


def test_advice_stays_with_the_municipality_for_jobseekers_too(loaded):
    page = queries.service_page("raisio", "monineuvo", on=DAY)

    assert page.answers_for_jobseekers is None
    assert page.places[0].facts.id == "martinkatu"
    assert page.samples == {"services[monineuvo].languages"}


def test_a_service_shows_the_areas_own_rules_for_it(loaded):
    page = queries.service_page("raisio", "orientation", on=DAY)

    assert [each.code for each in page.own_rules] == [
        "group-minimum",
        "group-maximum",
        "self-study-readiness",
    ]


def test_an_unknown_service_municipality_or_area_is_none(loaded):
    assert queries.service_page("raisio", "nothing", on=DAY) is None
    assert queries.service_page("elsewhere", "training", on=DAY) is None
    assert queries.municipality_page("raisio", "turku", on=DAY) is None
    assert queries.document("elsewhere", on=DAY) is None
    assert queries.jobseekers("elsewhere") is None
    assert queries.head("elsewhere") is None
    assert queries.programme_of("elsewhere") is None


def test_every_municipality_has_a_recipient_and_a_stand_in_marked_as_sample(loaded):
    found = queries.recipients("raisio", on=DAY)

    assert len(found) == 5
    assert {str(each.recipient.role) for each in found} == {"viranomaisten yhteydenottojen vastaanotto"}
    assert {str(each.stand_in.role) for each in found} == {"Raision kotoutumispalvelut"}
    assert all(each.is_sample for each in found)


def with_contact(programme, **values):
    contacts = tuple(
        replace(each, **values) if each.id == "masku-contact" else each for each in programme.contacts
    )
    return replace(programme, contacts=contacts)


@pytest.mark.parametrize(("days", "shown"), [(0, "Maija Leino"), (1, None)])
def test_a_published_name_is_shown_to_its_last_day_and_no_longer(loaded, programme, days, shown):
    load_programme(programme=with_contact(programme, valid_until=DAY), on=DAY)

    contact = queries.municipality_page("raisio", "masku", on=DAY + timedelta(days=days)).contact

    assert (contact and contact.person) == shown


@pytest.mark.slow
def test_a_recipient_is_the_one_of_the_day(loaded, programme):
    later = date(2027, 1, 1)
    masku = next(each for each in programme.recipients if each.municipality == "masku")
    others = tuple(each for each in programme.recipients if each is not masku)
    two = (
        replace(masku, valid_until=date(2026, 12, 31)),
        replace(masku, valid_from=later, contact="masku-contact"),
    )
    load_programme(programme=replace(programme, recipients=(*others, *two)), on=DAY)

    today = {each.municipality: each for each in queries.recipients("raisio", on=DAY)}["masku"]
    then = {each.municipality: each for each in queries.recipients("raisio", on=later)}["masku"]

    assert today.recipient.email == "yhteydenotot@raisio.example"
    assert then.recipient.person == "Maija Leino"


@pytest.mark.slow
def test_a_municipality_that_has_left_is_not_shown(loaded, programme):
    members = tuple(
        replace(each, member_until=DAY) if each.id == "rusko" else each for each in programme.municipalities
    )
    load_programme(programme=replace(programme, municipalities=members), on=DAY)

    assert len(queries.municipalities("raisio", on=DAY)) == 5
    assert len(queries.municipalities("raisio", on=DAY + timedelta(days=1))) == 4


def test_what_changes_for_a_jobseeker_is_told_by_service(loaded):
    found = queries.jobseekers("raisio")

    assert [each.code for each in found.with_municipality] == ["monineuvo"]
    assert len(found.with_authority) == 6
    assert [each.facts.id for each in found.other] == ["job-search"]


def test_the_document_reads_in_chapters_and_names_who_made_it(loaded):
    found = queries.document("raisio", on=DAY)

    assert str(found.coordinating_unit) == "Raision kaupungin yritys- ja työllisyyspalvelut"
    assert len(found.prepared_by) == 5
    assert len(found.chapters) == 16
    assert [each.service.facts.number for each in found.chapters if each.service] == [1, 2, 3, 4, 5, 6, 7]
    assert all(each.title for each in found.chapters)
    assert found.contacts[0][1].person == "Terhikki Mäkelä"
    assert [each.state for each in found.approvals] == ["not_started"] * 5
    assert "13.1(6)" in found.deviations[0][0].provisions[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("ask", "count"),
    [
        (lambda: queries.service_page("raisio", "training", on=DAY), 10),
        (lambda: queries.municipalities("raisio", on=DAY), 13),
        (lambda: queries.recipients("raisio", on=DAY), 5),
        (lambda: queries.document("raisio", on=DAY), 14),
        (lambda: queries.jobseekers("raisio"), 6),
        (lambda: queries.own_rules("raisio"), 3),
        (lambda: queries.programme_of("raisio"), 18),
    ],
    ids=["service", "municipalities", "recipients", "document", "jobseekers", "own rules", "whole"],
)
def test_the_number_of_queries_is_known(loaded, ask, count):
    with CaptureQueriesContext(connection) as seen:
        ask()

    assert len(seen) == count


def test_remarks_are_those_of_the_check_of_the_folder(loaded):
    with override("en"):
        found = queries.remarks("raisio")

    assert Counter(each.code for each in found)["repealed"] == 5
    assert Counter(each.code for each in found) == Counter(each.code for each in check(raisio()).problems)
    assert "681/2023 17 was repealed on 1.1.2025 (1100/2024)." in [each.message for each in found]
    assert queries.remarks("elsewhere") == ()

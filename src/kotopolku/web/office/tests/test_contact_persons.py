"""Changing a contact person is one act with a day: pages, the 9 § recipient, its mail and duties move with it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import client_of

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.queries import area_view
from kotopolku.audit.actor import Role
from kotopolku.letters.codes import CONTACTS_ROLE
from kotopolku.letters.recipients import role_address
from kotopolku.programme.check import check
from kotopolku.programme.contact_queries import contacts_of
from kotopolku.programme.files import render
from kotopolku.programme.queries import head, programme_of

EVE, DAY = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture
def on(raisio_loaded, monkeypatch):
    """Make the pages those of a day."""

    def set_day(day):
        monkeypatch.setenv("KOTOPOLKU_TODAY", day.isoformat())

    set_day(TODAY)
    return set_day


@pytest.fixture
def members(on):
    return {one.code: one.id for one in area_view(on=TODAY).municipalities}


def somebody(username, name, role, *, at="raisio", covers=("raisio",)):
    return worker(username=username, name=name, at=at, area="raisio", role=role, covers=list(covers))


@pytest.fixture
def kaisa(members):
    return somebody("kaisa", "Kaisa Virta", Role.COORDINATOR, covers=members)


@pytest.fixture
def jani(members):
    return somebody("jani", "Jani Välimäki", Role.CONTACT_PERSON, at="naantali", covers=["naantali"])


@pytest.fixture
def maria(members):
    return somebody("maria", "Maria Uusi", Role.ADVISER, at="naantali", covers=["naantali"])


def change(actor, contact="naantali-contact", **more):
    sent = {
        "version": head("raisio").version,
        "from_day": "1.1.2027",
        "person": "Maria Uusi",
        "role_email": "kotoutuminen@naantali.example",
        "role_phone": "",
        "ends_duty": "",
        "new_holder": "",
        **more,
    }
    return client_of(actor).post(reverse("office:contact_person_change", args=[contact]), sent)


def public(path):
    return Client().get(path).content.decode()


@pytest.mark.slow
def test_public_pages_show_the_former_one_until_the_day_before_and_the_new_one_from_the_day(kaisa, on):
    # when
    assert change(kaisa).status_code == 302
    # then the municipality's page and the document move together on the day
    for path in ("/fi/municipalities/naantali/", "/fi/programme/"):
        on(EVE)
        page = public(path)
        assert "Jani Välimäki" in page, path
        assert "Maria Uusi" not in page, path
        on(DAY)
        page = public(path)
        assert "Maria Uusi" in page, path
        assert "Jani Välimäki" not in page, path
    # and what is in the database is a sound programme that exports as it stands
    assert check(render(programme_of("raisio"))).errors == ()


@pytest.mark.slow
def test_the_recipient_of_section_9_and_its_mail_move_with_it(kaisa, on, members):
    # when the address behind the recipients of all municipalities changes
    assert change(kaisa, "section-9-desk", person="", role_email="uusi@raisio.example").status_code == 302
    # then the page for authorities and the outbox write to the former one the day before, to the new one on the day
    for day, shown, hidden in (
        (EVE, "yhteydenotot@raisio.example", "uusi@raisio.example"),
        (DAY, "uusi@raisio.example", "yhteydenotot@raisio.example"),
    ):
        on(day)
        page = public("/fi/for-authorities/")
        assert page.count(f"mailto:{shown}") == 5
        assert hidden not in page
        for municipality in members.values():
            assert role_address(municipality, CONTACTS_ROLE, on=day) == shown


@pytest.mark.slow
def test_the_duty_moves_with_it_and_so_do_the_pages_it_opens(kaisa, jani, maria, on):
    # when the duty is handed over in the same act
    answer = change(kaisa, ends_duty=jani.duty_id, new_holder=maria.staff_id)
    assert answer.status_code == 302
    # then the former holder works until the day before
    assert actor_for(jani.staff_id, on=EVE).role is Role.CONTACT_PERSON
    assert actor_for(jani.staff_id, on=DAY) is None
    # and the new one from the day, for the same municipality, on real pages
    assert actor_for(maria.staff_id, on=EVE).role is Role.ADVISER
    moved = actor_for(maria.staff_id, on=DAY)
    assert (moved.role, moved.controllers) == (Role.CONTACT_PERSON, jani.controllers)
    on(EVE)
    assert client_of(maria).get("/office/contact-persons/").status_code == 404
    assert client_of(jani).get("/office/contact-persons/").status_code == 200
    on(DAY)
    assert client_of(maria).get("/office/contact-persons/").status_code == 200
    assert client_of(jani).get("/office/contact-persons/").status_code == 302


@pytest.mark.slow
def test_when_one_part_is_refused_nothing_moves(kaisa, jani, on):
    # given a new holder who is the coordinator: nobody grants to themselves
    before = programme_of("raisio")
    answer = change(kaisa, ends_duty=jani.duty_id, new_holder=kaisa.staff_id)
    # then all stays as it was
    assert answer.status_code == 422
    assert programme_of("raisio") == before
    assert actor_for(jani.staff_id, on=DAY) is not None


@pytest.mark.slow
def test_a_change_today_shows_at_once(kaisa, jani, maria, on):
    answer = change(kaisa, from_day="24.11.2026", ends_duty=jani.duty_id, new_holder=maria.staff_id)
    assert answer.status_code == 302
    assert "Maria Uusi" in public("/fi/municipalities/naantali/")
    assert actor_for(jani.staff_id, on=TODAY) is None


@pytest.mark.slow
def test_a_second_change_takes_its_place_behind_the_first(kaisa, on):
    assert change(kaisa).status_code == 302
    assert change(kaisa, from_day="1.6.2027", person="Kolmas Henkilö").status_code == 302
    # and one between them
    assert change(kaisa, from_day="1.3.2027", person="Väli Henkilö").status_code == 302
    names = []
    for day in (EVE, DAY, date(2027, 2, 28), date(2027, 3, 1), date(2027, 5, 31), date(2027, 6, 1)):
        on(day)
        page = public("/fi/municipalities/naantali/")
        names += [one for one in ("Jani V", "Maria", "Väli H", "Kolmas") if one in page]
    assert names == ["Jani V", "Maria", "Maria", "Väli H", "Väli H", "Kolmas"]
    # the same day twice is refused
    assert change(kaisa, from_day="1.3.2027").status_code == 422


def test_yesterday_cannot_be_changed(kaisa, on):
    assert change(kaisa, from_day="23.11.2026").status_code == 422
    assert head("raisio").version == 1


@pytest.mark.slow
def test_a_change_over_somebody_elses_is_refused(kaisa, on):
    assert change(kaisa).status_code == 302
    assert change(kaisa, from_day="1.6.2027", version=1).status_code == 409


def test_a_contact_person_sees_the_own_municipalitys_contacts_and_changes_none(jani, on):
    client = client_of(jani)
    page = client.get(reverse("office:contact_persons")).content.decode()
    assert "Jani Välimäki" in page
    assert "Terhikki Mäkelä" not in page
    assert reverse("office:contact_person_change", args=["naantali-contact"]) not in page
    assert change(jani).status_code == 404


def test_the_office_front_tells_services_and_approval_of_the_own_municipality(jani, on):
    # given a contact person of Naantali and a programme that is loaded
    rows = client_of(jani).get(reverse("office:front")).context["programme"].rows
    # then the own municipality stands there alone, with what it offers and how far its approval is
    assert [row[0].text for row in rows] == ["Naantali"]
    assert int(rows[0][1].text) > 0
    assert rows[0][2].text != "–"


@pytest.mark.slow
def test_the_list_tells_who_comes_next_and_where_each_is_named(kaisa, on):
    change(kaisa)
    lines = {one.code: one for one in contacts_of("raisio", on=TODAY).lines}
    assert lines["naantali-contact"].now.person == "Jani Välimäki"
    assert [one.person for one in lines["naantali-contact"].come] == ["Maria Uusi"]
    assert "recipient:naantali" in lines["section-9-desk"].named
    assert "naantali-contact-20270101" not in lines


@pytest.mark.slow
def test_the_office_front_tells_what_is_agreed_and_who_arranges_each_service(jani, on):
    # when the contact person of Naantali opens the first page
    page = client_of(jani).get(reverse("office:front"))
    told = page.context["agreement"]
    # then it says how the municipalities have agreed and by which provision, and how each service is arranged
    assert told.provision == "410/2015 54"
    assert told.sentence in page.content.decode()
    ways = {name.text: way.text for name, way in told.table.rows}
    assert len(ways) == len(programme_of("raisio").services)
    assert ways["Kotoutumiskoulutus"] == "Kunta ostaa palvelun: Raisio-opisto."

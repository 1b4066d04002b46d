"""Users and rights on the pages: a list, a user, adding, granting, ending, the review list, a substitute's day."""

from datetime import date

import pytest
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import client_of

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import confirm_duty, save_organisation
from kotopolku.accounts.models import Duty, Staff
from kotopolku.accounts.sign_in import PasswordBackend
from kotopolku.accounts.sign_in_printed import print_codes, use_printed_code
from kotopolku.accounts.staff_queries import duties_to_review
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role, operator
from kotopolku.audit.errors import NotFound
from kotopolku.languages.texts import Texts


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def administrator(area):
    return worker(
        username="paula", name="Paula Niemi", at="raisio", area="raisio", role=Role.ADMINISTRATOR, covers=[]
    )


@pytest.fixture
def school(area):
    with acting_as(operator(area_id="raisio"), on=TODAY):
        save_organisation(code="opisto", kind="provider", names=Texts.of(fi="Raision opisto"))
    return "opisto"


DUTY = {
    "role": "officer",
    "organisation": "raisio",
    "municipalities": ["raisio"],
    "purpose": "kotoutumisen palvelut",
    "valid_from": "24.11.2026",
    "valid_to": "",
    "reason": "uusi virka",
}


def test_the_list_tells_who_works_as_what_and_narrows_by_role(administrator, officer, coordinator):
    client = client_of(administrator)
    page = client.get(reverse("office:staff")).content.decode()
    assert "Aino Kettunen" in page
    assert "Kaisa Virta" in page
    page = client.get(reverse("office:staff"), {"role": "officer"}).content.decode()
    assert "Aino Kettunen" in page
    assert "Kaisa Virta" not in page


def test_a_user_is_added_with_a_duty_and_signs_in_with_the_password_of_the_slip(administrator):
    client = client_of(administrator)
    # when a user is added
    answer = client.post(
        reverse("office:staff_new"),
        {**DUTY, "name": "Oili Uusi", "username": "oili.uusi", "email": "", "language": "fi"},
    )
    # then the slip shows the password, which works, and the duty begins today
    assert answer.status_code == 200
    staff = PasswordBackend().authenticate(None, username="oili.uusi", password=answer.context["password"])
    assert staff is not None
    assert actor_for(staff.pk, on=TODAY).role is Role.OFFICER


def test_what_is_wrong_in_the_duty_stands_at_its_field_and_nothing_is_kept(administrator):
    client = client_of(administrator)
    sent = {
        **DUTY,
        "role": "county_worker",
        "organisation": "varha",
        "name": "Oili",
        "username": "oili",
        "language": "fi",
    }
    answer = client.post(reverse("office:staff_new"), sent)
    assert answer.status_code == 422
    assert "Anna viimeinen päivä" in answer.content.decode()
    assert not Staff.objects.filter(username="oili").exists()


def test_a_coordinator_is_not_even_offered_an_auditors_role(coordinator, officer):
    url = reverse("office:duty_new", args=[officer.staff_id])
    client = client_of(coordinator)
    page = client.get(url).content.decode()
    assert 'value="officer"' in page
    assert 'value="auditor"' not in page
    # and sending it all the same changes nothing
    assert client.post(url, {**DUTY, "role": "auditor"}).status_code == 422
    assert not Duty.objects.filter(role="auditor").exists()


def test_a_duty_is_ended_on_the_users_page_and_stays_there_as_past(administrator, officer):
    url = reverse("office:staff_member", args=[officer.staff_id])
    client = client_of(administrator)
    # when no reason is given, then the form stands as typed
    assert client.post(url, {"duty": officer.duty_id, "end_reason": ""}).status_code == 422
    # when it is given
    assert client.post(url, {"duty": officer.duty_id, "end_reason": "eläke"}).status_code == 302
    # then the officer's next click leads to the sign-in page, and the duty stands among the past ones
    assert client_of(officer).get("/desk/").status_code == 302
    assert "eläke" in client.get(url).content.decode()


def test_a_duty_of_another_user_is_not_ended_by_way_of_this_ones_page(administrator, officer, colleague):
    url = reverse("office:staff_member", args=[officer.staff_id])
    answer = client_of(administrator).post(url, {"duty": colleague.duty_id, "end_reason": "x"})
    assert answer.status_code == 422
    assert actor_for(colleague.staff_id, on=TODAY) is not None


def test_a_user_of_another_area_does_not_exist(administrator, stranger):
    client = client_of(administrator)
    for name in ("office:staff_member", "office:duty_new"):
        assert client.get(reverse(name, args=[stranger.staff_id])).status_code == 404


def test_the_review_list_holds_what_ends_soon_and_what_nobody_has_looked_at(
    administrator, officer, colleague
):
    # given one duty that began long ago, one looked at a month ago, and one that ends in 30 days
    Duty.objects.filter(pk=colleague.duty_id).update(reviewed_on=date(2026, 10, 24), reviewed_by="Paula")
    ending = worker(
        username="e", name="Eeva Loppu", at="varha", area="raisio", role=Role.COUNTY_WORKER, covers=[]
    )
    Duty.objects.filter(pk=ending.duty_id).update(valid_from=date(2026, 11, 1), valid_to=date(2026, 12, 24))
    with acting_as(administrator, on=TODAY):
        found = {one.duty.staff_name: one.why for one in duties_to_review("raisio", on=TODAY)}
        day_before = {one.duty.staff_name for one in duties_to_review("raisio", on=date(2026, 11, 23))}
    # then
    assert found["Aino Kettunen"] == "not_looked_at"
    assert found["Eeva Loppu"] == "ends_soon"
    assert "Samir Haddad" not in found
    assert "Eeva Loppu" not in day_before


def test_still_needed_or_ended_in_one_tap(administrator, officer, colleague):
    client, url = client_of(administrator), reverse("office:review")
    assert "Aino Kettunen" in client.get(url).content.decode()
    # when
    assert client.post(url, {"duty": officer.duty_id, "do": "keep"}).status_code == 302
    assert client.post(url, {"duty": colleague.duty_id, "do": "end"}).status_code == 302
    # then
    assert actor_for(officer.staff_id, on=TODAY) is not None
    assert actor_for(colleague.staff_id, on=TODAY) is None
    page = client.get(url).content.decode()
    assert "Aino Kettunen" not in page
    assert "Samir Haddad" not in page


def test_a_duty_that_does_not_wait_is_not_ended_in_one_tap(administrator, officer):
    with acting_as(administrator, on=TODAY):
        confirm_duty(duty_id=officer.duty_id)
    answer = client_of(administrator).post(reverse("office:review"), {"duty": officer.duty_id, "do": "end"})
    assert answer.status_code == 404
    assert actor_for(officer.staff_id, on=TODAY) is not None


def test_a_substitute_has_the_day_with_one_form_and_nothing_the_day_after(administrator, school):
    sent = {
        "name": "Sirpa Äijälä",
        "organisation": school,
        "on": "25.11.2026",
        "limited_to": "Ryhmä 3 B",
        "instead_of": "Matti Opettaja",
    }
    # when
    answer = client_of(administrator).post(reverse("office:substitute"), sent)
    # then the slip has a user name, a password and codes that work
    made = answer.context
    assert (answer.status_code, made["username"]) == (200, "sirpa.aijala")
    staff = PasswordBackend().authenticate(None, username="sirpa.aijala", password=made["password"])
    assert use_printed_code(staff.pk, made["codes"][0])
    # and the duty lasts that day
    days = {day: actor_for(staff.pk, on=date(2026, 11, day)) for day in (24, 25, 26)}
    assert [day for day, actor in days.items() if actor] == [25]
    assert Duty.objects.get(staff=staff).limited_to == "Ryhmä 3 B"
    assert days[25].role is Role.TEACHER


@pytest.mark.parametrize("room", ["desk", "office"])
def test_a_duty_for_no_municipality_is_answered_404_in_the_rooms_of_others_and_not_by_an_error(school, room):
    # given a teacher whose duty names no municipality, as a substitute's does
    teacher = worker(
        username="t", name="Tuula Opettaja", at=school, area="raisio", role=Role.TEACHER, covers=[]
    )
    assert client_of(teacher).get("/partner/").status_code == 200
    # then
    assert client_of(teacher).get(f"/{room}/").status_code == 404


def test_a_former_substitute_keeps_the_account(administrator, school):
    client, url = client_of(administrator), reverse("office:substitute")
    sent = {"organisation": school, "on": "25.11.2026", "limited_to": "3 B", "instead_of": "Matti"}
    first = client.post(url, {**sent, "name": "Sirpa Äijälä"}).context["staff_id"]
    again = client.post(url, {**sent, "name": "", "staff": first, "on": "1.12.2026"})
    assert again.context["staff_id"] == first
    assert Duty.objects.filter(staff_id=first).count() == 2
    # and neither name nor choice is refused at the field
    assert client.post(url, {**sent, "name": " "}).status_code == 422


def test_state_authorities_are_called_what_they_are_called_on_the_day(area):
    from kotopolku.accounts.organisation_queries import names_on, organisation_on, organisations_on

    # given that the ELY centre became a vitality centre with the turn of the year
    with acting_as(operator(area_id="raisio"), on=TODAY):
        save_organisation(
            code="evk",
            kind="state_authority",
            names=Texts.of(fi="Lounais-Suomen elinvoimakeskus"),
            valid_from=date(2026, 1, 1),
        )
        ely = save_organisation(
            code="ely",
            kind="state_authority",
            names=Texts.of(fi="Varsinais-Suomen ELY-keskus"),
            valid_to=date(2025, 12, 31),
            successor="evk",
        )
    # then each day has its name, asked by either code
    for code in ("ely", "evk"):
        assert organisation_on(code, on=date(2025, 12, 31)).code == "ely"
        assert organisation_on(code, on=date(2026, 1, 1)).code == "evk"
    assert names_on(date(2026, 1, 1))[ely.pk].pick("fi").text == "Lounais-Suomen elinvoimakeskus"
    assert "ely" not in {one.code for one in organisations_on(date(2026, 1, 1))}


def test_a_duty_shows_the_days_name_of_an_organisation_that_has_a_successor(area):
    # given a worker of a county that joins another on New Year's Day
    nurse = worker(
        username="h", name="Hoitaja", at="varha", area="raisio", role=Role.COUNTY_WORKER, covers=[]
    )
    with acting_as(operator(area_id="raisio"), on=TODAY):
        save_organisation(
            code="uusi", kind="county", names=Texts.of(fi="Uusi alue"), valid_from=date(2027, 1, 1)
        )
        save_organisation(
            code="varha",
            kind="county",
            names=Texts.of(fi="Varha"),
            valid_to=date(2026, 12, 31),
            successor="uusi",
        )
    assert actor_for(nurse.staff_id, on=date(2026, 12, 31)).organisation == "Varha"
    assert actor_for(nurse.staff_id, on=date(2027, 1, 1)).organisation == "Uusi alue"


def test_the_front_tells_how_many_work_in_ones_own_municipality_and_names_nobody(
    officer, neighbour, coordinator
):
    # given a contact person of Naantali, where the neighbour and the coordinator work too
    jani = worker(
        username="j", name="Jani", at="naantali", area="raisio", role=Role.CONTACT_PERSON, covers=["naantali"]
    )
    answer = client_of(jani).get(reverse("office:front"))
    rows = {row[0].text: row[1].text for row in answer.context["table"].rows}
    assert rows == {"Kotoutumisen viranhaltija": "1", "Koordinaattori": "1", "Kunnan yhteyshenkilö": "1"}
    assert "Nea Salo" not in answer.content.decode()
    # and the coordinator sees the whole area
    whole = client_of(coordinator).get(reverse("office:front")).context["table"].rows
    assert {row[0].text: row[1].text for row in whole}["Kotoutumisen viranhaltija"] == "2"


def test_a_coordinator_prints_no_codes_for_whom_the_coordinator_could_not_grant(
    administrator, coordinator, officer
):
    with acting_as(coordinator, on=TODAY):
        assert len(print_codes(staff_id=officer.staff_id)) > 0
        with pytest.raises(NotFound):
            print_codes(staff_id=administrator.staff_id)

"""A duty is given by somebody else, within what the giver's own duty allows, for a time, and ended with a reason."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.cast import TODAY, worker

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import add_staff, confirm_duty, end_duty, grant_duty
from kotopolku.accounts.models import Duty
from kotopolku.accounts.rights import GRANTS, PARTNERS
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import ROOMS, Group, Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.models import LogRow

AT = {Role.COUNTY_WORKER: "varha", Role.EMPLOYMENT_CONTACT: "turku"}


@pytest.fixture
def administrator(area):
    return worker(
        username="paula", name="Paula Niemi", at="raisio", area="raisio", role=Role.ADMINISTRATOR, covers=[]
    )


def give(giver, *, role, to=None, on=TODAY, **more):
    with acting_as(giver, on=on):
        staff_id = to or add_staff(username=f"uusi-{role}", name="Uusi Henkilö").pk
        values = {
            "organisation": AT.get(role, "raisio"),
            "area_id": "raisio",
            "municipalities": ["raisio"],
            "purpose": "kotoutumisen palvelut",
            "valid_from": on,
            "valid_to": date(2027, 5, 31),
            "reason": "uusi työntekijä",
            **more,
        }
        return grant_duty(staff_id=staff_id, role=role, **values)


@pytest.mark.slow
@pytest.mark.parametrize("role", list(ROOMS))
@pytest.mark.parametrize("who", ["coordinator", "administrator"])
def test_everybody_grants_just_what_the_table_says(coordinator, administrator, who, role):
    giver = {"coordinator": coordinator, "administrator": administrator}[who]
    if role in GRANTS[giver.role]:
        # when the table allows it, the duty is there, and its holder acts under it
        duty = give(giver, role=role)
        assert actor_for(duty.staff_id, on=TODAY).role is role
        assert duty.granted_by == giver.name
    else:
        # when it does not, the refusal says whom to ask
        with pytest.raises(Invalid) as fault:
            give(giver, role=role)
        assert fault.value.field == "role"


def test_a_coordinator_grants_neither_auditor_nor_administrator_nor_coordinator():
    assert GRANTS[Role.COORDINATOR] == {
        Role.OFFICER,
        Role.ADVISER,
        Role.CONTACT_PERSON,
        *PARTNERS,
    }


@pytest.mark.parametrize(
    "role", [Role.OFFICER, Role.ADVISER, Role.CONTACT_PERSON, Role.AUDITOR, Role.TEACHER]
)
def test_who_is_no_administrator_grants_nothing_at_all(area, role):
    giver = worker(username="joku", name="Joku", at="raisio", area="raisio", role=role, covers=["raisio"])
    with acting_as(giver, on=TODAY), pytest.raises(NotPermitted):
        add_staff(username="uusi", name="Uusi")
    with acting_as(giver, on=TODAY), pytest.raises(NotPermitted):
        end_duty(duty_id=giver.duty_id, reason="x")


@pytest.mark.parametrize("who", ["coordinator", "administrator"])
def test_nobody_grants_to_themselves_and_trying_is_logged(coordinator, administrator, who):
    giver = {"coordinator": coordinator, "administrator": administrator}[who]
    with pytest.raises(Invalid) as fault:
        give(giver, role=Role.OFFICER, to=giver.staff_id)
    assert fault.value.field == "staff"
    assert LogRow.objects.filter(result="refused", subject="duty_for_oneself").exists()


def test_a_coordinator_gives_no_municipality_beyond_the_own_ones(area, stranger):
    # given a coordinator for Naantali only
    giver = worker(
        username="k", name="K", at="naantali", area="raisio", role=Role.COORDINATOR, covers=["naantali"]
    )
    with pytest.raises(Invalid) as fault:
        give(giver, role=Role.OFFICER, municipalities=["naantali", "raisio"])
    assert fault.value.field == "municipalities"
    assert give(giver, role=Role.OFFICER, municipalities=["naantali"]).municipalities.count() == 1


def test_an_administrator_gives_no_municipality_of_another_area(administrator, stranger):
    with pytest.raises(Invalid) as fault:
        give(administrator, role=Role.OFFICER, municipalities=["forssa"])
    assert fault.value.field == "municipalities"
    with pytest.raises(NotFound):
        give(administrator, role=Role.OFFICER, area_id="forssa", municipalities=["forssa"])


def test_a_coordinator_opens_no_group_that_is_closed_to_the_coordinator(area, coordinator):
    Duty.objects.filter(pk=coordinator.duty_id).update(groups=["minors"])
    giver = actor_for(coordinator.staff_id, on=TODAY)
    with pytest.raises(Invalid) as fault:
        give(giver, role=Role.OFFICER, groups=[Group.TRAFFICKING])
    assert fault.value.field == "groups"
    assert give(giver, role=Role.OFFICER).groups == ["minors"]


@pytest.mark.parametrize("role", sorted(PARTNERS))
def test_a_partner_has_a_duty_only_from_until(administrator, role):
    with pytest.raises(Invalid) as fault:
        give(administrator, role=role, valid_to=None)
    assert fault.value.field == "valid_to"
    # and the database says the same, whoever writes
    duty = give(administrator, role=role)
    with pytest.raises(IntegrityError), transaction.atomic():
        Duty.objects.filter(pk=duty.pk).update(valid_to=None)


def test_a_county_worker_works_at_a_county(administrator):
    with pytest.raises(Invalid) as fault:
        give(administrator, role=Role.COUNTY_WORKER, organisation="raisio")
    assert fault.value.field == "organisation"


def test_a_duty_says_what_it_is_for_and_why(administrator):
    for empty in ("purpose", "reason"):
        with pytest.raises(Invalid) as fault:
            give(administrator, role=Role.OFFICER, **{empty: " "})
        assert fault.value.field == empty


def test_a_duty_ends_by_itself_with_its_last_day_included(administrator):
    duty = give(administrator, role=Role.TEACHER, valid_to=date(2026, 12, 4))
    assert actor_for(duty.staff_id, on=date(2026, 12, 4)) is not None
    assert actor_for(duty.staff_id, on=date(2026, 12, 5)) is None


def test_a_duty_is_ended_at_once_with_a_reason(administrator, officer):
    with acting_as(administrator, on=TODAY), pytest.raises(Invalid) as fault:
        end_duty(duty_id=officer.duty_id, reason="  ")
    assert fault.value.field == "end_reason"
    # when the administrator ends it
    with acting_as(administrator, on=TODAY):
        end_duty(duty_id=officer.duty_id, reason="siirtyi toisiin tehtäviin")
    # then it opens nothing from now on, and who ended it, and why, is kept
    assert actor_for(officer.staff_id, on=TODAY) is None
    duty = Duty.objects.get(pk=officer.duty_id)
    assert (duty.ended_by, duty.end_reason) == ("Paula Niemi", "siirtyi toisiin tehtäviin")
    assert duty.ended_at is not None
    with acting_as(administrator, on=TODAY), pytest.raises(Invalid):
        end_duty(duty_id=officer.duty_id, reason="toistamiseen")


def test_a_duty_can_be_ended_at_once_on_its_first_day(administrator):
    duty = give(administrator, role=Role.OFFICER)
    with acting_as(administrator, on=TODAY):
        end_duty(duty_id=duty.pk, reason="väärä henkilö")
    assert actor_for(duty.staff_id, on=TODAY) is None


def test_a_duty_is_ended_ahead_on_a_day_to_come(administrator, officer):
    last = TODAY + timedelta(days=7)
    with acting_as(administrator, on=TODAY):
        end_duty(duty_id=officer.duty_id, reason="vuorotteluvapaa", last_day=last)
    assert actor_for(officer.staff_id, on=last) is not None
    assert actor_for(officer.staff_id, on=last + timedelta(days=1)) is None


def test_an_auditor_is_ended_by_the_administrator_only(administrator, coordinator):
    auditor = give(administrator, role=Role.AUDITOR, municipalities=[])
    with acting_as(coordinator, on=TODAY), pytest.raises(NotFound):
        end_duty(duty_id=auditor.pk, reason="x")
    with acting_as(administrator, on=TODAY):
        end_duty(duty_id=auditor.pk, reason="kausi päättyi")


def test_the_duty_of_the_system_is_nobodys_to_end(administrator, system):
    for act in (
        lambda: end_duty(duty_id=system.duty_id, reason="x"),
        lambda: confirm_duty(duty_id=system.duty_id),
    ):
        with acting_as(administrator, on=TODAY), pytest.raises(NotFound):
            act()


def test_a_duty_of_another_area_does_not_exist_for_the_administrator(administrator, stranger):
    with acting_as(administrator, on=TODAY), pytest.raises(NotFound):
        end_duty(duty_id=stranger.duty_id, reason="x")


def test_an_officer_is_always_a_public_official_and_an_adviser_never(administrator):
    assert give(administrator, role=Role.OFFICER).is_official
    with pytest.raises(Invalid) as fault:
        give(administrator, role=Role.ADVISER, is_official=True)
    assert fault.value.field == "is_official"


def test_a_user_name_is_taken_once(administrator):
    with acting_as(administrator, on=TODAY):
        add_staff(username="Anna", name="Anna Aalto")
        with pytest.raises(Invalid) as fault:
            add_staff(username="anna ", name="Anna Berg")
    assert fault.value.field == "username"

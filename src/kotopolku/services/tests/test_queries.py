"""The catalogue below: cards, measures a plan can agree on, and rows the database itself keeps right."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kotopolku.accounts.actions import save_area, save_organisation
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor, Role
from kotopolku.languages.texts import Texts
from kotopolku.services import queries
from kotopolku.services.actions import save_catalogue
from kotopolku.services.entries import Basis, Ground, Place, Rung, Service
from kotopolku.services.models import Service as ServiceRow

DAY = date(2026, 11, 24)


def service(code, number, **values):
    given = {
        "kind": "orientation",
        "responsible": "home_municipality",
        "responsible_for_jobseekers": "employment_authority",
        "basis": (Basis("681/2023 25"),),
        "grounds": (Ground("agreed_in_plan"),),
        "ladder": (Rung("own"),),
        "municipalities": ("a", "b"),
        "contact": "desk",
        "plan_measure": "civic_orientation",
    } | values
    return Service(id=code, number=number, **given)


TEXTS = {"service-one-name": Texts.of(fi="Yksi"), "service-one-summary": Texts.of(fi="Ensimmäinen")}


def save(*services, places=()):
    save_catalogue(area_id="area", services=services, places=places, other_services=(), texts=TEXTS)


@pytest.fixture
def area(db):
    with acting_as(Actor(role=Role.OPERATOR, name="operator"), on=DAY):
        save_organisation(code="a", kind="municipality", names=Texts.of(fi="A"), municipality_code="001")
        save_area(
            area_id="area",
            names=Texts.of(fi="Alue"),
            host="a",
            municipalities=["a"],
            employment_authority=None,
            county=None,
            on=DAY,
        )
        yield


def test_a_saved_service_comes_back_as_it_was(area):
    one = service("one", 1, languages=("fi", "ar"), final_test=None)

    save(one)

    found = queries.service("area", "one")
    assert found.facts == one
    assert str(found.name) == "Yksi"
    assert not found.texts["content"]


def test_measures_are_the_services_a_plan_can_agree_on_in_the_persons_municipality(area):
    save(service("one", 1), service("two", 2, municipalities=("b",)), service("three", 3, plan_measure=None))

    assert [each.service for each in queries.measures("area")] == ["one", "two"]
    assert [each.service for each in queries.measures("area", municipality="a")] == ["one"]
    assert queries.measures("area")[0].measure == "civic_orientation"


def test_saving_again_keeps_the_rows_and_removes_what_is_gone(area):
    save(service("one", 1), service("two", 2))
    kept = ServiceRow.objects.get(code="one").pk

    save(service("one", 1, child_care="aimed"))

    assert list(ServiceRow.objects.values_list("pk", "code")) == [(kept, "one")]
    assert queries.service("area", "one").facts.child_care == "aimed"


def test_places_are_kept_in_the_order_given(area):
    places = [Place(id=code, kind="office", municipality="a", name={"fi": code}) for code in ("z", "b")]

    save(places=places)

    assert [each.id for each in queries.places("area")] == ["z", "b"]
    assert queries.service_names("area") == {}


@pytest.mark.parametrize("facts", [{"kind": "unheard_of"}, {"kind": "plan", "plan_measure": "skiing"}])
def test_the_database_refuses_a_kind_or_measure_it_does_not_know(area, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceRow.objects.create(area_id="area", code="x", position=0, facts={"number": 9} | facts)

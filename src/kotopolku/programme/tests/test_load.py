"""Loading: the same bytes come out, a second load changes nothing, a change is told before it is made."""

from dataclasses import replace

import pytest

from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import ANYBODY, Actor, Role
from kotopolku.programme import models
from kotopolku.programme.actions import Unsound, load_programme
from kotopolku.programme.changes import changes
from kotopolku.programme.check import check
from kotopolku.programme.files import Folder, render
from kotopolku.programme.queries import areas, programme_of
from kotopolku.programme.tests.conftest import DAY
from kotopolku.programme.tests.samples import entry, raisio, with_facts, with_file
from kotopolku.services.models import Place, Service

TABLES = (
    models.Programme,
    models.ProgrammeText,
    models.MemberEntry,
    models.Party,
    models.ProgrammeContact,
    models.ContactRecipient,
    models.OwnRule,
    models.Approval,
    models.Sample,
    Service,
    Place,
)


def rows():
    return {model.__name__: sorted(model.objects.values_list(), key=str) for model in TABLES}


def test_what_is_loaded_is_exported_byte_for_byte(loaded):
    assert render(programme_of("raisio")).files == raisio().files
    assert areas() == ("raisio",)


@pytest.mark.slow
def test_a_second_load_changes_no_row(loaded, programme):
    before = rows()

    assert load_programme(programme=programme, on=DAY.replace(day=25)) == ()

    assert rows() == before


def test_the_area_below_knows_its_members_its_authority_and_its_own_targets(loaded):
    area = area_view("raisio", on=DAY)

    assert [each.code for each in area.municipalities] == ["raisio", "naantali", "mynamaki", "masku", "rusko"]
    assert [each.municipality_code for each in area.municipalities] == ["680", "529", "503", "481", "704"]
    assert area.names.get("sv").text == "Samarbetsområdet i Resoregionen"
    assert str(area.employment_authority) == "Turun kaupunki, työvoimaviranomainen"
    assert str(area.county) == "Varsinais-Suomen hyvinvointialue (Varha)"
    assert area.settings.assessment_start_days == 14
    assert area.settings.plan_days == 14
    assert area.settings.contact_handling_days == 7
    assert area.settings.warn_window_days == 30


def changed(facts):
    entry(facts, "own_rules", "assessment-start")["value"] = 10
    facts["services"].pop(4)
    facts["document"]["chapters"] = [
        each for each in facts["document"]["chapters"] if each.get("service") != "other-training"
    ]
    facts["communication"].reverse()
    entry(facts, "contacts", "section-9-desk")["role_phone"] = "040 765 4321"


def changed_folder():
    files = with_facts(changed).files
    return Folder({path: data for path, data in files.items() if "service-other-training" not in path})


@pytest.mark.slow
def test_a_changed_folder_is_told_field_by_field_and_then_holds(loaded, programme):
    new = check(changed_folder()).programme

    told = changes(programme_of("raisio"), new)
    done = load_programme(programme=new, on=DAY)

    assert told == done
    facts = [(each.kind, each.field) for each in told if each.file == "programme.toml"]
    assert ("changed", "own_rules[assessment-start].value") in facts
    assert ("added", "contacts[section-9-desk].role_phone") in facts
    assert ("removed", "services[other-training]") in facts
    assert ("changed", "communication (order)") in facts
    assert "~ programme.toml: own_rules[assessment-start].value: 14 -> 10" in [
        each.english() for each in told
    ]
    assert ("removed", "texts/sv/service-other-training-name.md") in [(each.kind, each.file) for each in told]
    assert render(programme_of("raisio")).files == changed_folder().files
    assert area_view("raisio", on=DAY).settings.assessment_start_days == 10
    assert models.Programme.objects.get().version == 2


@pytest.mark.slow
def test_a_renumbered_catalogue_is_saved_in_one_go(loaded):
    def swap(facts):
        first, second = facts["services"][:2]
        first["number"], second["number"] = second["number"], first["number"]

    folder = with_facts(swap)

    load_programme(programme=check(folder).programme, on=DAY)

    assert render(programme_of("raisio")).files == folder.files


def test_an_entry_of_a_programme_with_errors_is_never_saved(loaded, programme):
    unsound = replace(programme, recipients=())
    before = rows()

    with pytest.raises(Unsound) as refused:
        load_programme(programme=unsound, on=DAY)

    assert {each.code for each in refused.value.problems} >= {"recipient_missing"}
    assert rows() == before


@pytest.mark.parametrize(
    "actor",
    [
        ANYBODY,
        Actor(role=Role.OFFICER, name="x", area_id="raisio"),
        Actor(role=Role.COORDINATOR, name="x", area_id="another"),
    ],
    ids=["nobody signed in", "officer", "another area's coordinator"],
)
def test_only_those_who_answer_for_the_area_may_load(loaded, programme, actor):
    with acting_as(actor, on=DAY), pytest.raises(NotPermitted):
        load_programme(programme=programme, on=DAY)


@pytest.mark.slow
def test_another_area_is_loaded_from_files_only(loaded, programme):
    def other(facts):
        facts["area"].update(
            id="kylmala", host="kylma", cooperation_form="joint_post", regional_producers=["kylma"]
        )
        facts["area"]["name"] = {"fi": "Kylmälä"}
        kylma = {
            "id": "kylma",
            "code": "061",
            "business_id": "0204428-5",
            "name": {"fi": "Kylmä", "sv": "Kall"},
            "member_from": DAY,
            "contact": "integration-services",
        }
        facts["municipalities"] = [kylma]
        facts["recipients"] = [{"municipality": "kylma", "contact": "section-9-desk", "valid_from": DAY}]
        facts["approvals"] = [{"municipality": "kylma", "state": "not_started"}]
        facts["contacts"] = facts["contacts"][:2]
        facts["document"]["prepared_by"] = ["kylma"]
        facts["places"] = []
        facts.pop("confirm")
        entry(facts, "organisations", "raisio-business")["part_of"] = "kylma"
        for service in facts["services"]:
            service.pop("places", None)
            service["municipalities"] = ["kylma"]
        for means in facts["communication"]:
            means["municipalities"] = ["kylma"]

    folder = with_facts(other)
    found = check(folder)
    assert [each.english() for each in found.errors] == []

    with acting_as(Actor(role=Role.OPERATOR, name="operator"), on=DAY):
        load_programme(programme=found.programme, on=DAY)

    assert render(programme_of("kylmala")).files == folder.files
    assert render(programme_of("raisio")).files == raisio().files
    assert area_view("kylmala", on=DAY).municipalities[0].municipality_code == "061"


@pytest.mark.slow
def test_changes_of_a_text_name_its_file_and_what_changed(programme):
    path = "texts/fi/programme-title.md"
    data = raisio().files[path].decode().replace("Raision seudun", "Uusi").encode()

    told = changes(programme, check(with_file(path, data)).programme)

    assert [(each.kind, each.file, each.before, each.after) for each in told] == [
        ("changed", path, "Raision seudun kotoutumisohjelma", "Uusi kotoutumisohjelma")
    ]

"""Find before create, register, and the second holder of a code."""

from datetime import date

import pytest
from django.utils import translation

from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import ANYBODY
from kotopolku.audit.errors import Invalid
from kotopolku.audit.models import LogRow, LogSeen
from kotopolku.people.actions import handle_duplicate_report, register_person
from kotopolku.people.entries import (
    ContactEntry,
    IdentifierEntry,
    LanguageEntry,
    Names,
    PeriodEntry,
    Source,
    StatusEntry,
)
from kotopolku.people.models import Person
from kotopolku.people.queries import (
    duplicate_reports,
    find_identity,
    find_people,
    person_card,
    similar_people,
)

CODE = "140294-946D"
RANA = Names(given_names="Rana", family_name="Al-Khatib", own_script="رنا الخطيب")


def _refused(field):
    return pytest.raises(Invalid, check=lambda fault: fault.field == field)


def test_everything_known_at_the_start_is_registered_with_its_source(officer, raisio, today):
    # when
    with acting_as(officer, on=today):
        rana = register_person(
            controller_id=raisio.id,
            names=RANA,
            identity_code=CODE.lower(),
            identifiers=[IdentifierEntry(kind="passport", value="N123", issuer="SY")],
            languages=[
                LanguageEntry(use="mother_tongue", language="ar", dialect="Levantti"),
                LanguageEntry(use="written", language="none"),
            ],
            citizenships=["SY"],
            statuses=[
                StatusEntry(
                    kind="residence_permit",
                    legal_basis="family_tie",
                    granted_on=date(2025, 3, 12),
                    valid_until=date(2027, 3, 11),
                )
            ],
            periods=[PeriodEntry(kind="child_home_care_allowance", first_day=date(2026, 6, 1))],
            facts={"family.tie_formed_on": date(2019, 5, 4), "residence.visa": None},
            contact_details=[
                ContactEntry(kind="phone", value="040 1"),
                ContactEntry(kind="email", value=" "),
            ],
            source=Source(code="migri", note="ote"),
        )
        card = person_card(rana)
    # then
    assert card.row.birth_date == date(1994, 2, 14)
    assert {(one.kind, one.value) for one in card.identifiers} == {
        ("identity_code", CODE),
        ("passport", "N123"),
    }
    assert [(one.use, one.language) for one in card.languages] == [
        ("mother_tongue", "ar"),
        ("written", "none"),
    ]
    assert card.citizenships == ("SY",)
    assert card.statuses[0].valid_until == date(2027, 3, 11)
    assert card.periods[0].last_day is None
    assert [(one.key, one.value) for one in card.facts] == [("family.tie_formed_on", "2019-05-04")]
    assert [one.value for one in card.contact] == ["040 1"]
    assert card.row.municipality_id == raisio.id
    source = card.sources["residence.statuses"]
    assert (source.source, source.note, source.entered_by, source.entered_on) == (
        "migri",
        "ote",
        "Aino Kettunen",
        today,
    )


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("given_names", {"names": Names(own_script="رنا")}),
        ("identity_code", {"identity_code": "140294-946E"}),
        ("birth_date", {"birth_date": date(2026, 11, 25)}),
        ("birth_date", {"birth_date": date(1894, 2, 14)}),
        ("birth_date", {"identity_code": CODE, "birth_date": date(1994, 2, 15)}),
        ("languages", {"languages": [LanguageEntry(use="spoken", language="klingon")]}),
        ("languages", {"languages": [LanguageEntry(use="spoken", language="none")]}),
        ("citizenships", {"citizenships": ["QQ"]}),
        ("granted_on", {"statuses": [StatusEntry(kind="residence_card", granted_on=date(2026, 11, 25))]}),
        (
            "valid_until",
            {
                "statuses": [
                    StatusEntry(
                        kind="residence_card", granted_on=date(2026, 1, 2), valid_until=date(2026, 1, 1)
                    )
                ]
            },
        ),
        (
            "first_day",
            {
                "periods": [
                    PeriodEntry(kind="jobseeker", first_day=date(2026, 1, 1)),
                    PeriodEntry(kind="jobseeker", first_day=date(2026, 2, 1)),
                ]
            },
        ),
        ("residence.visa", {"facts": {"residence.visa": "sometimes"}}),
        ("shoe_size", {"facts": {"shoe_size": 42}}),
        ("source", {"source": Source(code="gossip")}),
        ("municipality", {"controller_id": -1}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_written(officer, raisio, today, field, given):
    with acting_as(officer, on=today):
        with _refused(field) as fault:
            register_person(**{"controller_id": raisio.id, "names": RANA, **given})
        assert str(fault.value.message)
        assert Person.objects.count() == 0
        assert find_people("rana").rows == ()


def test_one_name_is_enough(officer, person_of, today):
    hussein = person_of(officer, given_names="Hussein", family_name="")
    with acting_as(officer, on=today):
        assert person_card(hussein).row.list_name == "Hussein"


def test_nobody_signed_in_registers_anybody(raisio, today):
    with pytest.raises(NotPermitted), acting_as(ANYBODY, on=today):
        register_person(controller_id=raisio.id, names=RANA)


def test_the_database_answers_only_none_yours_or_somebody_elses(
    officer, colleague, neighbour, stranger, person_of, today
):
    person_of(officer, identity_code=CODE)
    answers = {}
    for who in (colleague, neighbour, stranger):
        with acting_as(who, on=today):
            answers[who.name] = (find_identity(CODE), find_identity("010594Y9032"))
    assert answers == {
        "Samir Haddad": ("yours", "none"),
        "Nea Salo": ("somebody_else", "none"),
        "Veera Vieras": ("none", "none"),
    }


def test_a_code_of_my_own_client_is_refused_and_i_can_find_the_client(officer, person_of, today):
    rana = person_of(officer, identity_code=CODE)
    with _refused("identity_code"):
        person_of(officer, identity_code=CODE)
    with acting_as(officer, on=today):
        assert [row.id for row in find_people(CODE).rows] == [rana]


def test_a_code_outside_my_duties_goes_to_the_coordinator_and_tells_me_nothing(
    officer, neighbour, coordinator, person_of, today
):
    # given Rana in Raisio, and an officer of Naantali who types her code
    rana = person_of(officer, given_names="Rana", identity_code=CODE)
    before = LogSeen.objects.filter(person_id=rana).count()
    # when
    with acting_as(neighbour, on=today):
        with _refused("identity_code") as fault:
            register_person(
                controller_id=neighbour.controllers[0], names=Names(given_names="R"), identity_code=CODE
            )
        assert Person.objects.count() == 0
    # then the sentence names nobody, the look is in the log, and the coordinator has a task
    with translation.override("en"):
        assert str(fault.value.message) == (
            "Somebody in the area already has this identity code. "
            "Ask the coordinator to bring the data together."
        )
    # dev.py compiles the catalogues before the tests; the Finnish sentence is agreed word for word
    assert str(fault.value.message) == (
        "Tällä tunnuksella on jo asiakas alueella. Pyydä koordinaattoria yhdistämään tiedot."
    )
    look = LogRow.objects.get(seen__person_id=rana, staff_id=neighbour.staff_id)
    assert (look.kind, look.result, look.subject, look.shown) == ("look", "refused", "identity_code", [])
    assert LogSeen.objects.filter(person_id=rana).count() == before + 1
    with acting_as(neighbour, on=today):
        assert duplicate_reports() == ()
    with acting_as(coordinator, on=today):
        [report] = duplicate_reports()
        assert (report.person.id, report.reported_by, report.organisation) == (rana, "Nea Salo", "Naantali")
        handle_duplicate_report(report_id=report.id, outcome="Sama henkilö, muutto kesken")
        assert duplicate_reports() == ()


def test_another_area_may_have_the_same_code(officer, stranger, person_of, today):
    person_of(officer, identity_code=CODE)
    theirs = person_of(stranger, identity_code=CODE)
    with acting_as(stranger, on=today):
        assert [row.id for row in find_people(CODE).rows] == [theirs]


def _likely(officer, today, **typed):
    with acting_as(officer, on=today):
        return {(one.person.id, one.why) for one in similar_people(**typed)}


def test_spellings_of_one_name_are_likenesses_and_order_does_not_matter(officer, person_of, today):
    mohamed = person_of(officer, given_names="Mohamed", family_name="Hassan")
    person_of(officer, given_names="Maria", family_name="Hassan")
    names = Names(given_names="Hasan", family_name="Muhammad")
    assert _likely(officer, today, names=names) == {(mohamed, ("similar_name",))}
    assert _likely(officer, today, names=Names(given_names="محمد", family_name="حسن")) == {
        (mohamed, ("similar_name",))
    }


def test_one_name_and_the_birthday_are_a_likeness_but_not_on_the_first_of_january(officer, person_of, today):
    born, unknown = date(1990, 5, 17), date(1990, 1, 1)
    fatma = person_of(officer, given_names="Fatma", family_name="Yilmaz", birth_date=born)
    person_of(officer, given_names="Fatma", family_name="Demir", birth_date=unknown)
    typed = Names(given_names="Fatima", family_name="Kaya")
    assert (fatma, ("same_birth_date",)) in _likely(officer, today, names=typed, birth_date=born)
    assert _likely(officer, today, names=typed, birth_date=unknown) == set()

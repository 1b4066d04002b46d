"""Facts carry their source, history is kept, periods do not overlap, and the law gets what is known."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.law.facts import Period as LawPeriod
from kotopolku.law.facts import fact_names
from kotopolku.law.facts.names import FACT_NAMES
from kotopolku.people.actions import (
    add_identifier,
    change_details,
    end_period,
    form_household,
    keep_apart,
    leave_household,
    open_masked,
    record_fact,
    record_facts,
    record_period,
    record_status,
    set_citizenships,
    set_contact_details,
    set_languages,
    set_non_disclosure,
    void_status,
)
from kotopolku.people.entries import (
    ContactEntry,
    IdentifierEntry,
    LanguageEntry,
    Names,
    PeriodEntry,
    Source,
    StatusEntry,
)
from kotopolku.people.models import Period, ResidenceStatus
from kotopolku.people.queries import fact_history, find_people, law_facts, person_card
from kotopolku.people.vocabulary import KEPT

KELA = Source(code="kela", note="puhelu")
CARE = "child_home_care_allowance"


def test_a_new_value_supersedes_and_the_history_tells_who_and_why(officer, colleague, person_of, today):
    # given
    rana = person_of(officer)
    key = "benefits.social_assistance"
    # when
    with acting_as(officer, on=date(2026, 10, 1)):
        record_fact(person_id=rana, key=key, value="temporary")
    with acting_as(colleague, on=today):
        record_fact(person_id=rana, key=key, value="non_temporary", source=KELA, void_reason="väärin kuultu")
        history = fact_history(rana, key)
    # then
    assert [(one.value, one.provenance.source, one.provenance.entered_by) for one in history] == [
        ("non_temporary", "kela", "Samir Haddad"),
        ("temporary", "person", "Aino Kettunen"),
    ]
    assert (history[1].superseded_on, history[1].void_reason) == (today, "väärin kuultu")
    with acting_as(officer, on=today):
        assert law_facts(rana, on=today).benefits.social_assistance == "non_temporary"


def test_the_same_value_from_the_same_source_writes_no_new_row(officer, person_of, today):
    rana = person_of(officer, facts={"residence.quota_refugee": True})
    with acting_as(officer, on=today):
        record_facts(person_id=rana, values={"residence.quota_refugee": True})
        assert len(fact_history(rana, "residence.quota_refugee")) == 1


def test_an_unasked_fact_is_absent_and_a_forgotten_one_too(officer, person_of, today):
    rana = person_of(officer, facts={"residence.quota_refugee": False})
    with acting_as(officer, on=today):
        assert law_facts(rana, on=today).residence.quota_refugee is False
        assert law_facts(rana, on=today).residence.permit_on_arrival is None
        record_fact(person_id=rana, key="residence.quota_refugee", value=None)
        assert law_facts(rana, on=today).residence.quota_refugee is None


def test_periods_of_a_kind_share_no_day(officer, person_of, today):
    rana = person_of(officer, periods=[PeriodEntry(kind=CARE, first_day=date(2026, 6, 1))])
    with acting_as(officer, on=today):
        with pytest.raises(Invalid) as fault:
            record_period(person_id=rana, period=PeriodEntry(kind=CARE, first_day=date(2026, 11, 1)))
        assert fault.value.field == "first_day"
        [open_one] = person_card(rana).periods
        end_period(person_id=rana, period_id=open_one.id, last_day=date(2026, 10, 31), source=KELA)
        record_period(person_id=rana, period=PeriodEntry(kind=CARE, first_day=date(2026, 11, 1)))
        assert law_facts(rana, on=today).benefits.child_home_care_allowance_periods == (
            LawPeriod(from_=date(2026, 6, 1), to=date(2026, 10, 31)),
            LawPeriod(from_=date(2026, 11, 1)),
        )
        assert Period.objects.filter(superseded_on__isnull=False).count() == 1


def test_the_database_itself_refuses_an_overlap(officer, person_of, today):
    rana = person_of(officer, periods=[PeriodEntry(kind="jobseeker", first_day=date(2026, 6, 1))])
    with acting_as(officer, on=today):
        row = Period.objects.get()
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()
        assert Period.objects.filter(person_id=rana).count() == 1


def test_a_corrected_status_stays_as_history(officer, person_of, today):
    rana = person_of(officer, statuses=[StatusEntry(kind="residence_permit", granted_on=date(2025, 3, 12))])
    with acting_as(officer, on=today):
        [wrong] = person_card(rana).statuses
        right = StatusEntry(kind="residence_permit", granted_on=date(2025, 3, 21), legal_basis="work")
        with pytest.raises(Invalid):
            record_status(person_id=rana, status=right, replaces=wrong.id)
        record_status(person_id=rana, status=right, replaces=wrong.id, reason="numerot vaihtuneet")
        assert [one.granted_on for one in law_facts(rana, on=today).residence.statuses] == [date(2025, 3, 21)]
        assert ResidenceStatus.objects.get(pk=wrong.id).void_reason == "numerot vaihtuneet"
        with pytest.raises(NotFound):
            void_status(person_id=rana, status_id=wrong.id, reason="toisen kerran")


def test_an_identity_code_may_come_later_and_must_fit_the_birth_date(officer, person_of, today):
    rana = person_of(officer, birth_date=date(1994, 2, 14))
    with acting_as(officer, on=today):
        with pytest.raises(Invalid) as fault:
            add_identifier(person_id=rana, entry=IdentifierEntry(kind="identity_code", value="010594Y9032"))
        assert fault.value.field == "birth_date"
        add_identifier(person_id=rana, entry=IdentifierEntry(kind="identity_code", value="140294-946d"))
        assert [row.id for row in find_people("140294-946D").rows] == [rana]


def test_a_changed_name_is_shown_and_the_former_one_still_finds(officer, person_of, today):
    rana = person_of(officer, given_names="Rana", family_name="Al-Khatib")
    with acting_as(officer, on=today):
        change_details(
            person_id=rana,
            names=Names(given_names="Rana", family_name="Virtanen"),
            birth_date=None,
            version=1,
        )
        with pytest.raises(Stale):
            change_details(person_id=rana, names=Names(given_names="X"), birth_date=None, version=1)
        card = person_card(rana)
        assert (card.row.name, card.former_names) == ("Rana Virtanen", ("Rana Al-Khatib",))
        for text in ("virt", "khat ran"):
            assert [row.id for row in find_people(text).rows] == [rana]


def test_languages_understood_reach_the_law_and_spoken_ones_do_not(officer, person_of, today):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        assert law_facts(rana, on=today).person.languages is None
        arabic = LanguageEntry(use="mother_tongue", language="ar")
        set_languages(person_id=rana, languages=[arabic, LanguageEntry(use="spoken", language="fi")])
        assert law_facts(rana, on=today).person.languages == ("ar",)
        set_languages(
            person_id=rana, languages=[arabic, LanguageEntry(use="understood", language="en")], source=KELA
        )
        card = person_card(rana)
    assert [(one.use, one.language, one.provenance.source) for one in card.languages] == [
        ("mother_tongue", "ar", "person"),
        ("understood", "en", "kela"),
    ]


def test_citizenships_are_told_to_the_law_by_group(officer, person_of, today):
    rana = person_of(officer, citizenships=["SY", "SE"])
    with acting_as(officer, on=today):
        assert law_facts(rana, on=today).person.citizenships == ("third_country", "nordic")
        set_citizenships(person_id=rana, countries=["FI", "unknown"])
        assert law_facts(rana, on=today).person.citizenships == ("finland",)


def test_the_home_municipality_is_told_only_when_registered_and_not_protected(officer, person_of, today):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        assert law_facts(rana, on=today).residence.municipality_of_residence.name is None
        record_fact(
            person_id=rana,
            key="residence.municipality_of_residence.first_registered_on",
            value=date(2025, 4, 1),
        )
        assert law_facts(rana, on=today).residence.municipality_of_residence.name == "Raisio"
        set_non_disclosure(person_id=rana, in_force=True)
        assert law_facts(rana, on=today).residence.municipality_of_residence.name is None


def test_a_non_disclosure_order_leaves_place_and_contacts_out_until_its_last_day(officer, person_of, today):
    # given
    rana = person_of(officer, contact_details=[ContactEntry(kind="address", value="Salainen katu 1")])
    with acting_as(officer, on=today):
        set_non_disclosure(person_id=rana, in_force=True, until=date(2027, 5, 31))
    # then
    for day, hidden in ((date(2027, 5, 31), True), (date(2027, 6, 1), False)):
        with acting_as(officer, on=day):
            card = person_card(rana)
            assert (card.contact is None) is hidden
            assert (card.row.municipality_id is None) is hidden
            assert ("Salainen" in repr(card)) is not hidden


def test_contact_details_are_replaced_outright(officer, person_of, today):
    rana = person_of(officer, contact_details=[ContactEntry(kind="phone", value="040 1")])
    with acting_as(officer, on=today):
        set_contact_details(person_id=rana, entries=[ContactEntry(kind="phone", value="040 2")])
        assert [one.value for one in person_card(rana).contact] == ["040 2"]


@pytest.mark.slow
def test_hidden_contact_details_cannot_be_replaced_by_somebody_who_does_not_see_them(
    officer, person_of, today
):
    # given a client under a non-disclosure order, whose telephone number is known
    rana = person_of(
        officer, contact_details=[ContactEntry(kind="phone", value="040 1")], non_disclosure=True
    )
    # when an officer, to whom it is not shown, would replace it by nothing
    with pytest.raises(Invalid), acting_as(officer, on=today):
        set_contact_details(person_id=rana, entries=[])
    # then it is still there, and can be changed when the order has ended
    with acting_as(officer, on=today):
        open_masked(person_id=rana, reason="correct", words="Turvakielto on päättynyt.")
        set_non_disclosure(person_id=rana, in_force=False)
        assert [one.value for one in person_card(rana).contact] == ["040 1"]
        set_contact_details(person_id=rana, entries=[])
        assert person_card(rana).contact == ()


def test_a_household_shows_its_members_to_each_other_and_ends_quietly(officer, person_of, today):
    mother, child = person_of(officer, given_names="Rana"), person_of(officer, given_names="Sami")
    with acting_as(officer, on=today):
        home = form_household(members=[(mother, "adult"), (child, "child")])
        assert [(one.person.id, one.role) for one in person_card(mother).household] == [(child, "child")]
        leave_household(household_id=home, person_id=child, last_day=today)
        assert person_card(mother).household == person_card(child).household == ()


@pytest.mark.slow
def test_people_who_must_not_meet_are_marked_on_both(officer, person_of, today):
    one, other = person_of(officer), person_of(officer)
    with acting_as(officer, on=today):
        keep_apart(person_id=one, other_id=other, source=KELA)
        keep_apart(person_id=other, other_id=one, source=KELA)
        assert (person_card(one).must_not_meet, person_card(other).must_not_meet) == (1, 1)
        with pytest.raises(Invalid):
            keep_apart(person_id=one, other_id=one, source=KELA)


def test_a_suspicion_of_trafficking_is_not_kept(officer, person_of, today):
    with pytest.raises(Invalid), acting_as(officer, on=today):
        record_fact(person_id=person_of(officer), key="trafficking.suspected", value=True)


def test_every_fact_kept_has_a_name_and_is_the_law_s():
    assert set(KEPT) <= set(FACT_NAMES)
    assert set(KEPT) <= set(fact_names())

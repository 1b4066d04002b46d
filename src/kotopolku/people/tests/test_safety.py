"""Non-disclosure and safe contact: who is covered, what an opening shows, and how a person may be reached."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models.functions import Now
from tests.lists import people_page

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.audit.models import LogRow, LogSeen
from kotopolku.people.actions import (
    add_household_member,
    close_masked,
    form_household,
    leave_household,
    open_masked,
    set_contact_details,
    set_non_disclosure,
    set_safe_contact,
)
from kotopolku.people.entries import ContactEntry, SafeContactEntry, Source
from kotopolku.people.models import NonDisclosure, Opening
from kotopolku.people.queries import (
    contact_rule,
    contact_rules,
    opened,
    order_of,
    person_card,
    place_groups,
)

ADDRESS = ContactEntry(kind="address", value="Salakatu 7, Raisio")


def hidden(*people):
    return [person_card(person).row.non_disclosure for person in people]


# The household


@pytest.mark.slow
def test_an_order_covers_everybody_of_the_household_until_its_last_day(officer, person_of, today):
    # given
    rana, child = person_of(officer), person_of(officer)
    last = today + timedelta(days=40)
    with acting_as(officer, on=today):
        form_household(members=[(rana, "adult"), (child, "child")])
        assert hidden(rana, child) == [False, False]
        # when
        set_non_disclosure(person_id=rana, in_force=True, until=last)
    # then both are masked on the last day, and neither the day after
    with acting_as(officer, on=last):
        assert hidden(rana, child) == [True, True]
        assert person_card(child).row.municipality_id is None
        assert person_card(child).contact is None
    with acting_as(officer, on=last + timedelta(days=1)):
        assert hidden(rana, child) == [False, False]


@pytest.mark.slow
def test_who_joins_a_protected_household_is_covered_and_who_leaves_is_so_to_the_last_day(
    officer, person_of, today
):
    rana = person_of(officer, non_disclosure=True)
    sister = person_of(officer)
    with acting_as(officer, on=today):
        home = form_household(members=[(rana, "adult")])
        add_household_member(household_id=home, person_id=sister, role="adult")
        assert hidden(sister) == [True]
        leave_household(household_id=home, person_id=sister)
        assert hidden(sister) == [True]
    with acting_as(officer, on=today + timedelta(days=1)):
        assert hidden(sister) == [False]


@pytest.mark.slow
def test_an_order_for_the_person_alone_covers_nobody_else(officer, person_of, today):
    rana, child = person_of(officer), person_of(officer)
    with acting_as(officer, on=today):
        form_household(members=[(rana, "adult"), (child, "child")])
        set_non_disclosure(person_id=rana, in_force=True, covers_household=False)
        assert hidden(rana, child) == [True, False]
        set_non_disclosure(person_id=rana, in_force=True)
        assert hidden(rana, child) == [True, True]
        open_masked(person_id=rana, reason="correct", words="Turvakielto on päättynyt.")
        set_non_disclosure(person_id=rana, in_force=False)
        assert hidden(rana, child) == [False, False]


def test_a_member_in_another_municipalitys_register_is_covered_too(
    officer, coordinator, raisio, naantali, person_of, today
):
    # given a household of two registers
    rana = person_of(coordinator, controller_id=raisio.id)
    uncle = person_of(coordinator, controller_id=naantali.id)
    with acting_as(coordinator, on=today):
        form_household(members=[(rana, "adult"), (uncle, "adult")])
    # when an officer who sees only one of them records the order
    with acting_as(officer, on=today):
        set_non_disclosure(person_id=rana, in_force=True)
    # then the database itself covered the other
    with acting_as(coordinator, on=today):
        assert hidden(uncle) == [True]


def test_covering_somebody_is_nothing_the_program_may_ask_for_by_itself(area):
    with (
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT cover_people('{}')")


# The order


def test_the_order_keeps_its_source_and_a_contact_address_that_is_not_kept_as_history(
    officer, person_of, today
):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        for box in ("PL 1, 00101 Helsinki", "PL 2, 00101 Helsinki"):
            set_non_disclosure(
                person_id=rana, in_force=True, contact_address=box, source=Source(code="dvv", note="kysely")
            )
        order = order_of(person_card(rana))
        assert order.contact_address == "PL 2, 00101 Helsinki"
        assert order.provenance.source == "dvv"
        former = NonDisclosure.objects.get(superseded_on__isnull=False)
    assert (former.contact_address, former.superseded_by) == ("", "Aino Kettunen")


# Opening


@pytest.fixture
def rana(officer, person_of):
    return person_of(officer, non_disclosure=True, contact_details=[ADDRESS])


@pytest.mark.slow
def test_an_opening_shows_the_data_to_the_one_who_opened_and_to_nobody_else(
    officer, colleague, raisio, rana, today
):
    # when
    with acting_as(officer, on=today):
        assert opened(person_card(rana)) is None
        open_masked(person_id=rana, reason="reach", words="Soitan tulkkausajasta.")
        card = person_card(rana)
        found = opened(card)
    # then the card itself stays masked, and the opening holds the data for a quarter of an hour
    assert (card.contact, card.row.municipality_id) == (None, None)
    assert found.municipality_id == raisio.id
    assert [one.value for one in found.contact] == ["Salakatu 7, Raisio"]
    row = Opening.objects
    with acting_as(officer, on=today):
        kept = row.get()
    assert kept.closes_at - kept.opened_at == timedelta(minutes=15)
    assert (kept.reason, kept.words, kept.staff_id) == ("reach", "Soitan tulkkausajasta.", officer.staff_id)
    with acting_as(colleague, on=today):
        assert opened(person_card(rana)) is None


def test_an_opening_is_in_the_log_as_a_kind_of_its_own_and_every_look_at_it_too(officer, rana, today):
    with acting_as(officer, on=today):
        open_masked(person_id=rana, reason="reach", words="Soitan.")
    with acting_as(officer, on=today):
        opened(person_card(rana))
    row = LogRow.objects.get(kind="open_masked")
    assert LogSeen.objects.get(row=row).person_id == rana
    assert "Soitan" not in repr({field.name: getattr(row, field.name) for field in row._meta.fields})
    assert LogRow.objects.filter(kind="look", subject="masked_data", subject_id=str(rana)).count() == 1


def test_who_has_opened_the_details_may_replace_them_and_nobody_else(officer, colleague, rana, today):
    with acting_as(officer, on=today):
        open_masked(person_id=rana, reason="correct", words="Uusi osoite.")
    with pytest.raises(Invalid), acting_as(colleague, on=today):
        set_contact_details(person_id=rana, entries=[])
    with acting_as(officer, on=today):
        set_contact_details(person_id=rana, entries=[ContactEntry(kind="phone", value="040 1")])
        assert [one.value for one in opened(person_card(rana)).contact] == ["040 1"]


@pytest.mark.parametrize(
    "change",
    [
        {"in_force": False},
        {"in_force": True, "until": date(2026, 11, 24)},
        {"in_force": True, "covers_household": False},
    ],
)
def test_an_order_is_lifted_shortened_or_narrowed_only_by_who_has_opened_the_data(
    officer, rana, today, change
):
    # given nobody has said why; then the order is no way round the reason
    with pytest.raises(Invalid), acting_as(officer, on=today):
        set_non_disclosure(person_id=rana, **change)
    with acting_as(officer, on=today):
        assert hidden(rana) == [True]
        # when it has been opened, then it can be changed
        open_masked(person_id=rana, reason="correct", words="Turvakielto on päättynyt.")
        set_non_disclosure(person_id=rana, **change)


@pytest.mark.parametrize("how", ["hidden early", "time is up"])
def test_an_opening_ends(officer, rana, today, how):
    with acting_as(officer, on=today):
        open_masked(person_id=rana, reason="reach", words="Soitan.")
        if how == "hidden early":
            close_masked(person_id=rana)
        else:
            Opening.objects.update(
                opened_at=Now() - timedelta(minutes=16), closes_at=Now() - timedelta(minutes=1)
            )
        assert opened(person_card(rana)) is None


def test_nothing_is_opened_without_words_or_without_an_order(officer, rana, person_of, today):
    plain = person_of(officer)
    with acting_as(officer, on=today):
        for person, reason, words in (
            (rana, "reach", "  "),
            (rana, "curious", "Soitan."),
            (plain, "reach", "Soitan."),
        ):
            with pytest.raises(Invalid):
                open_masked(person_id=person, reason=reason, words=words)
        assert not Opening.objects.exists()


def test_no_list_shows_opened_data(officer, rana, today):
    with acting_as(officer, on=today):
        open_masked(person_id=rana, reason="reach", words="Soitan.")
        [row] = people_page().rows
        assert row.municipality_id is None
        assert [group.municipality_id for group in place_groups([row])] == [None]


def test_people_are_grouped_by_municipality_with_the_hidden_ones_last(
    coordinator, raisio, naantali, person_of, today
):
    for place, protected in ((naantali, False), (raisio, False), (naantali, True), (raisio, True)):
        person_of(coordinator, controller_id=place.id, non_disclosure=protected)
    with acting_as(coordinator, on=today):
        groups = place_groups(people_page().rows)
    assert [(group.municipality_id, len(group.rows)) for group in groups] == [
        *sorted([(raisio.id, 1), (naantali.id, 1)]),
        (None, 2),
    ]


# Safe contact


def test_with_nothing_recorded_every_way_is_open(officer, person_of, today):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        rule = contact_rule(rana)
    assert not rule.recorded
    assert rule.allows("sms", at=datetime(2026, 11, 28, 3, tzinfo=HELSINKI))
    assert rule.first_of(["email", "sms"]) == "email"
    assert rule.message_allowed is None


@pytest.mark.parametrize(
    ("entry", "way", "at", "allowed"),
    [
        (SafeContactEntry(never=("sms",)), "sms", None, False),
        (SafeContactEntry(never=("sms",)), "letter", None, True),
        (SafeContactEntry(ways=("phone", "email")), "email", None, True),
        (SafeContactEntry(ways=("phone", "email")), "letter", None, False),
        (
            SafeContactEntry(from_time=time(9), until_time=time(12)),
            "phone",
            datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI),
            True,
        ),
        (
            SafeContactEntry(from_time=time(9), until_time=time(12)),
            "phone",
            datetime(2026, 11, 24, 12, 0, tzinfo=HELSINKI),
            False,
        ),
        # the hours are Helsinki's, whatever zone the moment is told in
        (
            SafeContactEntry(from_time=time(9), until_time=time(12)),
            "sms",
            datetime(2026, 11, 24, 7, 30, tzinfo=ZoneInfo("UTC")),
            True,
        ),
        (
            SafeContactEntry(from_time=time(9), until_time=time(12)),
            "letter",
            datetime(2026, 11, 24, 3, 0, tzinfo=HELSINKI),
            True,
        ),
        (
            SafeContactEntry(weekdays_only=True),
            "email",
            datetime(2026, 11, 28, 10, 0, tzinfo=HELSINKI),
            False,
        ),
    ],
)
def test_a_rule_allows_what_it_says_and_nothing_else(officer, person_of, today, entry, way, at, allowed):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        set_safe_contact(person_id=rana, entry=entry)
        assert contact_rule(rana).allows(way, at=at) is allowed


def test_the_persons_own_order_decides_between_ways_at_hand(officer, person_of, today):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        set_safe_contact(person_id=rana, entry=SafeContactEntry(ways=("letter", "email")))
        rule = contact_rule(rana)
    assert rule.first_of(["sms", "email", "letter"]) == "letter"
    assert rule.first_of(["sms"]) is None


def test_a_rule_is_replaced_and_taken_away_and_keeps_who_told_it(officer, person_of, today):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        set_safe_contact(
            person_id=rana,
            entry=SafeContactEntry(never=("sms",), not_through=("spouse",), since=date(2026, 11, 1)),
            source=Source(code="county"),
        )
        rule = contact_rule(rana)
        assert (rule.since, rule.not_through, rule.provenance.source) == (
            date(2026, 11, 1),
            ("spouse",),
            "county",
        )
        set_safe_contact(person_id=rana, entry=SafeContactEntry(message_allowed=False))
        assert contact_rule(rana).never == frozenset()
        assert contact_rule(rana).recorded
        set_safe_contact(person_id=rana, entry=SafeContactEntry())
        assert not contact_rule(rana).recorded


@pytest.mark.parametrize(
    "entry",
    [
        SafeContactEntry(ways=("sms",), never=("sms",)),
        SafeContactEntry(ways=("pigeon",)),
        SafeContactEntry(not_through=("dog",)),
        SafeContactEntry(from_time=time(9)),
        SafeContactEntry(from_time=time(12), until_time=time(9)),
        SafeContactEntry(language="xx-none"),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(officer, person_of, today, entry):
    rana = person_of(officer)
    with acting_as(officer, on=today), pytest.raises(Invalid):
        set_safe_contact(person_id=rana, entry=entry)


def test_who_cannot_see_a_person_cannot_reach_for_them(officer, stranger, person_of, today):
    rana = person_of(officer, non_disclosure=True)
    with acting_as(officer, on=today):
        assert contact_rule(rana).protected
    with acting_as(stranger, on=today), pytest.raises(NotFound):
        contact_rule(rana)


@pytest.mark.slow
@pytest.mark.parametrize("how_many", [1, 30])
def test_rules_of_a_list_cost_two_queries(officer, person_of, today, how_many, django_assert_num_queries):
    people = [person_of(officer) for _ in range(how_many)]
    with acting_as(officer, on=today), django_assert_num_queries(2):
        assert len(contact_rules(people)) == how_many


def test_the_database_refuses_a_way_both_allowed_and_forbidden(officer, person_of, today):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        set_safe_contact(person_id=rana, entry=SafeContactEntry(never=("sms",)))
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE safe_contact SET ways = '{sms}'")

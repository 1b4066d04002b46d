"""A prepared question returns what the queryset returns, under the same walls, and refuses what it cannot repeat."""

from datetime import date, timedelta

import pytest
from django.db.models import Count, Exists, OuterRef

from kotopolku.accounts.models import Area, Duty, Membership, Organisation
from kotopolku.audit.prepared import LONGEST, Prepared


def duties(staff, on, roles):
    found = Duty.objects.filter(staff_id=staff, valid_from__lte=on, role__in=roles)
    return found.select_related("staff", "organisation__successor").annotate(n=Count("municipalities"))


def columns(rows):
    return [{**vars(row), "_state": None} for row in rows]


def test_it_returns_what_the_queryset_returns(officer, django_assert_num_queries):
    ask = Prepared(duties)
    on = Duty.objects.get(staff_id=officer.staff_id).valid_from
    for values in (
        {"staff": officer.staff_id, "on": on, "roles": ["officer"]},
        {"staff": officer.staff_id, "on": on - timedelta(days=1), "roles": ["officer"]},
        {"staff": officer.staff_id, "on": on, "roles": ["viewer", "officer"]},
        {"staff": -1, "on": on, "roles": ["viewer", "officer"]},
    ):
        wanted = [*duties(**values)]
        with django_assert_num_queries(1):
            found = ask(**values)
            # what select_related brought along is there without another question
            assert [(one.staff, one.organisation.successor) for one in found] == [
                (one.staff, one.organisation.successor) for one in wanted
            ]
        assert columns(found) == columns(wanted)


def test_nothing_is_in_an_empty_list_and_nothing_is_asked(area, django_assert_num_queries):
    ask = Prepared(lambda ids: Organisation.objects.filter(pk__in=ids))
    with django_assert_num_queries(0):
        assert ask(ids=[]) == []
        assert ask.first(ids=()) is None


def test_columns_alone_come_as_the_queryset_gives_them(area):
    def columns_of(key, on):
        found = Membership.objects.filter(area_id=key, valid_from__lte=on).select_related("municipality")
        return found.order_by("pk").values_list("pk", "municipality__names")

    on = date(2026, 11, 24)
    for key in (area.id, "nowhere"):
        assert Prepared(columns_of).tuples(key=key, on=on) == [*columns_of(key, on)]


def test_each_length_of_a_list_has_its_own_sql_up_to_the_longest(area):
    ids = [*Organisation.objects.order_by("pk").values_list("pk", flat=True)]
    ask = Prepared(lambda ids: Organisation.objects.filter(pk__in=ids).order_by("pk"))
    for some in (ids[:1], ids[1:3], ids[:1], [*ids, *range(-LONGEST, 0)]):
        assert [one.pk for one in ask(ids=some)] == sorted(one for one in some if one > 0)


def test_a_row_is_of_the_moment_it_is_asked_for(area):
    ask = Prepared(lambda key: Area.objects.filter(pk=key))
    assert ask.first(key=area.id).is_demo is False
    Area.objects.filter(pk=area.id).update(is_demo=True)
    assert ask.first(key=area.id).is_demo is True


def test_one_value_may_stand_in_several_places(area):
    on = date(2026, 11, 24)
    begun = Membership.objects.filter(municipality=OuterRef("pk"))
    ask = Prepared(
        lambda key, on: Organisation.objects.filter(
            Exists(begun.filter(area_id=key, valid_from__lte=on)) | Exists(begun.filter(area_id=key)),
            pk__gt=0,
        )
    )
    assert {one.pk for one in ask(key=area.id, on=on)} == {*area.by_id}


def test_a_value_that_the_question_changes_is_refused():
    ask = Prepared(lambda on: Duty.objects.filter(valid_from__lte=on + timedelta(days=1)))
    with pytest.raises(TypeError, match="changes"):
        ask(on=date(2026, 11, 24))


def test_a_truth_is_no_value():
    with pytest.raises(TypeError, match="bool"):
        Prepared(lambda open: Area.objects.filter(is_demo=open))(open=True)

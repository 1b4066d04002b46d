"""Tries are counted by who makes them and for what, and the counter forgets."""

import pytest
from django.db import connection

from kotopolku.accounts.limits import Limit, forget_old, one_more
from kotopolku.accounts.models import RateCount

pytestmark = pytest.mark.django_db
THREE = Limit(most=3, seconds=600)


def test_one_try_too_many_is_told_when_the_next_counts():
    assert [one_more("form", "address 10.0.0.1", limit=THREE) for _try in range(3)] == [None] * 3
    refused = one_more("form", "address 10.0.0.1", limit=THREE)
    assert refused is not None
    assert 1 <= refused.seconds <= 600
    # and neither others nor other pages are refused for it
    assert one_more("form", "address 10.0.0.2", limit=THREE) is None
    assert one_more("search", "address 10.0.0.1", limit=THREE) is None


def test_no_address_is_kept():
    one_more("form", "address 10.0.0.1", limit=THREE)
    assert "10.0.0.1" not in str(list(RateCount.objects.values()))


def test_a_new_window_begins_at_nothing_and_old_ones_are_forgotten():
    for _try in range(4):
        one_more("form", "address 10.0.0.1", limit=THREE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE rate_count SET window_start = window_start - interval '2 days'")
    assert one_more("form", "address 10.0.0.1", limit=THREE) is None
    assert forget_old() == 1
    assert RateCount.objects.count() == 1

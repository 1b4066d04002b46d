"""An area whose programme offers nothing that can be booked: the pages answer, with no times."""

from django.test import Client

from kotopolku.accounts.queries import AreaView


def test_where_nothing_can_be_booked_the_pages_show_no_time_and_do_not_fail(area: AreaView) -> None:
    # given an area without any programme
    answers = {path: Client().get(path).status_code for path in ("/fi/book/", "/fi/book/time/")}
    # then
    assert answers == {"/fi/book/": 200, "/fi/book/time/": 409}
    assert Client().post("/fi/book/time/").status_code == 409

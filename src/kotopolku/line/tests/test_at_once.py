"""Two advisers never get the same number: real connections, real commits, all at the same instant."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection
from tests.cast import TODAY, worker

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.line import actions
from kotopolku.line.models import Ticket
from kotopolku.line.tests.conftest import OFFICE, take

ADVISERS, TICKETS = 5, 12


def test_advisers_who_call_at_the_same_instant_get_different_numbers(own_database, line_open):
    # given a line and advisers with connections of their own
    area = line_open
    for _one in range(TICKETS):
        take(area)
    actors = [
        worker(
            username=f"n{n}",
            name=f"Neuvoja {n}",
            at="raisio",
            area=area.id,
            role=Role.ADVISER,
            covers=["raisio"],
        )
        for n in range(ADVISERS)
    ]
    start = Barrier(ADVISERS)

    def work(actor):
        got = []
        try:
            start.wait()
            while True:
                with acting_as(actor, on=TODAY):
                    row = actions.call_next(office=OFFICE)
                if row is None:
                    return got
                got.append(row.number)
                with acting_as(actor, on=TODAY):
                    actions.miss_visitor(ticket_id=row.pk)
        finally:
            connection.close()

    # when all call until nobody waits
    with ThreadPoolExecutor(ADVISERS) as pool:
        called = [number for got in pool.map(work, actors) for number in got]
    # then every number was called once
    assert Counter(called) == Counter(range(1, TICKETS + 1))
    assert set(Ticket.objects.values_list("calls", flat=True)) == {1}

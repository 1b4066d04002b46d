"""Fill an empty database with the demo, once; run as a process of its own so that its memory is given back.

The last line it prints is JSON for the command that started it: the accounts and what to try.
"""

import contextlib
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from uuid import UUID

from kotopolku.cli.edge import today
from kotopolku.cli.environment import close_connections, django_ready

PROGRAMMES = Path(__file__).resolve().parents[4] / "programmes"


def main() -> int:
    """Build the demo unless it is there. Returns 1 on a database that holds an area which is no demo."""
    django_ready()
    from kotopolku import demo
    from kotopolku.accounts.queries import area_ids, area_view

    on = today()
    areas = [area_view(area, on=on) for area in area_ids()]
    if any(area is not None and not area.is_demo for area in areas):
        print(
            "K010: this database holds an area that is not a demo, so the demo does not run on it. "
            "Take another database, or start the program with `kotopolku serve`.",
            file=sys.stderr,
        )
        return 1
    if not areas:
        from kotopolku.demo.build import build

        load_programme(on=on)
        with clocks_at_the_end(on=on):
            build(on=on)
    told = {"accounts": [asdict(account) for account in demo.accounts()], "try": list(demo.what_to_try())}
    close_connections()
    print(json.dumps(told, ensure_ascii=True))
    return 0


def no_clocks(*, persons: frozenset[UUID], on: date) -> None:
    """Stand in for AFTER_ACTION while many years of lives are played."""


@contextlib.contextmanager
def clocks_at_the_end(*, on: date) -> Iterator[None]:
    """Compute every clock once, after all: clocks follow from facts alone, so this equals computing them at each step.

    It takes a third of the time of building away.
    """
    from django.conf import settings

    from kotopolku import demo
    from kotopolku.accounts.access import system_actor
    from kotopolku.audit.acting import acting_as
    from kotopolku.clocks.actions import refresh_all

    settings.AFTER_ACTION = (
        f"{__spec__.name}.no_clocks"  # this process ends with the building, so it is not put back
    )
    yield
    with acting_as(system_actor(demo.AREA, on=on), on=on, route="demo:build"):
        refresh_all(area_id=demo.AREA, on=on)


def load_programme(*, on: date) -> None:
    """Load the demo's programme as the operator does; the demo's own words for it are in its folder."""
    from kotopolku import demo
    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import operator
    from kotopolku.programme import actions
    from kotopolku.programme.check import check_path

    programme = check_path(PROGRAMMES / demo.AREA).programme
    if programme is None:
        raise RuntimeError(f"{PROGRAMMES / demo.AREA} cannot be read: kotopolku programme check says why")
    with acting_as(operator(area_id=demo.AREA), on=on):
        actions.load_programme(programme=programme, on=on)


if __name__ == "__main__":
    sys.exit(main())

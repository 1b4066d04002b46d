"""Every address of the program stands in the table route × role × expected answer."""

from pathlib import Path

from kotopolku.cli.environment import django_ready


def faults(root: Path) -> list[str]:
    """Return one line a route that is not in the table, and a row whose route is gone."""
    django_ready()
    from kotopolku.web import route_table

    return route_table.faults()


def print_table() -> None:
    """Print who gets which answer at which address (GET/POST)."""
    django_ready()
    from kotopolku.web import route_table

    print("\n".join(route_table.lines()), end="\n\n")

"""`kotopolku jobs`: `list` the regular jobs, or `tick [--at T]` to enqueue those that are due (for cron)."""

import argparse
from datetime import datetime

from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cli.edge import now


def run(argv: list[str]) -> int:
    """Run one of the two; return 2 for a wrong instant."""
    parser = argparse.ArgumentParser(prog="kotopolku jobs", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="the regular jobs and when they run")
    ticking = commands.add_parser("tick", help="enqueue what is due; twice does no harm")
    ticking.add_argument(
        "--at", type=_instant, help="as if it were this instant, e.g. 2026-11-24T03:00 (Helsinki)"
    )
    options = parser.parse_args(argv)
    if options.command == "list":
        from kotopolku.jobs.schedule import ERRANDS, SCHEDULE

        for job in SCHEDULE:
            print(f"{job.at:%H:%M}  {job.code:<24} {job.summary}")
        for errand in ERRANDS:
            print(f"  *    {errand.code:<24} {errand.summary}")
        return 0
    from kotopolku.jobs.tick import tick

    for line in tick(at=options.at or now()):
        print(f"enqueued {line}")
    return 0


def _instant(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=HELSINKI)

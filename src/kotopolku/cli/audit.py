"""`kotopolku audit`: `verify [--from DAY] [--to DAY]` computes the log's seals again; `seal` seals what is over now."""

import argparse
from datetime import date


def run(argv: list[str]) -> int:
    """Run one of the two; 1 when a day does not match its seal, which is named."""
    parser = argparse.ArgumentParser(prog="kotopolku audit", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    verifying = commands.add_parser("verify", help="prove that the log is what was sealed")
    verifying.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DAY")
    verifying.add_argument("--to", dest="last", type=date.fromisoformat, metavar="DAY")
    commands.add_parser("seal", help="seal the days that are over (done every night by the worker)")
    options = parser.parse_args(argv)
    from django.db import transaction

    from kotopolku.audit import sealing

    with transaction.atomic():
        if options.command == "seal":
            print(f"{sealing.seal()} days sealed")
            return 0
        found = sealing.verify(first=options.first, last=options.last)
    if found.fault is not None:
        print(f"{found.fault.day}: {found.fault.what}. The days before it match their seals.")
        return 1
    print(f"{found.days} days, {found.rows} rows: every seal matches.")
    if found.last_day is not None:
        print(f"Keep the last one outside this database: {found.last_day} {found.digest}")
    return 0

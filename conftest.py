"""The law is pure, and so are its tests: a run of nothing else never loads Django; every other run loads the house.

Read from the command line, because the conftests of packages are imported before pytest has a configuration to ask.
"""

import os
import sys
from pathlib import Path

LAW = Path(__file__).resolve().parent / "src" / "kotopolku" / "law"


def law_alone(arguments: list[str]) -> bool:
    """Whether paths were chosen, all of them of the law. A worker of pytest-xdist does not see them: False."""
    paths = [Path(argument.partition("::")[0]) for argument in arguments if not argument.startswith("-")]
    chosen = [path.resolve() for path in paths if path.exists()]
    return bool(chosen) and all(path.is_relative_to(LAW) for path in chosen)


if "PYTEST_XDIST_WORKER" in os.environ or not law_alone(sys.argv[1:]):
    pytest_plugins = ["tests.house"]

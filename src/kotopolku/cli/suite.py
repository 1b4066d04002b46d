"""`kotopolku test`: the test suite in one of three tiers, with the browser it needs.

--quick   no browser, nothing marked slow: under a minute
(neither) that, the browser's journeys and what is slow: under ten minutes
--deep    only the long checks (every hostile word everywhere, crash, memory, all languages): under 25 minutes

Whatever else stands on the command line goes to pytest: `dev.py test --quick src/kotopolku/law -x`.
"""

import os
import subprocess
import sys
from pathlib import Path

from kotopolku.cli import chromium

ROOT = Path(__file__).resolve().parents[3]
TIERS = {"--quick": "not browser and not slow and not deep", "": "not deep", "--deep": "deep"}
NOTHING_COLLECTED = 5


def run(argv: list[str]) -> int:
    """Run pytest; its exit code, except that a tier without tests in the chosen folders is no failure."""
    if {"-h", "--help"} & set(argv):
        print(__doc__)
        return 0
    tier = "--quick" if "--quick" in argv else "--deep" if "--deep" in argv else ""
    rest = [argument for argument in argv if argument not in {"--quick", "--deep"}]
    environment = dict(os.environ)
    if tier != "--quick":
        try:
            environment[chromium.SETTING] = chromium.find_or_install()
        except chromium.NoBrowser as problem:
            print(f"kotopolku test: {problem}", file=sys.stderr)
            return 1
        print(f"  browser: {environment[chromium.SETTING]}", flush=True)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-m",
        TIERS[tier],
        "--durations=10",
        "--durations-min=0.5",
        *_parallel(rest),
        *rest,
    ]
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return 0 if code == NOTHING_COLLECTED else code


def _parallel(rest: list[str]) -> list[str]:
    """Run a whole tier on all cores (at most four); a chosen part is quicker without starting other processes.

    A file stays with one process, which keeps its own browser and site. Files begin in the order of `testpaths`, the
    longest walks first: begun last, they would keep one process busy while the others have nothing left.
    """
    if rest:
        return []
    return ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile", "--no-loadscope-reorder"]

"""A database for one question: made, migrated, and gone when the block ends."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kotopolku.cli.postgres import Server, start

DATABASE = "kotopolku"


@contextmanager
def migrated() -> Iterator[Server]:
    """Give an embedded server whose database DATABASE has every table and no row."""
    with (
        tempfile.TemporaryDirectory(prefix="kp-once-", ignore_cleanup_errors=True) as folder,
        start(Path(folder), durable=False) as server,
    ):
        server.ensure_database(DATABASE)
        environment = os.environ | {
            "DATABASE_URL": server.url(role="kotopolku_app", database=DATABASE),
            "DATABASE_OWNER_URL": server.url(role="kotopolku_owner", database=DATABASE),
        }
        subprocess.run(
            [sys.executable, "-m", "kotopolku.cli.main", "migrate", "--verbosity", "0"],
            env=environment,
            check=True,
        )
        yield server

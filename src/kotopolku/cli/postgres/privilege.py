"""How to start PostgreSQL when we are root, whom it refuses, and how it notices that we are gone."""

import functools
import os
import pwd
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kotopolku.cli.postgres.binaries import PostgresProblem


@dataclass(frozen=True)
class Launch:
    """What stands before a PostgreSQL program on its command line, and who must own its folders (uid, gid)."""

    prefix: tuple[str, ...] = ()
    owner: tuple[int, int] | None = None

    def hand_over(self, *folders: Path) -> None:
        """Give the folders, and what is in them, to the user the server runs as (only in the `setpriv` way)."""
        if self.owner is None:
            return
        for folder in folders:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, *self.owner, follow_symlinks=False)


@functools.cache
def launch() -> Launch:
    """Return the way to start PostgreSQL here: as we are, in a user namespace, or as `nobody`.

    A user namespace needs no other user and no chown, and works under a folder that only root may enter. Where
    the kernel forbids it, the server runs as `nobody`, who must be able to reach the binaries and the folders.
    """
    if os.geteuid() != 0:
        return Launch()
    namespace = ("unshare", "-U", "--map-user=1000", "--map-group=1000", "--")
    if shutil.which("unshare") and _works(*namespace, "true"):
        return Launch(prefix=namespace)
    setpriv = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--")
    if shutil.which("setpriv") and _works(*setpriv, "true"):
        nobody = pwd.getpwnam("nobody")
        return Launch(prefix=setpriv, owner=(nobody.pw_uid, nobody.pw_gid))
    raise PostgresProblem(
        "PostgreSQL does not run as root, and this machine has neither user namespaces nor setpriv. Run this as an "
        "ordinary user, or give DATABASE_URL and DATABASE_OWNER_URL."
    )


@functools.cache
def death_signal() -> tuple[str, ...]:
    """Return the prefix that makes the kernel stop the server (SIGINT) when we die without a word, where it can."""
    prefix = ("setpriv", "--pdeathsig", "INT", "--")
    if sys.platform == "linux" and shutil.which("setpriv") and _works(*prefix, "true"):
        return prefix
    return ()


def _works(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, timeout=20, check=False).returncode == 0

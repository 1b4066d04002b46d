"""A real SMTP server as a process of its own: `python mail_server.py FOLDER [--certificate FILE]`.

What it answers depends on the recipient's name: `refuse-…` 550, `later-…` 451, `stuck-…` takes the letter and never
says so; everybody else's letters are kept as files in FOLDER. The first line it prints is its port.
"""

import argparse
import asyncio
import ssl
import uuid
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP


class Keeper:
    """Keeps what it is given, and answers as the recipient's name says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address.startswith("refuse"):
            return f"550 5.1.1 <{address}> no such mailbox"
        if address.startswith("later"):
            return f"451 4.7.1 <{address}> greylisted, come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        unfinished = self.folder / f"{uuid.uuid4()}.part"
        unfinished.write_bytes(envelope.content)
        unfinished.rename(unfinished.with_suffix(".eml"))
        if envelope.rcpt_tos[0].startswith("stuck") and not (self.folder / "unstuck").exists():
            await asyncio.sleep(3600)
        return "250 OK"


async def serve(folder: Path, certificate: Path | None) -> None:
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)

    def connection() -> SMTP:
        return SMTP(
            Keeper(folder), hostname="127.0.0.1", tls_context=context, require_starttls=context is not None
        )

    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--certificate", type=Path)
    given = parser.parse_args()
    asyncio.run(serve(given.folder, given.certificate))

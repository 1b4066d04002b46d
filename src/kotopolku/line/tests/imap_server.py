"""A real IMAP server as a process of its own: `python imap_server.py`. The first line it prints is its port.

It is pymap with its box in memory, on loopback; what arrives is put there as a mail client does it (APPEND).
"""

import socket
import sys

import pymap.main

if __name__ == "__main__":
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pymap.main.notify_ready = lambda: print(port, flush=True)  # noqa: T201
    sys.argv = ["pymap", "--host", "127.0.0.1", "--port", str(port), "--no-tls", "dict"]
    pymap.main.main()

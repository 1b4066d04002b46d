"""A real HTTP gateway of text messages as a process of its own: `python text_gateway.py FOLDER`.

What it answers depends on the number's end: `…40` 400, `…50` 503, anything else 201 with an id; what it accepts it
keeps as files in FOLDER. A wrong password is answered 401. The first line it prints is its port.
"""

import base64
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

FOLDER = Path(sys.argv[1])
SECRET = f"Basic {base64.b64encode(b'koto:viestin-salasana').decode()}"


class Gateway(BaseHTTPRequestHandler):
    """Answers one message at a time."""

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        said = {name: values[0] for name, values in form.items()}
        if self.headers["Authorization"] != SECRET:
            self.answer(401, {})
        elif said["to"].endswith("40"):
            self.answer(400, {"message": f"no such number {said['to']}"})
        elif said["to"].endswith("50"):
            self.answer(503, {})
        else:
            name = f"s{len(list(FOLDER.iterdir()))}"
            (FOLDER / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")
            self.answer(201, {"id": name})

    def answer(self, status: int, body: dict[str, str]) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_words: object) -> None:
        """Say nothing: the test's output is its own."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    print(server.server_address[1], flush=True)  # noqa: T201
    server.serve_forever()

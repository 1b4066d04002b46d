"""The server's own log without anybody in it: what failed and where in the program, never with which values.

An exception's message is often the value that caused it (a name that is taken, a date that cannot be), and an address
is whatever a visitor typed. So exceptions are written as their kind and the lines of the program they came through,
and requests by the name of their page.
"""

import logging
import traceback
from types import TracebackType
from typing import Any

type ExcInfo = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]
MOST_CAUSES = 5


class DiscreetFormatter(logging.Formatter):
    """Writes a record as one line, then its exceptions by kind and place."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name logging calls
        """Return the chain of exceptions, each with its frames, without messages and without source lines."""
        lines: list[str] = []
        fault: BaseException | None = ei[1]
        for _cause in range(MOST_CAUSES):
            if fault is None:
                break
            kind = type(fault)
            lines.append(f"{kind.__module__}.{kind.__qualname__}")
            lines += [
                f"  {f.filename}:{f.lineno} in {f.name}" for f in traceback.extract_tb(fault.__traceback__)
            ]
            fault = fault.__cause__ or fault.__context__
        return "\n".join(lines)

    def format(self, record: logging.LogRecord) -> str:
        """Format afresh: a text that another handler has cached on the record may hold the message."""
        record.exc_text = None
        return super().format(record)


class PageNotAddress(logging.Filter):
    """Lets every record through; one about a request loses its address and keeps the page's name and the status."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite what Django writes of a request: its words repeat the address, and a form's when it is too large."""
        request = getattr(record, "request", None)
        if request is not None or record.name.startswith("django.security"):
            match = getattr(request, "resolver_match", None)
            page = (match.view_name or "a page without a name") if match else "no page of ours"
            record.msg, record.args = "%s at %s", (getattr(record, "status_code", "refused"), page)
        return True

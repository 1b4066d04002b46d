"""Write `docs/rights.md` anew: `python -m tests.rights`."""

from tests.rights.table import DOCUMENT, rendered

DOCUMENT.write_text(rendered(), encoding="utf-8")

"""What the list of clients is narrowed to, as it stands in an address: codes and ids, nothing personal."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kotopolku.clocks.clients import ORDERS, STATES, Wanted
from kotopolku.languages.names import is_language
from kotopolku.people.queries import read_place
from kotopolku.web.parts.requests import number_or_none

STATE_NAMES = {
    "open": _("case open"),
    "assessment": _("assessment going on"),
    "plan": _("plan in force"),
    "closed": _("case closed"),
    "none": _("no case"),
}


def read_wanted(data: QueryDict) -> Wanted:
    """Return what was asked for; a value we do not know narrows nothing."""
    state, order, language = (data.get(name, "") for name in ("state", "order", "language"))
    return Wanted(
        state=state if state in STATES else "",
        municipality=read_place(data.get("municipality", "")),
        officer_id=number_or_none(data.get("officer", ""), digits=11),
        language=language if language and is_language(language) else "",
        late=data.get("late") == "yes",
        order=order if order in ORDERS else "name",
    )


def as_fields(wanted: Wanted) -> dict[str, str]:
    """Return what `read_wanted` reads, without what says nothing."""
    said = {
        "state": wanted.state,
        "municipality": "" if wanted.municipality is None else str(wanted.municipality),
        "officer": "" if wanted.officer_id is None else str(wanted.officer_id),
        "language": wanted.language,
        "late": "yes" if wanted.late else "",
        "order": "" if wanted.order == "name" else wanted.order,
    }
    return {name: value for name, value in said.items() if value}


def as_query(wanted: Wanted, **more: str) -> str:
    """Return it as the query of an address, with more."""
    return urlencode({**as_fields(wanted), **more})

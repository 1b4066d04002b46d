"""What a telephone sends, read and logged; every visit gets its own receipt or its own reason."""

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from kotopolku.advice.actions import take_from_phone
from kotopolku.advice.codes import MOST_FROM_PHONE
from kotopolku.advice.phone import keeper, taken_already
from kotopolku.advice.queries import advice_settings
from kotopolku.roster.queries import OutreachView
from kotopolku.web.desk.advice.form import PhoneForm
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, uuid_or_none

type Receipt = dict[str, list[str] | dict[str, str]]
NAMES = ("language", "interpreter", "municipality", "topics", "minutes", "outcome", "came_back")


def take(request: PageRequest, day: OutreachView, *, day_id: int) -> Receipt | None:
    """Log what was sent; returns {"taken": ids, "refused": {id: why}}, None for what no telephone of ours sends."""
    sent = _sent(request.body, whose=keeper(day_id))
    if not sent:
        return None
    rules = advice_settings(request.area.id)
    already = taken_already(list(filter(None, (uuid_or_none(id_) for id_ in sent))))
    taken: list[str] = []
    refused: dict[str, str] = {}
    for id_, visit in sent.items():
        number, at = uuid_or_none(id_), _moment(visit.get("at"))
        if number in already:
            taken.append(id_)
            continue
        data = {name: visit[name] for name in NAMES if name in visit}
        form = PhoneForm(data, area=request.area, place=day.place, rules=rules, common=())
        if number is None or at is None:
            return None
        if form.is_valid() and _log(form, day_id=day_id, number=number, at=at):
            taken.append(id_)
        else:
            refused[id_] = " ".join(str(one) for errors in form.errors.values() for one in errors)
    return {"taken": taken, "refused": refused}


def _log(form: PhoneForm, *, day_id: int, number: UUID, at: datetime) -> bool:
    entry = form.entry()
    return bool(attempt(form, lambda: take_from_phone(day_id=day_id, visit_id=number, at=at, entry=entry)))


def _sent(body: bytes, *, whose: str) -> dict[str, Mapping[str, object]]:
    """Read the visits by their ids; none where the body is not of our page, of another worker or too long."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    if not isinstance(found, dict) or found.get("keeper") != whose:
        return {}
    visits = found.get("visits")
    if not isinstance(visits, list) or len(visits) > MOST_FROM_PHONE:
        return {}
    if not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in visits):
        return {}
    return {one["id"]: one for one in visits}


def _moment(value: object) -> datetime | None:
    """Read a moment with its zone; None for anything else."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None

"""An area whose line is open at two offices, and who counsels in Arabic."""

import pytest
from tests.cast import TODAY

from kotopolku.accounts.staff_languages import KnownLanguage, set_staff_languages
from kotopolku.advice.models import AdviceRules
from kotopolku.advice.settings import write
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.letters.tests.conftest import mailbox  # noqa: F401
from kotopolku.line import actions, queries
from kotopolku.line.entries import TicketEntry
from kotopolku.line.tests.box import box  # noqa: F401
from kotopolku.services.models import Place

OFFICE, OTHER = "martinkatu", "naantali-point"


@pytest.fixture
def line_open(area):
    """Two offices and the topics of advice."""
    topics = (("benefits", {"fi": "Kela"}, {"fi": "tuki"}), ("other", {"fi": "Muu"}, {"fi": "muu"}))
    AdviceRules.objects.create(area_id=area.id, stored=write(topics=topics, keys={}))
    for position, (code, town) in enumerate(((OFFICE, "raisio"), (OTHER, "naantali"))):
        facts = {"id": code, "kind": "office", "municipality": town, "name": {"fi": code}}
        Place.objects.create(area_id=area.id, code=code, position=position, facts=facts)
    return area


def speaks(actor, *languages):
    with acting_as(actor, on=TODAY):
        known = [KnownLanguage(language=one, for_counsel=True) for one in languages]
        set_staff_languages(staff_id=actor.staff_id, languages=known)


def take(area, *, on=TODAY, **asked):
    with acting_as(ANYBODY, on=on):
        entry = TicketEntry(**{"office": OFFICE, "channel": "kiosk", **asked})
        return actions.take_place(area_id=area.id, entry=entry)


def call(actor, office=OFFICE, on=TODAY):
    with acting_as(actor, on=on):
        return actions.call_next(office=office, room="Huone 3")


def shown(area, office=OFFICE, on=TODAY):
    with acting_as(ANYBODY, on=on):
        return queries.public_board(area.id, office)

"""Every persona of the demo: each answer gives its grounds, and each recorded day in them where it comes from."""

from datetime import date

import pytest
from tests.settled import load_raisio

from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.cases.queries import case_of_person, case_view
from kotopolku.clocks.queries import case_findings, facts_behind
from kotopolku.demo.personas import personas
from kotopolku.demo.playing import Player
from kotopolku.demo.staff import add_everybody
from kotopolku.people.queries import person_card
from kotopolku.plans.queries import plans_of_case
from kotopolku.web.desk.findings import card
from kotopolku.web.desk.sources import sources_of

TODAY = date(2026, 11, 24)
#: Days in a ground that somebody recorded; the others are counted from them.
TOLD_DAYS = frozenset(
    {
        "granted_on",
        "made_on",
        "first_made_on",
        "from_day",
        "requested_on",
        "received_on",
        "registered_on",
        "first",
        "since",
    }
)


@pytest.fixture
def played(db):
    """The personas alone, without the crowd: (officer, persona -> person)."""
    load_raisio()
    area = area_view("raisio", on=TODAY)
    officer = add_everybody(on=TODAY)["samir"]  # named for every client
    player = Player(on=TODAY, municipalities={one.code: one.id for one in area.municipalities})
    for life in personas(TODAY):
        player.play(life, officer=officer)
    return officer, player.persons


@pytest.mark.deep
def test_every_answer_of_every_persona_explains_itself_with_its_sources(played):
    officer, people = played
    silent, unsourced = [], set()
    with acting_as(officer, on=TODAY):
        for name, person in people.items():
            case = case_of_person(person)
            sources = sources_of(person_card(person), case_view(case), plans_of_case(case))
            for finding in case_findings(person, on=TODAY):
                shown = card(finding, on=TODAY, sources=sources)
                if not (shown.grounds or finding.missing):
                    silent.append((name, finding.question))
                for ground in finding.grounds:
                    days = [one for one in ground.params if one in TOLD_DAYS]
                    if days and not sources.behind(facts_behind(ground), ground.params):
                        unsourced.add((name, finding.question, str(ground.provision), *days))
    # no answer stands without grounds, and no day that somebody recorded stands without its source
    assert silent == []
    assert unsourced == set()

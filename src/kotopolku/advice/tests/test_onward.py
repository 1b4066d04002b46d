"""Onward guidance and the Monday list: three ways logged apart, and what we had no answer for, about nobody."""

from datetime import time, timedelta

import pytest
from tests.cast import TODAY

from kotopolku.accounts.models import Organisation
from kotopolku.advice import actions, onward, queries
from kotopolku.advice.models import OnwardGuidance
from kotopolku.advice.onward import OnwardEntry
from kotopolku.advice.tests.test_visits import log
from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, NotFound

pytestmark = pytest.mark.usefixtures("advice_rules")


def guide(actor, visit, **entry):
    with acting_as(actor, on=TODAY):
        return actions.guide_on(visit_id=visit.pk, entry=OnwardEntry(**{"to": "other:benefits", **entry}))


def test_three_ways_are_logged_apart_and_a_hand_over_waits_for_its_acknowledgement(officer, stranger):
    visit = log(officer, outcome="guided")
    guide(officer, visit, way="told", at_once=True, day=TODAY, at=time(12))
    guide(officer, visit, way="together", take=("identity",))
    handed = guide(officer, visit, way="handed_over", consent_how="spoken", day=TODAY)
    with acting_as(stranger, on=TODAY), pytest.raises(NotFound):
        actions.acknowledge_onward(onward_id=handed.pk)
    with acting_as(officer, on=TODAY):
        latest, _together, told = onward.onward_of(visit.pk)
        assert (latest.waits, told.waits, told.day) == (True, False, None)
        actions.acknowledge_onward(onward_id=handed.pk)
        assert not onward.onward_of(visit.pk)[0].waits
        month = TODAY.replace(day=1)
        counted = onward.onward_month(first=month, after=month + timedelta(days=31))
    assert dict(counted) == {"told": 1, "together": 1, "handed_over": 1}


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ("consent_how", {"way": "handed_over"}),
        ("way", {"way": "pushed"}),
        ("to", {"way": "told", "to": "somebody"}),
        ("to", {"way": "told", "take": ("passport of Ali",)}),
    ],
)
def test_what_cannot_be_is_refused_and_no_free_text_comes_in(officer, field, entry):
    visit = log(officer)
    with pytest.raises(Invalid) as fault:
        guide(officer, visit, **entry)
    assert fault.value.field == field
    with acting_as(officer, on=TODAY):
        assert not OnwardGuidance.objects.exists()


def test_the_monday_list_counts_what_we_had_no_answer_for_by_topic_language_and_municipality(officer):
    raisio = Organisation.objects.get(code="raisio").pk
    asked = {"outcome": "no_answer", "lives": "member", "municipality_id": raisio}
    log(officer, **asked), log(officer, **asked, came_back=True)
    log(officer, outcome="no_answer", topics=("housing",), language="")
    log(officer, outcome="solved")
    with acting_as(officer, on=TODAY):
        found = queries.unanswered(since=TODAY - timedelta(days=7))
        assert queries.unanswered(since=TODAY + timedelta(days=1)) == ()
    assert [(one.topic, one.language, one.municipality, one.count, one.came_back) for one in found] == [
        ("benefits", "ar", str(raisio), 2, 1),
        ("housing", "", "not_asked", 1, 0),
    ]

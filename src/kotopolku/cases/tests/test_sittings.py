"""Two short talks are as good as one long, and the county's part is the county's own."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.cast import worker
from tests.walls import knowing

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Group, Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.actions import (
    conclude_assessment,
    grant_case,
    record_sitting,
    remove_sitting,
    save_assessment,
    start_assessment,
    write_county_part,
)
from kotopolku.cases.entries import Setting, Sitting
from kotopolku.cases.queries import assessment_view
from kotopolku.cases.refusals import SITTING_CHANNEL, SITTING_LANGUAGE, AssessmentRefused
from kotopolku.cases.sitting_models import CountyPart
from kotopolku.people.entries import LanguageEntry
from kotopolku.plans.tests.stories import opened

JOINED = Setting(county_participates=True, county_person="Mirva")


@pytest.fixture
def begun(officer, today):
    """(case, assessment) of a client who understands Arabic, with the county in it."""
    arabic = [LanguageEntry(use="mother_tongue", language="ar")]
    _person, case = opened(officer, on=today, languages=arabic)
    with acting_as(officer, on=today):
        assessment = start_assessment(case_id=case)
        save_assessment(assessment_id=assessment, version=1, setting=JOINED)
    return case, assessment


def test_each_talk_keeps_its_day_and_each_topic_the_days_on_which_it_was_gone_through(officer, begun, today):
    # given a topic gone through on two days, the second time in another talk
    later = today + timedelta(days=3)
    with acting_as(officer, on=today):
        version = save_assessment(
            assessment_id=begun[1], version=2, answers={"special_skills": {"strengths": "Ompelu"}}
        )
    with acting_as(officer, on=later):
        sitting = Sitting(held_on=later, channel="office", language="ar", minutes=45)
        kept = record_sitting(assessment_id=begun[1], sitting=sitting)
        save_assessment(
            assessment_id=begun[1],
            version=version,
            answers={"special_skills": {"strengths": "Ompelu ja laulu"}, "literacy": {}},
        )
        view = assessment_view(begun[1])
        # then the form shows which was when, and a topic nobody touched has no day
        days = {topic.code: topic.days for topic in view.topics}
        assert days["special_skills"] == (today, later)
        assert days["literacy"] == ()
        assert [(one.held_on, one.minutes) for one in view.sittings] == [(later, 45)]
        # and a talk recorded by mistake goes away
        remove_sitting(assessment_id=begun[1], sitting_id=kept)
        assert assessment_view(begun[1]).sittings == ()


def test_a_later_talk_by_telephone_in_a_strange_language_stands_in_the_way_of_the_conclusion(
    officer, begun, today
):
    with acting_as(officer, on=today):
        phone = Sitting(held_on=today, channel="phone", language="fi")
        record_sitting(assessment_id=begun[1], sitting=phone)
        with pytest.raises(AssessmentRefused) as refused:
            _conclude(begun[1])
        assert {SITTING_CHANNEL, SITTING_LANGUAGE} <= {one.message for one in refused.value.refusals}
        # given a weighty reason and the client's own language
        view = assessment_view(begun[1])
        remove_sitting(assessment_id=begun[1], sitting_id=view.sittings[0].id)
        good = replace(phone, language="ar", weighty_reason="Asiakas on sairaalassa.")
        record_sitting(assessment_id=begun[1], sitting=good)
        with pytest.raises(AssessmentRefused) as refused:
            _conclude(begun[1])
        assert not {SITTING_CHANNEL, SITTING_LANGUAGE} & {one.message for one in refused.value.refusals}


def _conclude(assessment):
    conclude_assessment(
        assessment_id=assessment, version=2, outcome="no_need_now", outcome_reason="x", next_step="y"
    )


def test_a_talk_of_tomorrow_is_not_recorded(officer, begun, today):
    to_come = Sitting(held_on=today + timedelta(days=1), channel="office", language="ar")
    with acting_as(officer, on=today), pytest.raises(Invalid) as fault:
        record_sitting(assessment_id=begun[1], sitting=to_come)
    assert fault.value.field == "held_on"


def test_the_county_writes_its_part_of_a_granted_case_and_a_duty_without_the_group_does_not_read_it(
    officer, colleague, begun, today
):
    county = worker(
        username="mirva", name="Mirva Social", at="varha", area="raisio", role=Role.COUNTY_WORKER, covers=[]
    )
    county = knowing(county, {Group.SENSITIVE})
    # given a case that nobody has granted
    with acting_as(county, on=today), pytest.raises(NotFound):
        write_county_part(assessment_id=begun[1], needs="Perhetyö.", said_on=today)
    with acting_as(officer, on=today):
        grant_case(
            case_id=begun[0],
            organisation="varha",
            scope="county_part",
            reason="Monialainen arviointi.",
        )
    # when it is granted, the county writes in its own name
    with acting_as(county, on=today):
        write_county_part(assessment_id=begun[1], needs="Perhetyö.", who="joku muu", said_on=today)
    with acting_as(officer, on=today):
        (part,) = assessment_view(begun[1]).county_parts
        assert (part.needs, part.who, part.way) == ("Perhetyö.", "Mirva Social", "own")
    # then a colleague without the group sees that there is a part to hide, and no row
    with acting_as(knowing(colleague, {Group.MINORS}), on=today):
        assert assessment_view(begun[1]).county_parts is None
        assert CountyPart.objects.count() == 0


def test_the_officer_records_for_a_county_worker_without_an_account_only_while_the_county_takes_part(
    officer, begun, today
):
    with acting_as(officer, on=today):
        said = {"needs": "Perhetyö.", "said_on": today, "who": "Mirva"}
        with pytest.raises(Invalid) as fault:
            write_county_part(assessment_id=begun[1], **said, way="own")
        assert fault.value.field == "way"
        write_county_part(assessment_id=begun[1], **said, way="telephone")
        save_assessment(assessment_id=begun[1], version=2, setting=Setting(county_participates=False))
        with pytest.raises(Invalid) as fault:
            write_county_part(assessment_id=begun[1], **said, way="telephone")
        assert fault.value.field == "needs"

"""Sensitive answers of an assessment: who reads them, what stands in their place, and that nobody else writes them."""

import pytest
from django.db import connection
from tests.walls import knowing

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Group
from kotopolku.audit.errors import Invalid
from kotopolku.cases.actions import save_assessment, start_assessment
from kotopolku.cases.entries import Setting
from kotopolku.cases.models import SensitiveAnswer
from kotopolku.cases.queries import assessment_view
from kotopolku.plans.tests.stories import opened


def test_sensitive_answers_are_hidden_from_a_duty_without_the_group_and_kept_from_it(
    officer, colleague, today
):
    # given
    _person, case = opened(officer, on=today)
    answers = {
        "life_situation": {"themes": ["safety"], "needs": "Turvakoti."},
        "social_and_health": {"social_needs": "x", "health_needs": "y"},
    }
    with acting_as(officer, on=today):
        assessment = start_assessment(case_id=case)
        setting = Setting(county_participates=True, county_person="Mirva")
        version = save_assessment(assessment_id=assessment, version=1, setting=setting, answers=answers)
    # when
    with acting_as(knowing(colleague, {Group.MINORS}), on=today):
        view = assessment_view(assessment)
        hidden = [topic for topic in (*view.topics, view.social_and_health) if topic.hidden]
        assert [topic.code for topic in hidden] == ["life_situation", "social_and_health"]
        assert all(topic.answer == {} and topic.state == "covered" for topic in hidden)
        assert SensitiveAnswer.objects.count() == 0
        with pytest.raises(Invalid) as fault:
            save_assessment(
                assessment_id=assessment, version=version, answers={"life_situation": {"themes": ["none"]}}
            )
        assert fault.value.field == "life_situation"
        save_assessment(
            assessment_id=assessment, version=version, answers={"special_skills": {"strengths": "Ompelu."}}
        )
    # then
    with acting_as(officer, on=today):
        topics = {topic.code: topic for topic in assessment_view(assessment).topics}
        assert topics["life_situation"].answer["needs"] == "Turvakoti."
        assert topics["special_skills"].answer == {"strengths": "Ompelu."}


def test_no_sensitive_word_stands_in_the_assessment_itself(officer, today):
    _person, case = opened(officer, on=today)
    with acting_as(officer, on=today):
        assessment = start_assessment(case_id=case)
        save_assessment(
            assessment_id=assessment, version=1, answers={"life_situation": {"needs": "Turvakoti."}}
        )
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_jsonb(a)::text FROM assessment a")
            assert "Turvakoti" not in cursor.fetchone()[0]

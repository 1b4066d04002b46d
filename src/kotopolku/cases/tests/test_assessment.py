"""An assessment is written a part at a time, and concluded only when everything the law demands is there."""

from dataclasses import replace
from datetime import date

import pytest

from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.cases import codes
from kotopolku.cases.actions import (
    conclude_assessment,
    judge,
    open_case,
    record_measure,
    save_assessment,
    start_assessment,
    tick_told,
    untick_told,
)
from kotopolku.cases.entries import Setting
from kotopolku.cases.interview_topics import TOPICS, covered, read
from kotopolku.cases.queries import assessment_view, case_view, law_facts, timeline
from kotopolku.cases.refusals import AssessmentRefused
from kotopolku.law.facts.codes import INTERVIEW_TOPICS
from kotopolku.people.entries import LanguageEntry

LEVELS = ("listening", "speaking", "reading", "writing")
ANSWERS = {
    "literacy": {"mother_tongue": "fluently", "latin_script": "slowly"},
    "fi_sv_skills": {
        **{f"fi_{skill}": "A1.1" for skill in LEVELS},
        **{f"sv_{skill}": "not_yet" for skill in LEVELS},
        "words": "Haluan puhua neuvolassa itse.",
    },
    "study_work_skills": {
        "study_skills": "some",
        "working_life_skills": "good",
        "days": ["thu", "tue"],
        "child_care_needed": True,
    },
    "employment_education_needs": {"needs": ["language_training"], "work_goal": "lastenhoitaja"},
    "education_work_history": {
        "education": [{"country": "SY", "level": "upper_secondary", "years": 12, "certificate": True}],
        "no_work": True,
    },
    "special_skills": {"strengths": "Ompelee ja laulaa", "source": "person"},
    "plan_need": {"needed": True, "reasons": "Kieli ja opinnot"},
    "life_situation": {"themes": ["child_care"]},
    "other_needs": {"needs": ["none"]},
}
OFFICE = Setting(held_on=date(2026, 11, 24), channel="office", language="ar")
CONCLUSION = {"outcome": "plan_needed", "outcome_reason": "Tarve todettu", "next_step": "Suunnitelma 2.12."}


@pytest.fixture
def rana(officer, person_of):
    """A client of 32 whose mother tongue is Arabic."""
    return person_of(
        officer,
        birth_date=date(1994, 2, 14),
        languages=[LanguageEntry(use="mother_tongue", language="ar")],
    )


@pytest.fixture
def case(officer, rana, today):
    with acting_as(officer, on=today):
        return open_case(person_id=rana, opened_because="own_request")


@pytest.fixture
def assessment(officer, case, today):
    with acting_as(officer, on=today):
        return start_assessment(case_id=case)


def _tell_everything(assessment):
    for item in codes.INTERVIEW_INFORMATION:
        tick_told(assessment_id=assessment, item=item, language="ar", understood_how="kertoi omin sanoin")


def _refusals(assessment, version, **given):
    with pytest.raises(AssessmentRefused) as fault:
        conclude_assessment(assessment_id=assessment, version=version, **{**CONCLUSION, **given})
    return [one.field for one in fault.value.refusals]


def test_the_nine_topics_are_the_decrees_in_its_order():
    assert tuple(TOPICS) == INTERVIEW_TOPICS
    assert covered(read(ANSWERS)) == INTERVIEW_TOPICS


@pytest.mark.parametrize("topic", INTERVIEW_TOPICS)
def test_a_topic_without_one_of_its_required_answers_is_begun_not_covered(topic):
    answers = read(ANSWERS)
    first = TOPICS[topic].required[0][0]
    del answers[topic][first]
    assert set(INTERVIEW_TOPICS) - set(covered(answers)) == {topic}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "given"),
    [
        ("literacy.mother_tongue", {"literacy": {"mother_tongue": "perfectly"}}),
        ("literacy.colour", {"literacy": {"colour": "red"}}),
        ("fi_sv_skills.fi_speaking", {"fi_sv_skills": {"fi_speaking": "C2"}}),
        ("study_work_skills.days", {"study_work_skills": {"days": ["tue", "someday"]}}),
        ("plan_need.needed", {"plan_need": {"needed": "yes"}}),
        (
            "education_work_history.education.1.years",
            {"education_work_history": {"education": [{}, {"years": 200}]}},
        ),
        ("education_work_history.work", {"education_work_history": {"work": "a lot"}}),
        ("special_skills.source", {"special_skills": {"source": "gossip"}}),
        ("special_skills.words", {"special_skills": {"words": "x" * 5001}}),
        ("shoe_size", {"shoe_size": {}}),
    ],
)
def test_a_wrong_answer_is_named_by_topic_and_field(officer, assessment, today, place, given):
    with acting_as(officer, on=today):
        with pytest.raises(Invalid) as fault:
            save_assessment(assessment_id=assessment, version=1, answers=given)
        assert fault.value.field == place
        assert assessment_view(assessment).version == 1


def test_parts_are_saved_one_by_one_and_the_rest_stays(officer, assessment, today):
    with acting_as(officer, on=today):
        version = save_assessment(assessment_id=assessment, version=1, setting=OFFICE)
        save_assessment(
            assessment_id=assessment, version=version, answers={"literacy": {"mother_tongue": "slowly"}}
        )
        view = assessment_view(assessment)
        assert (view.channel, view.language, view.version) == ("office", "ar", 3)
        assert [topic.state for topic in view.topics] == ["begun", *["empty"] * 8]
        assert view.topics[0].missing == ("latin_script",)


def test_rows_and_choices_are_kept_tidy(officer, assessment, today):
    with acting_as(officer, on=today):
        save_assessment(assessment_id=assessment, version=1, answers=ANSWERS)
        answers = {topic.code: topic.answer for topic in assessment_view(assessment).topics}
    assert answers["study_work_skills"]["days"] == ["tue", "thu"]
    assert answers["education_work_history"]["education"] == [
        {"country": "SY", "level": "upper_secondary", "years": 12, "certificate": True}
    ]
    assert answers["fi_sv_skills"]["words"] == "Haluan puhua neuvolassa itse."


def test_a_stale_save_overwrites_nothing(officer, colleague, assessment, today):
    with acting_as(officer, on=today):
        save_assessment(assessment_id=assessment, version=1, answers={"special_skills": {"strengths": "A"}})
    with acting_as(colleague, on=today):
        with pytest.raises(Stale):
            save_assessment(
                assessment_id=assessment, version=1, answers={"special_skills": {"strengths": "B"}}
            )
        assert assessment_view(assessment).topics[5].answer == {"strengths": "A"}


def test_there_is_one_draft_at_a_time(officer, case, assessment, today):
    with acting_as(officer, on=today), pytest.raises(Invalid):
        start_assessment(case_id=case)


def test_social_and_health_needs_wait_for_the_county(officer, case, assessment, today):
    part = {"social_and_health": {"social_needs": "x", "health_needs": "y"}}
    with acting_as(officer, on=today):
        with pytest.raises(Invalid) as fault:
            save_assessment(assessment_id=assessment, version=1, answers=part)
        assert fault.value.field == "social_and_health"
        assert assessment_view(assessment).social_and_health is None
        joined = Setting(county_participates=True, county_person="Sanna S, Varha")
        version = save_assessment(assessment_id=assessment, version=1, setting=joined, answers=part)
        assert assessment_view(assessment).social_and_health.state == "covered"
        assert timeline(case).events[0].code == "county_joined"
        with pytest.raises(Invalid):
            save_assessment(
                assessment_id=assessment, version=version, setting=Setting(county_participates=False)
            )


def test_the_judged_need_of_the_county_is_enough_for_its_part(officer, case, assessment, today):
    with acting_as(officer, on=today):
        judge(case_id=case, key="assessment.needs_county_coordination", value=True, reason="neuvolan asiakas")
        save_assessment(
            assessment_id=assessment, version=1, answers={"social_and_health": {"social_needs": "x"}}
        )


def test_an_empty_assessment_is_refused_with_everything_the_law_asks(officer, assessment, today):
    with acting_as(officer, on=today):
        refused = _refusals(assessment, 1, outcome="", outcome_reason="", next_step=" ")
    # outcome "" is no way around the interview
    assert refused == [
        "outcome",
        "outcome_reason",
        "next_step",
        "held_on",
        "channel",
        "language",
        *[f"answers.{topic}" for topic in INTERVIEW_TOPICS],
        *[f"told.{item}" for item in codes.INTERVIEW_INFORMATION],
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("setting", "refused"),
    [
        ({"channel": "phone"}, ["weighty_reason"]),
        ({"channel": "phone", "weighty_reason": "sairas"}, []),
        ({"language": "fi"}, ["language"]),
        ({"language": "fi", "interpreter": True, "interpreter_kind": "video"}, []),
        ({"held_on": None}, ["held_on"]),
    ],
)
def test_channel_and_language_are_the_laws(officer, assessment, today, setting, refused):
    base = {"held_on": today, "channel": "office", "language": "ar"}
    with acting_as(officer, on=today):
        version = save_assessment(
            assessment_id=assessment, version=1, setting=Setting(**{**base, **setting}), answers=ANSWERS
        )
        _tell_everything(assessment)
        if refused:
            assert _refusals(assessment, version) == refused
        else:
            conclude_assessment(assessment_id=assessment, version=version, **CONCLUSION)


@pytest.mark.slow
def test_a_childs_opinion_is_asked_for(officer, person_of, today):
    child = person_of(
        officer,
        birth_date=date(2009, 11, 25),
        languages=[LanguageEntry(use="mother_tongue", language="ar")],
    )
    with acting_as(officer, on=today):
        assessment = start_assessment(case_id=open_case(person_id=child, opened_because="guidance"))
        version = save_assessment(assessment_id=assessment, version=1, setting=OFFICE, answers=ANSWERS)
        _tell_everything(assessment)
        assert _refusals(assessment, version) == ["child_opinion"]
        heard = Setting(held_on=today, channel="office", language="ar", child_opinion_found_out=True)
        version = save_assessment(assessment_id=assessment, version=version, setting=heard)
        conclude_assessment(assessment_id=assessment, version=version, **CONCLUSION)


def test_a_refused_conclusion_writes_nothing(officer, assessment, today):
    with acting_as(officer, on=today):
        _refusals(assessment, 1)
        view = assessment_view(assessment)
    assert (view.state, view.version, view.outcome) == ("draft", 1, "")


@pytest.mark.slow
def test_a_whole_assessment_is_concluded_and_the_law_knows_it(officer, rana, case, assessment, today):
    # given
    with acting_as(officer, on=today):
        version = save_assessment(assessment_id=assessment, version=1, setting=OFFICE, answers=ANSWERS)
        _tell_everything(assessment)
        record_measure(
            assessment_id=assessment, kind="language_test", who="Raisio-opisto", on=today, result="A1.1"
        )
        # when
        conclude_assessment(assessment_id=assessment, version=version, **CONCLUSION)
        # then
        facts = law_facts(case, on=today).assessment
        assert (facts.made_on, facts.plan_need_found) == (today, True)
        view = assessment_view(assessment)
        assert (view.state, view.interviewer, view.measures[0].result) == (
            "concluded",
            "Aino Kettunen",
            "A1.1",
        )
        assert case_view(case).assessment_outcome == "plan_needed"
        codes_told = [event.code for event in timeline(case).events]
        assert codes_told == [
            "assessment_concluded",
            "assessment_measure",
            "told_all",
            "assessment_started",
            "case_opened",
        ]
        with pytest.raises(Stale):
            save_assessment(assessment_id=assessment, version=version + 1, answers=ANSWERS)
        with pytest.raises(Stale):
            untick_told(assessment_id=assessment, item="personal_data")


@pytest.mark.slow
def test_need_and_outcome_must_agree(officer, assessment, today):
    answers = {**ANSWERS, "plan_need": {"needed": False, "reasons": "Työssä", "guided_to": "kurssi"}}
    with acting_as(officer, on=today):
        version = save_assessment(assessment_id=assessment, version=1, setting=OFFICE, answers=answers)
        _tell_everything(assessment)
        assert _refusals(assessment, version) == ["outcome"]
        conclude_assessment(
            assessment_id=assessment, version=version, **{**CONCLUSION, "outcome": "guided_to_service"}
        )
        assert assessment_view(assessment).plan_need_found is False


def test_a_client_who_was_not_reached_ends_it_without_an_assessment_made(officer, case, assessment, today):
    with acting_as(officer, on=today):
        conclude_assessment(assessment_id=assessment, version=1, **{**CONCLUSION, "outcome": "not_reached"})
        assert law_facts(case, on=today).assessment.made_on is None
        again = start_assessment(case_id=case)
        assert again != assessment


@pytest.mark.slow
def test_a_taken_back_tick_is_missing_again(officer, assessment, today):
    with acting_as(officer, on=today):
        version = save_assessment(assessment_id=assessment, version=1, setting=OFFICE, answers=ANSWERS)
        _tell_everything(assessment)
        untick_told(assessment_id=assessment, item="personal_data")
        assert _refusals(assessment, version) == ["told.personal_data"]
        for field, given in (
            ("item", {"item": "weather"}),
            ("language", {"language": "zzz"}),
            ("understood_how", {"understood_how": " "}),
        ):
            tick = {"item": "personal_data", "language": "ar", "understood_how": "x", **given}
            with pytest.raises(Invalid) as fault:
                tick_told(assessment_id=assessment, **tick)
            assert fault.value.field == field


@pytest.mark.parametrize("role", [Role.ADVISER, Role.COORDINATOR])
def test_only_a_public_official_concludes(coordinator, assessment, today, role):
    # given an adviser, or a coordinator who is no official, for clients of the same municipality
    actor = replace(coordinator, role=role, is_official=role is Role.ADVISER)
    with acting_as(actor, on=today), pytest.raises(NotPermitted):
        conclude_assessment(assessment_id=assessment, version=1, **CONCLUSION)


def test_a_stranger_reaches_no_assessment(stranger, assessment, today):
    with acting_as(stranger, on=today):
        with pytest.raises(NotFound):
            assessment_view(assessment)
        with pytest.raises(NotFound):
            save_assessment(assessment_id=assessment, version=1, answers=ANSWERS)

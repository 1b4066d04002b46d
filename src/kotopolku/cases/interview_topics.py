"""Alkuhaastattelun yhdeksän kohtaa: what each point of decree 869/2024 2 § 1 mom. asks, in the order of the decree.

Social and health needs (2 § 2 mom.) stand apart: they may be examined only when the county takes part.
"""

from collections.abc import Mapping
from typing import Any

from kotopolku.audit.errors import Invalid
from kotopolku.cases.interview import (
    SOCIAL_AND_HEALTH,
    Answers,
    Choices,
    Field,
    Topic,
    read_answer,
    state_of,
)
from kotopolku.cases.interview_cautions import AVOID
from kotopolku.law.wording import N_

SKILL: Choices = (
    ("not_at_all", N_("Not at all")),
    ("slowly", N_("Slowly")),
    ("fluently", N_("Fluently")),
)
STRENGTH: Choices = (
    ("weak", N_("Needs much support")),
    ("some", N_("Needs some support")),
    ("good", N_("Good")),
)
LEVELS: Choices = (
    ("not_yet", N_("Not yet")),
    *((level, level) for level in ("A1.1", "A1.2", "A1.3", "A2.1", "A2.2", "B1.1", "B1.2", "B2.1", "B2.2")),
    ("not_tested", N_("Not tested")),
)
KNOWN_BY: Choices = (
    ("own_estimate", N_("Own estimate")),
    ("test", N_("Test")),
    ("certificate", N_("Certificate")),
)
SKILLS_OF_LANGUAGE: Mapping[str, Choices] = {
    "fi": (
        ("listening", N_("Finnish: listening")),
        ("speaking", N_("Finnish: speaking")),
        ("reading", N_("Finnish: reading")),
        ("writing", N_("Finnish: writing")),
    ),
    "sv": (
        ("listening", N_("Swedish: listening")),
        ("speaking", N_("Swedish: speaking")),
        ("reading", N_("Swedish: reading")),
        ("writing", N_("Swedish: writing")),
    ),
}
DAYS: Choices = (
    ("mon", N_("Mon")),
    ("tue", N_("Tue")),
    ("wed", N_("Wed")),
    ("thu", N_("Thu")),
    ("fri", N_("Fri")),
    ("sat", N_("Sat")),
    ("sun", N_("Sun")),
)
TIMES: Choices = (("morning", N_("Morning")), ("afternoon", N_("Afternoon")), ("evening", N_("Evening")))
STUDY_NEEDS: Choices = (
    ("literacy_training", N_("Literacy training")),
    ("language_training", N_("Finnish or Swedish course")),
    ("orientation", N_("Civic orientation")),
    ("basic_education", N_("Basic education")),
    ("vocational", N_("Vocational education")),
    ("upper_secondary", N_("General upper secondary education")),
    ("higher_education", N_("Higher education")),
    ("recognition", N_("Recognition of a qualification")),
    ("job_search", N_("Help in finding work")),
    ("work_trial", N_("Learning at work")),
    ("entrepreneurship", N_("Starting a business")),
    ("none", N_("No need now")),
)
EDUCATION_LEVELS: Choices = (
    ("none", N_("No schooling")),
    ("some_basic", N_("Some years of basic education")),
    ("basic", N_("Basic education")),
    ("upper_secondary", N_("Upper secondary education")),
    ("vocational", N_("Vocational qualification")),
    ("higher", N_("Higher education")),
)
LIFE_THEMES: Choices = (
    ("family", N_("Family and relationships")),
    ("child_care", N_("Children's day care or school")),
    ("housing", N_("Housing")),
    ("economy", N_("Money and benefits")),
    ("permit", N_("Permits")),
    ("health", N_("Health, as far as it affects integration")),
    ("safety", N_("Safety")),
    ("none", N_("Nothing that needs services")),
)
OTHER_NEEDS: Choices = (
    ("guidance", N_("Guidance and advice")),
    ("associations", N_("Associations")),
    ("leisure", N_("Hobbies, sports and culture")),
    ("volunteering", N_("Volunteering")),
    ("peer_support", N_("Peer support")),
    ("own_language", N_("Keeping up the own language")),
    ("digital", N_("Using services online")),
    ("none", N_("No need now")),
)


def _known(prefix: str) -> tuple[Field, ...]:
    """How a level is known: of one skill, or (prefix of the language alone) of every skill that says nothing else."""
    return (
        Field(name=f"{prefix}_known_by", label=N_("How is it known?"), kind="choice", choices=KNOWN_BY),
        Field(name=f"{prefix}_tester", label=N_("Who tested?"), kind="text"),
        Field(name=f"{prefix}_tested_on", label=N_("When?"), kind="date"),
    )


def _levels(language: str) -> tuple[Field, ...]:
    return (
        *_known(language),
        *(
            part
            for skill, label in SKILLS_OF_LANGUAGE[language]
            for part in (
                Field(name=f"{language}_{skill}", label=label, kind="choice", choices=LEVELS),
                *_known(f"{language}_{skill}"),
            )
        ),
    )


def _text(name: str, label: str) -> Field:
    return Field(name=name, label=label, kind="text")


def _yes_no(name: str, label: str) -> Field:
    return Field(name=name, label=label, kind="yes_no")


_EDUCATION = (
    _text("country", N_("Country")),
    Field(name="level", label=N_("Level"), kind="choice", choices=EDUCATION_LEVELS),
    _text("field", N_("Field")),
    Field(name="years", label=N_("Years"), kind="number"),
    _yes_no("completed", N_("Completed")),
    _yes_no("certificate", N_("Has a certificate")),
    _yes_no("recognition_needed", N_("Recognition is needed")),
)
_WORK = (
    _text("country", N_("Country")),
    _text("occupation", N_("Occupation")),
    Field(name="years", label=N_("Years"), kind="number"),
    _text("tasks", N_("Tasks")),
)

_ALL = (
    Topic(
        code="literacy",
        label=N_("Literacy"),
        avoid=AVOID["literacy"],
        fields=(
            Field(name="mother_tongue", label=N_("In the mother tongue"), kind="choice", choices=SKILL),
            Field(name="latin_script", label=N_("Latin script"), kind="choice", choices=SKILL),
        ),
        required=(("mother_tongue",), ("latin_script",)),
    ),
    Topic(
        code="fi_sv_skills",
        label=N_("Finnish and Swedish"),
        avoid=AVOID["fi_sv_skills"],
        fields=(
            *_levels("fi"),
            *_levels("sv"),
            _text("other_languages", N_("Other languages")),
        ),
        required=tuple(
            (f"{code}_{skill}",) for code in ("fi", "sv") for skill, _label in SKILLS_OF_LANGUAGE[code]
        ),
    ),
    Topic(
        code="study_work_skills",
        label=N_("Study and working-life skills"),
        avoid=AVOID["study_work_skills"],
        fields=(
            Field(name="study_skills", label=N_("Study skills"), kind="choice", choices=STRENGTH),
            Field(
                name="working_life_skills", label=N_("Working life skills"), kind="choice", choices=STRENGTH
            ),
            Field(name="digital_skills", label=N_("Digital skills"), kind="choice", choices=STRENGTH),
            Field(name="days", label=N_("On which days can the client study?"), kind="choices", choices=DAYS),
            Field(name="times", label=N_("At what time of day?"), kind="choices", choices=TIMES),
            _yes_no("child_care_needed", N_("Needs child care during studies")),
            _text("hindrances", N_("What makes studying hard?")),
        ),
        required=(("study_skills",), ("working_life_skills",)),
    ),
    Topic(
        code="employment_education_needs",
        label=N_("Need for services and goals"),
        avoid=AVOID["employment_education_needs"],
        fields=(
            Field(name="needs", label=N_("Which services are needed?"), kind="choices", choices=STUDY_NEEDS),
            _text("work_goal", N_("Goal at work")),
            _text("education_goal", N_("Goal in education")),
        ),
        required=(("needs",),),
    ),
    Topic(
        code="education_work_history",
        label=N_("Earlier education and work"),
        avoid=AVOID["education_work_history"],
        fields=(
            Field(name="education", label=N_("Education"), kind="rows", columns=_EDUCATION),
            _yes_no("no_education", N_("No schooling")),
            Field(name="work", label=N_("Work"), kind="rows", columns=_WORK),
            _yes_no("no_work", N_("No work experience")),
        ),
        required=(("education", "no_education"), ("work", "no_work")),
    ),
    Topic(
        code="special_skills",
        label=N_("Special skills and strengths"),
        avoid=AVOID["special_skills"],
        fields=(
            _text("strengths", N_("What is the client good at?")),
            _text("licences", N_("Licences and permits, such as a driving licence")),
        ),
        required=(("strengths",),),
    ),
    Topic(
        code="plan_need",
        label=N_("Need for a plan"),
        avoid=AVOID["plan_need"],
        fields=(
            _yes_no("needed", N_("Is an integration plan needed?")),
            _text("reasons", N_("Why?")),
            _text("guided_to", N_("Where is the client guided, if no plan is made?")),
        ),
        required=(("needed",), ("reasons",)),
    ),
    Topic(
        code="life_situation",
        label=N_("Other life situation"),
        avoid=AVOID["life_situation"],
        fields=(
            Field(name="themes", label=N_("What needs attention?"), kind="choices", choices=LIFE_THEMES),
            _text("needs", N_("Which services does it call for?")),
        ),
        required=(("themes",),),
    ),
    Topic(
        code="other_needs",
        label=N_("Other services and wishes"),
        avoid=AVOID["other_needs"],
        fields=(
            Field(name="needs", label=N_("Which services are needed?"), kind="choices", choices=OTHER_NEEDS),
            _text("wishes", N_("Wishes and goals")),
        ),
        required=(("needs",),),
    ),
)
TOPICS: Mapping[str, Topic] = {topic.code: topic for topic in _ALL}
SOCIAL_AND_HEALTH_TOPIC = Topic(
    code=SOCIAL_AND_HEALTH,
    label=N_("Social and health services"),
    avoid=AVOID[SOCIAL_AND_HEALTH],
    fields=(
        _text("social_needs", N_("Need of social services")),
        _text("health_needs", N_("Need of health services")),
        _text("ability", N_("Ability to work and function")),
    ),
    required=(("social_needs",), ("health_needs",)),
)


def topic_of(code: str) -> Topic:
    """Return the topic with the code, also the one beside the nine."""
    return SOCIAL_AND_HEALTH_TOPIC if code == SOCIAL_AND_HEALTH else TOPICS[code]


def read(given: Mapping[str, Mapping[str, Any]]) -> Answers:
    """Return the JSON form of the answers of the topics given. Raises Invalid for what cannot be."""
    answers: Answers = {}
    for code, answer in given.items():
        topic = SOCIAL_AND_HEALTH_TOPIC if code == SOCIAL_AND_HEALTH else TOPICS.get(code)
        if topic is None:
            raise Invalid(field=code, message=code)
        answers[code] = read_answer(topic, answer)
    return answers


def covered(
    answers: Mapping[str, Mapping[str, Any]], apart: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return the codes (law's C2) of the topics whose required fields are answered, in the decree's order.

    `apart` holds the states of the topics whose answers are kept apart (cases/sensitive.py).
    """
    known = apart or {}
    return tuple(
        code
        for code, topic in TOPICS.items()
        if (known.get(code) or state_of(topic, answers.get(code, {}))) == "covered"
    )

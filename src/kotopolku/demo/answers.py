"""What invented people answer in the initial interview: nine topics, or the first few of a talk begun."""

from typing import Any

from kotopolku.cases.interview_topics import SKILLS_OF_LANGUAGE
from kotopolku.demo.lives import Life

type Answers = dict[str, dict[str, Any]]


def answers(life: Life, *, whole: bool) -> Answers:
    """Return the answers of a life: all nine topics, or three when the talk is not finished."""
    found = _first(life)
    return {**found, **_rest(life)} if whole else found


def _first(life: Life) -> Answers:
    finnish = "A1.2" if (life.granted or 0) > 400 else "not_yet"
    levels = {f"fi_{skill}": finnish for skill, _label in SKILLS_OF_LANGUAGE["fi"]}
    levels |= {f"sv_{skill}": "not_yet" for skill, _label in SKILLS_OF_LANGUAGE["sv"]}
    return {
        "literacy": {
            "mother_tongue": "fluently" if life.writes else "not_at_all",
            "latin_script": "slowly" if life.writes else "not_at_all",
            "source": "person",
        },
        "fi_sv_skills": {**levels, "fi_known_by": "own_estimate", "source": "person"},
        "study_work_skills": {
            "study_skills": "some" if life.writes else "weak",
            "working_life_skills": "some",
            "digital_skills": "some",
            "days": ["tue", "wed", "thu"],
            "times": ["morning"],
            "child_care_needed": life.home_care is not None,
            "source": "person",
        },
    }


def _rest(life: Life) -> Answers:
    needed = life.outcome == "plan_needed"
    return {
        "employment_education_needs": {
            "needs": ["language_training", "orientation"] if life.writes else ["literacy_training"],
            "work_goal": life.long_goal,
            "source": "person",
        },
        "education_work_history": {
            "education": [{"level": "basic", "years": 9, "completed": True}] if life.writes else [],
            "no_education": None if life.writes else True,
            "work": [{"occupation": "myyjä", "years": 4}] if life.writes else [],
            "no_work": None if life.writes else True,
            "source": "person",
        },
        "special_skills": {"strengths": "Tulee hyvin toimeen ihmisten kanssa.", "source": "person"},
        "plan_need": {
            "needed": needed,
            "reasons": "Tavoitteeseen tarvitaan kieltä ja koulutusta."
            if needed
            else "Selviää nykyisin palveluin.",
            "source": "programme_staff",
        },
        "life_situation": {
            "themes": ["family", "child_care"] if life.home_care is not None else ["housing"],
            "needs": "Tietoa päivähoidosta ja asumisesta.",
            "source": "person",
        },
        "other_needs": {
            "needs": ["leisure", "associations"],
            "wishes": "Kielikahvila ja uinti.",
            "source": "person",
        },
    }

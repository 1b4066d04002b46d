"""Mitä asiakkaat lukevat: which source files hold what clients see, whole in every language, and which of them hold
rights, duties and fees, whose unread translations are shown to nobody."""

from collections.abc import Iterable

_HERE = "src/kotopolku/"

# Where clients read: every message here must be there in all fifteen languages, or the check fails. The grounds of
# the law are not among them: until a lawyer has approved a translation, a client reads them in English or Finnish,
# marked as such, and the officer explains them.
CLIENT_SOURCES: tuple[str, ...] = tuple(
    _HERE + path
    for path in (
        "web/public/",
        "web/screens/",
        "web/portal/",
        "web/parts/",
        "letters/",
        "fees/words.py",
        # What is said to who books a time by themselves.
        "appointments/actions/own.py",
        # A client's own plan and its review; what a decision says of rights is for a lawyer first.
        "plans/words.py",
        "web/desk/papers.py",
        "web/desk/plan/paper.py",
        "web/desk/plan/paper_file.py",
        "web/desk/plan/review/paper_file.py",
        # The summary of an assessment, what is told at it, and the letter of a decision.
        "cases/interview_topics.py",
        "web/desk/words/assessment.py",
        "web/desk/assessment/panels.py",
        "web/desk/assessment/paper_file.py",
        "web/desk/assessment/telling.py",
        "web/desk/assessment/telling_rights.py",
        "web/desk/decision/letter.py",
        "decisions/codes.py",
    )
)

# Parts of pages, and words of letters, that only workers and partners see, and what a visitor says to them in Finnish.
STAFF_PARTS: tuple[str, ...] = tuple(
    f"{_HERE}{path}"
    for path in (
        "letters/checking.py",
        "letters/staff_wording.py",
        "letters/interpreter_wording.py",
        "web/public/interpreting/",
        "web/parts/packet/",
        "web/parts/outbox/",
        "web/parts/notices/",
        "web/parts/settings/",
        "web/parts/override_words.py",
        # A plan as a partner or a former unit sees it; the client's own is the paper above.
        "web/parts/components/granted_plan.html",
        "web/parts/plan_words.py",
        # Always written in Finnish, for whoever stands behind the next counter.
        "web/parts/finnish_greeting.py",
        "web/parts/roles.py",
        "web/parts/desk.html",
        "web/parts/unsent.html",
        "web/parts/user_box.html",
        "web/parts/badges.py",
        "web/parts/frame.py",
        "web/parts/components/clock",
        "web/parts/components/finding_body.html",
        "web/parts/components/masked.html",
        "web/parts/components/path.html",
        "web/parts/components/protected",
        "web/parts/components/two_languages.html",
    )
)

# A message that stands only here says what somebody has a right or duty to, or what it costs: a translation that no
# reader of the language has approved is not shown, the next language of the chain is.
RIGHTS_SOURCES: tuple[str, ...] = tuple(
    _HERE + path
    for path in (
        "web/public/assessment_request/page.html",
        "web/public/check_yourself/questions.py",
        "web/public/check_yourself/result.html",
        "web/public/jobseekers/",
        "web/public/law/",
        "web/public/programme/",
        "web/public/service/",
        "web/public/grounds.py",
        # What staying away from a booked time may cost.
        "fees/words.py",
        "letters/wording_fees.py",
        "web/desk/assessment/telling_rights.py",
        "web/desk/decision/letter.py",
        "decisions/codes.py",
    )
)


def is_client_facing(paths: Iterable[str]) -> bool:
    """Tell whether a message that stands in these files is seen by clients."""
    return any(path.startswith(CLIENT_SOURCES) and not path.startswith(STAFF_PARTS) for path in paths)


def is_about_rights(paths: Iterable[str]) -> bool:
    """Tell whether a message stands only where rights, duties and fees are told."""
    found = tuple(paths)
    return bool(found) and all(path.startswith(RIGHTS_SOURCES) for path in found)

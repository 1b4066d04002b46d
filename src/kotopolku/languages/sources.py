"""Mitä asiakkaat lukevat: which source files hold what clients see, where every language must be whole, and which hold
rights, duties and fees, whose unread translations are shown to nobody."""

from collections.abc import Iterable

_HERE = "src/kotopolku/"

# Where clients read. The grounds of the law are not among them: until a lawyer has approved a translation, a
# client reads them in English or Finnish, marked as such, and the officer explains them.
CLIENT_SOURCES: tuple[str, ...] = tuple(
    _HERE + path for path in ("web/public/", "web/screens/", "web/portal/", "web/parts/", "letters/")
)

# Parts of pages that only workers see.
STAFF_PARTS: tuple[str, ...] = tuple(
    f"{_HERE}web/parts/{path}"
    for path in (
        "packet/",
        "outbox/",
        "notices/",
        "settings/",
        "interview.py",
        "override_words.py",
        "roles.py",
        "desk.html",
        "unsent.html",
        "user_box.html",
        "badges.py",
        "frame.py",
        "components/clock",
        "components/finding_body.html",
        "components/masked.html",
        "components/path.html",
        "components/protected",
        "components/two_languages.html",
    )
)

# Every message here must be there in all fifteen languages, or the check fails. A file joins when it is whole.
WHOLE_SOURCES: tuple[str, ...] = tuple(
    _HERE + path
    for path in (
        "web/public/front/",
        "web/public/life/",
        "web/public/context.py",
        "web/public/asking.py",
        "web/public/assessment_request/form.py",
        "web/public/assessment_request/view.py",
        "web/public/check_yourself/form.py",
        "web/public/check_yourself/page.html",
        "web/public/check_yourself/view.py",
        "web/public/contact/",
        "web/public/languages.html",
        "web/public/municipality/",
        "web/public/municipalities/",
        "web/parts/opening.py",
        "web/public/place.html",
        "web/public/sample.html",
        "web/public/services/",
        "web/public/days.py",
        "web/public/line/",
        "web/parts/base.html",
        "web/parts/public.html",
        "web/parts/language",
        "web/parts/closed_office.py",
        "web/parts/day_field.py",
        "web/parts/error.html",
        "web/parts/components/breadcrumbs.html",
        "web/parts/components/field",
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
    )
)


def is_client_facing(paths: Iterable[str]) -> bool:
    """Tell whether a message that stands in these files is seen by clients."""
    return any(path.startswith(CLIENT_SOURCES) and not path.startswith(STAFF_PARTS) for path in paths)


def is_whole(paths: Iterable[str]) -> bool:
    """Tell whether a message that stands in these files must be there in every language."""
    return any(path.startswith(WHOLE_SOURCES) for path in paths)


def is_about_rights(paths: Iterable[str]) -> bool:
    """Tell whether a message stands only where rights, duties and fees are told."""
    found = tuple(paths)
    return bool(found) and all(path.startswith(RIGHTS_SOURCES) for path in found)

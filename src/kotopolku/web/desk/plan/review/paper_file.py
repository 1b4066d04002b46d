"""One review's paper as a tagged PDF in Finnish and the client's language (tarkistuksen tuloste)."""

from django.utils import translation

from kotopolku.law.wording import N_
from kotopolku.letters.pdf import Cell, Pdf, Section
from kotopolku.people.views import PersonCard
from kotopolku.plans.views import PlanView, ReviewView
from kotopolku.web.desk import papers
from kotopolku.web.desk.plan.paper import ltr
from kotopolku.web.parts.dates import day

TITLE = N_("Review of the plan")
PARTS = (
    (N_("Taking part in the services"), "participation"),
    (N_("Progress and results"), "progress"),
    (N_("What made taking part hard or slow"), "hindrances"),
    (N_("What is changed in the plan"), "changes"),
)
LAST_DAY = N_("Last day of the plan")
NEXT = N_("Next review")


def review_file(
    view: PlanView, review: ReviewView, person: PersonCard, *, sender: str, code: str, main: str = "fi"
) -> Pdf:
    """Return the review as a file in `main`, Finnish or Swedish, and in `code`, one of the fifteen.

    What was written stays as written.
    """
    languages = tuple(dict.fromkeys((main, code)))
    with translation.override(main):
        when = str(day(review.on))
        ends = str(day(review.ends_on_after)) if review.ends_on_after else ""
        latest = view.review_agreed_on or view.next_review_due
        after = str(day(latest)) if latest and view.reviews and view.reviews[0].id == review.id else ""
    rows = [(msgid, getattr(review, name)) for msgid, name in PARTS]
    rows += [(LAST_DAY, ltr(ends)), (NEXT, ltr(after))]
    return papers.in_two_languages(
        title=TITLE,
        reference=view.case_number,
        sender=sender,
        languages=languages,
        facts=papers.about(person, when, review.by_name),
        sections=(
            Section(
                heading=tuple(papers.words(TITLE, one, bold=True) for one in languages),
                rows=tuple(
                    tuple(_cell(msgid, text, one) for one in languages) for msgid, text in rows if text
                ),
            ),
        ),
    )


def _cell(msgid: str, text: str, code: str) -> Cell:
    return (papers.words(msgid, code, bold=True), papers.run(text))

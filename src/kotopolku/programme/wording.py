"""Problems of a programme in the reader's language: the sentence is translated first and filled after."""

from django.utils.translation import gettext

from kotopolku.programme.problem import Problem


def in_words(problem: Problem) -> tuple[str, str]:
    """Return the message and the remedy in the active language."""
    message, remedy = gettext(problem.message), gettext(problem.remedy)
    return message.format(**problem.params), remedy.format(**problem.params)

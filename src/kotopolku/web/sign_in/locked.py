"""What somebody reads who has guessed too often."""

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kotopolku.web.parts.dates import clock_time


def locked_text(until: datetime) -> str:
    """Say when to try again, whoever it was: a name that exists and one that does not read the same."""
    return _(
        "Too many wrong tries. Try again after %(time)s. If you have forgotten, ask your administrator for help."
    ) % {"time": clock_time(localtime(until).time())}

"""Days, times and numbers as people write them in each language (ui.md 7).

Western digits everywhere, so that they match Finnish papers; a no-break space wherever a line must not break.
"Today" is always handed in as `on`.
"""

from datetime import date, datetime, time
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, ngettext

NBSP = "\u00a0"
EN_DASH = "\u2013"
NEAR = 14  # days within which the weekday is said

# Codes that Babel knows by another name.
BABEL_NAMES = {"fi-x-selko": "fi", "kmr": "ku", "prs": "fa_AF", "sv": "sv_FI", "en": "en_GB"}
# Whole date and date without year, where our habit is not Babel's shortest form.
DAY_PATTERNS = {"en": "d MMM y", "uk": "dd.MM.y", "ru": "dd.MM.y"}
SHORT_PATTERNS = {"en": "d MMM", "uk": "dd.MM", "ru": "dd.MM"}
LONG_PATTERNS = {"fi": "cccc d. MMMM", "fi-x-selko": "cccc d. MMMM", "sv": "EEEE d MMMM", "en": "EEEE d MMMM"}
CLOCK_PATTERNS = {"fi": "H.mm", "fi-x-selko": "H.mm", "sv": "H.mm", "et": "H.mm"}


def babel_locale(lang: str) -> Locale:
    """Return Babel's locale of one of our language codes; an unknown language reads as English."""
    name = BABEL_NAMES.get(lang, lang)
    try:
        return Locale.parse(name.replace("-", "_"))
    except (ValueError, LookupError):
        return Locale.parse("en_GB")


def language(lang: str = "") -> str:
    """Return `lang`, or the language of the page."""
    return lang or get_language() or "fi"


def day(value: date | None, lang: str = "") -> str:
    """Write a date in full, `24.11.2026`. Nothing is written for an unknown date."""
    if value is None:
        return ""
    code = language(lang)
    return format_date(value, DAY_PATTERNS.get(code, "d.M.y"), locale=babel_locale(code)).replace(" ", NBSP)


def day_short(value: date | None, on: date | None = None, lang: str = "") -> str:
    """Write a date without its year, `24.11.`, when it falls in the year of `on`; otherwise in full."""
    if value is None:
        return ""
    if on is not None and value.year != on.year:
        return day(value, lang)
    code = language(lang)
    return format_date(value, SHORT_PATTERNS.get(code, "d.M."), locale=babel_locale(code)).replace(" ", NBSP)


def weekday_day(value: date | None, on: date, lang: str = "") -> str:
    """Write a date with its weekday, `ke 25.11.`, when it is within two weeks of `on`; otherwise without."""
    if value is None:
        return ""
    if abs((value - on).days) > NEAR:
        return day_short(value, on, lang)
    code = language(lang)
    weekday = format_date(value, "EEE", locale=babel_locale(code)).rstrip(".")
    return f"{weekday}{NBSP}{day_short(value, on, lang)}"


def day_long(value: date, lang: str = "") -> str:
    """Write the day as a heading says it, `Tiistai 24. marraskuuta`."""
    code, locale = language(lang), babel_locale(language(lang))
    pattern = LONG_PATTERNS.get(code)
    written = (
        format_date(value, pattern, locale=locale)
        if pattern
        else format_skeleton("MMMMEEEEd", value, locale=locale)
    )
    return written[:1].upper() + written[1:]


def day_range(start: date | None, end: date | None, lang: str = "") -> str:
    """Write a period with an en dash, both days in full; an open end ends with the dash."""
    return f"{day(start, lang)}{EN_DASH}{day(end, lang)}"


def clock_time(value: time, lang: str = "") -> str:
    """Write a time of day, `klo 10.42`, by the language's own habit."""
    code = language(lang)
    written = format_time(value, CLOCK_PATTERNS.get(code, "HH:mm"), locale=babel_locale(code))
    prefix = {"fi": "klo", "fi-x-selko": "klo", "sv": "kl.", "et": "kell"}.get(code)
    return f"{prefix}{NBSP}{written}" if prefix else written


def moment(value: datetime, lang: str = "") -> str:
    """Write an instant in Helsinki time, `24.11.2026 klo 10.42`."""
    local = localtime(value)
    return f"{day(local.date(), lang)} {clock_time(local.time(), lang)}"


def time_range(start: time, end: time, lang: str = "") -> str:
    """Write a span of hours, `9\u201312` or `12\u201315.30`; whole hours lose their minutes in Finnish and Swedish."""
    code = language(lang)

    def one(value: time) -> str:
        if code in CLOCK_PATTERNS and value.minute == 0:
            return str(value.hour)
        return format_time(value, CLOCK_PATTERNS.get(code, "HH:mm"), locale=babel_locale(code))

    return f"{one(start)}{EN_DASH}{one(end)}"


def days_count(days: int) -> str:
    """Write a number of days in short, `6 pv`."""
    return ngettext("%(days)s\u00a0day", "%(days)s\u00a0days", days) % {"days": days}


def duration(minutes: int) -> str:
    """Write a length of time given in minutes, `1 t 18 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return gettext("%(minutes)s\u00a0min") % {"minutes": rest}
    if not rest:
        return gettext("%(hours)s\u00a0h") % {"hours": hours}
    return gettext("%(hours)s\u00a0h %(minutes)s\u00a0min") % {"hours": hours, "minutes": rest}


def number(value: int | Decimal, lang: str = "") -> str:
    """Write a number with the language's own decimal sign and a no-break space between thousands."""
    code = language(lang)
    written = format_decimal(value, locale=babel_locale(code if code in {"sv", "en", "et"} else "fi"))
    return written if code == "en" else written.replace("\u202f", NBSP)


def euros(value: Decimal, lang: str = "") -> str:
    """Write a sum of money with two decimals, `56,70 €`."""
    code = language(lang)
    locale = babel_locale(code if code in {"sv", "en", "et"} else "fi")
    return f"{format_decimal(value, format='#,##0.00', locale=locale)}{NBSP}€"

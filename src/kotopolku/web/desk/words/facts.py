"""The law's facts as words, so that "a fact is missing" names what to add."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kotopolku.law.facts.names import FACT_NAMES


def fact_name(key: str) -> str:
    """Return the fact's name in words; for a fact of a list (`residence.statuses[].granted_on`) that of the list."""
    for candidate in (key, key.split("[", 1)[0], key.rsplit(".", 1)[0]):
        if candidate in FACT_NAMES:
            return _(FACT_NAMES[candidate])
    return key


def fact_label(key: str) -> str:
    """Return the fact's name with a capital, as a label or heading."""
    return capfirst(fact_name(key))

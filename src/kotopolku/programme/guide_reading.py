"""Sivujen läpiluku: which pages for people somebody should read through again, who answers for each, and its links."""

from dataclasses import dataclass
from datetime import date

from kotopolku.languages.texts import Texts
from kotopolku.law.calendar import add_months
from kotopolku.programme.contacts import contact_on
from kotopolku.programme.links import links_of_guide
from kotopolku.programme.queries import programme_of

READ_EVERY = 12
"""Months between readings where the area has set no own target."""
RULE = "guide-reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideReading:
    """A page for people: `owner` is the role that answers for it on the day and `person` who holds it, if told."""

    code: str
    name: Texts
    owner: Texts | None
    person: str | None
    reviewed_on: date
    due_on: date
    is_overdue: bool
    links: tuple[str, ...]


def guide_readings(area_id: str, *, on: date) -> tuple[GuideReading, ...]:
    """Return the pages for people with when each is to be read through again, the longest waiting first."""
    programme = programme_of(area_id)
    if programme is None:
        return ()
    months = next((int(each.value) for each in programme.own_rules if each.id == RULE), READ_EVERY)
    found = []
    for guide in programme.guides:
        owner = contact_on(programme.contacts, guide.contact, on=on)
        due = add_months(guide.reviewed_on, months)
        found.append(
            GuideReading(
                code=guide.id,
                name=programme.texts[f"guide-{guide.id}-name"],
                owner=Texts.of(**owner.role) if owner else None,
                person=owner.person if owner else None,
                reviewed_on=guide.reviewed_on,
                due_on=due,
                is_overdue=due < on,
                links=links_of_guide(programme, guide),
            )
        )
    return tuple(sorted(found, key=lambda each: (each.due_on, each.code)))

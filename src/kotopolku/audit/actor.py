"""Who acts, under which duty (palvelussuhde ja tehtävä, 906/2019 16 §)."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a duty lets its holder do; the words are those of `docs/glossary.csv`."""

    OFFICER = "officer"  # viranhaltija: concludes assessments, makes and reviews plans
    COORDINATOR = "coordinator"
    OPERATOR = "operator"  # the person at the server's own command line; sees no client
    SYSTEM = "system"  # background work of one area
    PUBLIC = "public"  # nobody signed in


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The one who acts; kept in every log row as it was, without foreign keys.

    `controllers` are ids of the municipalities' organisations (rekisterinpitäjä, KotoL 78 §) whose clients the duty
    covers; `duty_id` is what the database's row-level policies read.
    """

    role: Role
    name: str
    staff_id: int | None = None
    duty_id: int | None = None
    area_id: str | None = None
    organisation_id: int | None = None
    organisation: str = ""
    controllers: tuple[int, ...] = ()
    purpose: str = ""

    @property
    def is_staff(self) -> bool:
        """True for a person with a duty that can see clients."""
        return self.role in {Role.OFFICER, Role.COORDINATOR}


ANYBODY = Actor(role=Role.PUBLIC, name="")


def operator(*, area_id: str | None = None) -> Actor:
    """Return the actor of a command given on the server itself; it has no duty, so no client's row is visible."""
    return Actor(role=Role.OPERATOR, name="operator", area_id=area_id, purpose="maintenance")

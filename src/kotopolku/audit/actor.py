"""Who acts, under which duty (palvelussuhde ja tehtävä, 906/2019 16 §)."""

from dataclasses import dataclass
from enum import StrEnum

from kotopolku.languages.texts import Texts

NAMELESS = Texts()


class Role(StrEnum):
    """What a duty lets its holder do; the words are those of `docs/glossary.csv`."""

    OFFICER = "officer"  # viranhaltija: concludes assessments, makes and reviews plans
    ADVISER = "adviser"  # Monineuvo: prepares, advises, keeps the queue
    COORDINATOR = "coordinator"
    CONTACT_PERSON = "contact_person"  # of a municipality: figures, services, agreements; no clients by name
    COUNTY_WORKER = "county_worker"
    TEACHER = "teacher"  # of a provider
    PROVIDER_ADMINISTRATOR = "provider_administrator"
    EMPLOYMENT_CONTACT = "employment_contact"
    ADMINISTRATOR = "administrator"  # of the area: users and rights, settings; sees no clients
    AUDITOR = "auditor"  # sees the log only
    OPERATOR = "operator"  # the person at the server's own command line; sees no client
    SYSTEM = "system"  # background work of one area
    PUBLIC = "public"  # nobody signed in


class Room(StrEnum):
    """The part of the staff pages a duty opens; also the first word of its addresses."""

    DESK = "desk"
    PARTNER = "partner"
    OFFICE = "office"


class Group(StrEnum):
    """Need to know inside an organisation (tiedonsaannin rajaus): what a duty opens beyond its municipalities."""

    MINORS = "minors"
    TRAFFICKING = "trafficking"
    SENSITIVE = "sensitive"  # the sensitive parts of an assessment


# The guards of rows about a person and the groups each needs; the database keeps the column (audit/walls.py).
GUARDS: dict[str, frozenset[Group]] = {
    "": frozenset(),
    "minors": frozenset({Group.MINORS}),
    "trafficking": frozenset({Group.TRAFFICKING}),
    "minors trafficking": frozenset({Group.MINORS, Group.TRAFFICKING}),
}
# Who sees the clients of the duty's municipalities. Partners see only what is granted to their organisation.
#: Who works at a desk with clients; acts of the day are theirs.
DESK = (Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
#: Who of them answers for a client's matter: an adviser prepares it.
RESPONSIBLE = (Role.OFFICER, Role.COORDINATOR)
SEE_CLIENTS = frozenset({*DESK, Role.SYSTEM})
SEE_GRANTED = frozenset(
    {
        Role.OFFICER,
        Role.ADVISER,
        Role.COORDINATOR,
        Role.COUNTY_WORKER,
        Role.TEACHER,
        Role.PROVIDER_ADMINISTRATOR,
        Role.EMPLOYMENT_CONTACT,
    }
)
ROOMS: dict[Role, frozenset[Room]] = {
    Role.OFFICER: frozenset({Room.DESK}),
    Role.ADVISER: frozenset({Room.DESK}),
    Role.COORDINATOR: frozenset({Room.DESK, Room.OFFICE}),
    Role.CONTACT_PERSON: frozenset({Room.OFFICE}),
    Role.COUNTY_WORKER: frozenset({Room.PARTNER}),
    Role.TEACHER: frozenset({Room.PARTNER}),
    Role.PROVIDER_ADMINISTRATOR: frozenset({Room.PARTNER}),
    Role.EMPLOYMENT_CONTACT: frozenset({Room.PARTNER}),
    Role.ADMINISTRATOR: frozenset({Room.OFFICE}),
    Role.AUDITOR: frozenset({Room.OFFICE}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The one who acts; kept in every log row as it was, without foreign keys.

    `controllers` are ids of the municipalities' organisations (rekisterinpitäjä, KotoL 78 §) the duty covers, `groups`
    what it may know beyond them; `duty_id` is what the database's row-level policies read. `is_official`: a public
    official (viranhaltija), who alone concludes an assessment and makes or reviews a plan.
    """

    role: Role
    name: str
    staff_id: int | None = None
    duty_id: int | None = None
    area_id: str | None = None
    area: Texts = NAMELESS
    organisation_id: int | None = None
    organisation: str = ""
    controllers: tuple[int, ...] = ()
    groups: frozenset[Group] = frozenset()
    purpose: str = ""
    is_official: bool = False

    @property
    def is_staff(self) -> bool:
        """True for a person who works under a duty, whatever it lets them see."""
        return self.role in ROOMS

    @property
    def sees_clients(self) -> bool:
        """True when the duty opens the clients of its municipalities by name."""
        return self.role in SEE_CLIENTS

    @property
    def rooms(self) -> frozenset[Room]:
        """Return the parts of the staff pages the duty opens."""
        return ROOMS.get(self.role, frozenset())


ANYBODY = Actor(role=Role.PUBLIC, name="")


def operator(*, area_id: str | None = None) -> Actor:
    """Return the actor of a command given on the server itself; it has no duty, so no client's row is visible."""
    return Actor(role=Role.OPERATOR, name="operator", area_id=area_id, purpose="maintenance")

"""What a right is, and the short way of writing one."""

from dataclasses import dataclass

from kotopolku.audit.actor import ROOMS, Role

READ, PREPARE, HANDLE, DECIDE, GRANT, OWN = "read", "prepare", "handle", "decide", "grant", "own"
WHATS = (READ, PREPARE, HANDLE, DECIDE, GRANT, OWN)

DESK = frozenset({Role.OFFICER, Role.ADVISER, Role.COORDINATOR})
RESPONSIBLE = frozenset({Role.OFFICER, Role.COORDINATOR})
COORDINATOR = frozenset({Role.COORDINATOR})
MANAGERS = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
OFFICE = MANAGERS | {Role.CONTACT_PERSON, Role.AUDITOR}
PARTNER_STAFF = frozenset(
    {Role.COUNTY_WORKER, Role.TEACHER, Role.PROVIDER_ADMINISTRATOR, Role.EMPLOYMENT_CONTACT}
)
EVERYBODY = frozenset(ROOMS)
OUTSIDE = {Role.OPERATOR, Role.SYSTEM, Role.PUBLIC}


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """What some roles may do with a thing; with the actions and pages that this right opens, and no others.

    `beside` are the roles that no duty of a person has: the server's operator, background work, a visitor.
    """

    thing: str
    what: str
    roles: frozenset[Role]
    actions: str = ""
    pages: str = ""
    beside: frozenset[Role] = frozenset()


def right(
    thing: str, what: str, roles: frozenset[Role], actions: str = "", *, pages: str = "", beside: str = ""
) -> Right:
    outside = frozenset(Role(one) for one in beside.split())
    return Right(thing=thing, what=what, roles=roles, actions=actions, pages=pages, beside=outside)

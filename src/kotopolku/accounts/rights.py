"""Who may grant which duty, and what a duty of each role needs (käyttöoikeuksien myöntäminen, KotoL 79–80 §).

Plain tables: actions ask them, pages offer what they allow, tests and `docs/rights.md` are checked against them.
"""

from kotopolku.audit.actor import Group, Role

PARTNERS = frozenset({Role.COUNTY_WORKER, Role.TEACHER, Role.PROVIDER_ADMINISTRATOR, Role.EMPLOYMENT_CONTACT})
"""Those who take part for a time only: a duty of theirs has a last day (80 §)."""

STAFF_OF_MUNICIPALITIES = frozenset({Role.OFFICER, Role.ADVISER, Role.CONTACT_PERSON})

GRANTS: dict[Role, frozenset[Role]] = {
    # Whoever could make an administrator could make an auditor, so a coordinator makes neither, nor another like it.
    Role.COORDINATOR: STAFF_OF_MUNICIPALITIES | PARTNERS,
    Role.ADMINISTRATOR: STAFF_OF_MUNICIPALITIES
    | PARTNERS
    | {Role.COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR},
}
GRANTS[Role.OPERATOR] = GRANTS[Role.ADMINISTRATOR]

OFFICIALS = frozenset({Role.OFFICER, Role.COORDINATOR})
"""Roles whose holder can be a public official (viranhaltija): an officer always is, a coordinator may be."""

WORKS_AT: dict[Role, frozenset[str]] = {
    Role.COUNTY_WORKER: frozenset({"county"}),
    Role.TEACHER: frozenset({"provider", "association", "municipality"}),
    Role.PROVIDER_ADMINISTRATOR: frozenset({"provider", "association", "municipality"}),
    Role.EMPLOYMENT_CONTACT: frozenset({"employment_authority"}),
}
"""Kinds of organisation at which a partner's duty can be. A municipality's own school is a provider too."""

# An officer assesses families, so minors belong to the task; victims of trafficking are for those named for it.
USUAL_GROUPS: dict[Role, frozenset[Group]] = {
    Role.OFFICER: frozenset({Group.MINORS, Group.SENSITIVE}),
    Role.COORDINATOR: frozenset({Group.MINORS, Group.SENSITIVE, Group.TRAFFICKING}),
    Role.SYSTEM: frozenset(Group),
}


def may_grant(granter: Role, role: Role) -> bool:
    """True when a duty of the role `granter` lets its holder grant a duty of `role` to somebody else."""
    return role in GRANTS.get(granter, frozenset())

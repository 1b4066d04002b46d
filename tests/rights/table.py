"""Who may do what with which thing: one table, from which `docs/rights.md` is made and which the tests hold against
every action's roles and every page's answers.

A new action or page gets a row in `service`, `client` or `area`, or joins one. `python -m tests.rights` writes the
document anew.
"""

from pathlib import Path

from kotopolku.audit.actor import ROOMS, Role
from tests.rights import area, client, service
from tests.rights.words import WHATS, Right

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "rights.md"
TABLE: tuple[Right, ...] = (*service.ROWS, *client.ROWS, *area.ROWS)


def cell(thing: str, role: Role) -> str:
    """Return what a role may do with a thing, in the order of WHATS; a dash for nothing."""
    held = {right.what for right in TABLE if right.thing == thing and role in right.roles}
    return ", ".join(what for what in WHATS if what in held) or "–"


def rendered() -> str:
    """Return the document, whole."""
    from kotopolku.accounts.rights import GRANTS, OFFICIALS, PARTNERS

    things = [one for one in dict.fromkeys(right.thing for right in TABLE) if one != TABLE[-1].thing]
    head = ["thing", *(role.value.replace("_", " ") for role in ROOMS)]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join([thing, *(cell(thing, role) for role in ROOMS)]) + " |" for thing in things]

    def named(roles: frozenset[Role]) -> str:
        return ", ".join(role.value.replace("_", " ") for role in ROOMS if role in roles)

    grants = [
        f"- **{granter.value.replace('_', ' ')}**: {named(GRANTS[granter])}"
        for granter in ROOMS
        if granter in GRANTS
    ]
    return "\n".join(
        [
            "# Rights: who may do what",
            "",
            "Made by `python -m tests.rights` from the table in `tests/rights/`; the same table is held against",
            "every action's roles and every page's answers. Words are those of `glossary.csv`.",
            "",
            "- **read**: sees it, always within the municipalities of the duty and the walls of the database",
            "- **prepare**: adds and changes what a decision will rest on",
            "- **handle**: keeps the work in order: who is responsible, closed, joined, published",
            "- **decide**: judges, concludes, makes, reviews, ends; asks besides that the duty is a public official's",
            f"  (viranhaltija), which {named(OFFICIALS)} can be: an officer always is",
            "- **grant**: opens something to somebody else",
            "- **own**: one's own account, drafts and notices",
            "",
            *lines,
            "",
            "A partner sees of a client only what has been granted to the partner's own organisation.",
            "",
            "## Who grants which duty",
            "",
            *grants,
            "",
            "Nobody grants to themselves. A coordinator gives only municipalities and groups of the own duty; an",
            "administrator only the own area. Every duty says from when, for what and why; it ends by itself, and may",
            f"be ended early with a reason. A duty of these always has a last day (80 §): {named(PARTNERS)}.",
            "",
        ]
    )

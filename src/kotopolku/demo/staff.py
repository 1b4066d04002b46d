"""The demo's staff: officers, an adviser and a coordinator, and one of each other role, so that every room opens."""

from datetime import date, timedelta

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import add_staff, grant_duty, mark_demo
from kotopolku.accounts.rights import PARTNERS
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor, Group, Role, operator
from kotopolku.demo import AREA, EVERYWHERE, accounts

YEARS_OF_DUTY = 4
DAYS_OF_PARTNER = 365
COVERS = {"nea": ("naantali",), "jani": ("naantali",)}  # the others: every municipality
# Samir is named for victims of trafficking, beside the coordinator.
GROUPS = {"samir": tuple(Group)}
AT = {
    "nea": "naantali",
    "jani": "naantali",
    "hanna": "varha",
    "olli": "raisio-opisto",
    "sirkka": "raisio-opisto",
    "tapio": "turku-employment",
}


def add_everybody(*, on: date) -> dict[str, Actor]:
    """Create the accounts with duties that began four years ago, and mark the area as a demo."""
    actors: dict[str, Actor] = {}
    with acting_as(operator(area_id=AREA), on=on):
        mark_demo(area_id=AREA)
        for account in accounts():
            staff = add_staff(username=account.username, name=account.name, password=account.password)
            grant_duty(
                staff_id=staff.pk,
                organisation=AT.get(account.username, "raisio"),
                area_id=AREA,
                role=Role(account.role),
                municipalities=COVERS.get(account.username, EVERYWHERE),
                purpose="kotoutumisen palvelut",
                valid_from=on - timedelta(days=365 * YEARS_OF_DUTY),
                valid_to=on + timedelta(days=DAYS_OF_PARTNER) if account.role in PARTNERS else None,
                reason="esittely",
                groups=GROUPS.get(account.username),
                is_official=account.role == "coordinator",
            )
            actor = actor_for(staff.pk, on=on)
            if actor is None:
                raise RuntimeError(f"{account.username} has no duty")
            actors[account.username] = actor
    return actors

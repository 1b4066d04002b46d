"""What every office page shows around itself: navigation by role, who is signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.accounts.staff_queries import duties_to_review
from kotopolku.audit.actor import Actor, Role, Room
from kotopolku.cases.overrides import undecided_overrides
from kotopolku.letters.queries import unread_notices
from kotopolku.web.parts.frame import nav_item, user_box
from kotopolku.web.parts.shapes import NavItem

EVERYBODY = frozenset({Role.COORDINATOR, Role.CONTACT_PERSON, Role.ADMINISTRATOR, Role.AUDITOR})
MANAGERS = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})


MANAGERS = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})


def _to_review(actor: Actor, request: HttpRequest) -> int:
    area_id, on = actor.area_id or "", request.on  # type: ignore[attr-defined]
    return len(duties_to_review(area_id, on=on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page of the navigation and the roles it exists for. `count` says how much there is to do in it now."""

    label: Promise
    name: str
    icon: str
    roles: frozenset[Role]
    count: Callable[[Actor, HttpRequest], int] | None = None


NAVIGATION: tuple[Entry, ...] = (
    Entry(label=lazy("State of things"), name="office:front", icon="bars", roles=EVERYBODY),
    Entry(
        label=lazy("Notices"),
        name="office:notices",
        icon="bell",
        roles=EVERYBODY,
        count=lambda _actor, _request: unread_notices(),
    ),
    Entry(
        label=lazy("Sent messages"),
        name="office:letters",
        icon="envelope",
        roles=MANAGERS,
    ),
    Entry(
        label=lazy("Contact persons"),
        name="office:contact_persons",
        icon="people",
        roles=MANAGERS | {Role.CONTACT_PERSON},
    ),
    Entry(label=lazy("Users and rights"), name="office:staff", icon="key", roles=MANAGERS),
    Entry(
        label=lazy("Duties to look at"), name="office:review", icon="eye", roles=MANAGERS, count=_to_review
    ),
    Entry(
        label=lazy("Emergency openings"),
        name="office:overrides",
        icon="eye",
        roles=frozenset({Role.COORDINATOR}),
        count=lambda _actor, _request: undecided_overrides(),
    ),
    Entry(
        label=lazy("Keys of other systems"),
        name="office:api_tokens",
        icon="key",
        roles=frozenset({Role.ADMINISTRATOR}),
    ),
    Entry(label=lazy("The log"), name="office:log", icon="eye", roles=frozenset({Role.AUDITOR})),
    Entry(label=lazy("Languages of the pages"), name="office:languages", icon="globe", roles=MANAGERS),
    Entry(label=lazy("Pages for people"), name="office:guides", icon="book", roles=MANAGERS),
    Entry(label=lazy("Fee for a missed time"), name="office:fee_amounts", icon="calendar", roles=MANAGERS),
    Entry(label=lazy("Sign-in codes"), name="office:printed_codes", icon="key", roles=MANAGERS),
    Entry(label=lazy("Devices"), name="office:devices", icon="video", roles=MANAGERS),
)


def office(request: HttpRequest) -> dict[str, object]:
    """Return the frame of the office; nothing for pages outside it or visitors without a duty."""
    actor = getattr(request, "actor", None)
    if actor is None or not actor.is_staff or not request.path_info.startswith("/office/"):
        return {}
    item = partial(nav_item, request, front="office:front")
    nav = [
        item(str(one.label), one.name, one.icon, count=one.count(actor, request) if one.count else 0)
        for one in NAVIGATION
        if actor.role in one.roles
    ]
    if Room.DESK in actor.rooms:
        nav.append(NavItem(label=_("Desk"), url=reverse("desk:today"), icon="tick", secondary=True))
    return {
        "nav": nav,
        "home_url": reverse("office:front"),
        "user_box": user_box(request, actor),
        "keys_off": not getattr(request.user, "single_keys", True),
    }

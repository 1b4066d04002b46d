"""What a row of the route × role table is, and the short ways of writing one.

A row names what each role is answered: GET, then POST with nothing in it. Roles whose duties do not open the room of
the address are answered as if it did not exist; nobody signed in is shown the sign-in page at every staff address,
whether the thing exists or not. `kotopolku check routes` prints the table whole and fails for a route without a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kotopolku.audit.actor import ROOMS, Role, Room

Answers = tuple[int, int]
NOT_THERE: Answers = (404, 404)
SIGN_IN: Answers = (302, 302)
# Who can sign in, by the duty they hold; background work and the server's command line ask for no pages.
COLUMNS: tuple[Role, ...] = (Role.PUBLIC, *ROOMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A route: the kind of thing its address names ("" = none) and what each role is answered there."""

    name: str
    thing: str
    answers: Mapping[Role, Answers]

    @property
    def space(self) -> str:
        """Return the first part of the route's name: the list of addresses it stands in."""
        return self.name.rpartition(":")[0]


def in_room(room: Room, name: str, thing: str, get: int, post: int, /, **by_role: Answers) -> Row:
    """A page of a room: its roles get (get, post), but for those named, who get their own."""
    usual = {role: (get, post) if room in rooms else NOT_THERE for role, rooms in ROOMS.items()}
    special = {Role(role): answers for role, answers in by_role.items()}
    return Row(name=f"{room}:{name}", thing=thing, answers={Role.PUBLIC: SIGN_IN} | usual | special)


def desk(name: str, thing: str, get: int, post: int, /, **by_role: Answers) -> Row:
    """A page of the desk."""
    return in_room(Room.DESK, name, thing, get, post, **by_role)


def office(name: str, thing: str, /, **by_role: Answers) -> Row:
    """A page of the office: only the roles named here may know of it."""
    return in_room(Room.OFFICE, name, thing, *NOT_THERE, **by_role)


def partner(name: str, thing: str, /, **by_role: Answers) -> Row:
    """A page of the partners: only the roles named here may know of it."""
    return in_room(Room.PARTNER, name, thing, *NOT_THERE, **by_role)


def own(name: str, get: int, post: int, /) -> Row:
    """A page about one's own sign-in, the same for whoever works under any duty."""
    return Row(
        name=f"own:{name}", thing="", answers={Role.PUBLIC: SIGN_IN} | dict.fromkeys(ROOMS, (get, post))
    )


def outside(name: str, get: int, post: int, /) -> Row:
    """A page outside the rooms, the same for everybody."""
    return Row(name=name, thing="", answers=dict.fromkeys(COLUMNS, (get, post)))


# A button of the office: the address takes no GET, and a POST says for what; roles without it are not told that either.
BUTTON: dict[str, Answers] = {role.value: (405, 404) for role, rooms in ROOMS.items() if Room.OFFICE in rooms}

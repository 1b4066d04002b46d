"""Whose a row of a list is: the case, the client and the officer of anything that waits, said in one way."""

from dataclasses import dataclass
from uuid import UUID

from kotopolku.cases.models import Case
from kotopolku.people.access import hides_place
from kotopolku.people.names import display_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """The client, the case and who has it. `municipality_id` is None where non-disclosure hides it."""

    case_id: UUID
    case_number: str
    person_id: UUID
    name: str
    name_own_script: str
    non_disclosure: bool
    municipality_id: int | None
    officer_id: int | None
    officer_name: str


def whose(case: Case, *, controller_id: int) -> Whose:
    """Return whose a row of this controller is; `case` comes with its person and officer, so that nothing is asked."""
    person = case.person
    hidden = hides_place(person)
    return Whose(
        case_id=case.pk,
        case_number=case.number,
        person_id=person.pk,
        name=display_name(person.given_names, person.family_name),
        name_own_script=person.name_own_script,
        non_disclosure=hidden,
        municipality_id=None if hidden else controller_id,
        officer_id=case.officer_id,
        officer_name=case.officer.name if case.officer else "",
    )

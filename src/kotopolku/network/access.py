"""The only doors to a client's network, and what of it a non-disclosure order hides."""

from kotopolku.audit import log
from kotopolku.audit.doors import behind_door
from kotopolku.cases.access import refuse_closed
from kotopolku.cases.models import Case
from kotopolku.network.models import NetworkMember
from kotopolku.people.access import hides_place, running_opening
from kotopolku.people.models import Person


def member_for(member_id: int, *, to: str = "read") -> NetworkMember:
    """Return a member with the case; to="change" locks the row and asks that the case is open. Raises NotFound."""
    row = behind_door(NetworkMember.objects.select_related("case"), member_id, subject="member", to=to)
    if to == "change":
        refuse_closed(row.case)
    else:
        log.looked(subject="case", subject_id=str(row.case_id), person=row.case.person_id)
    return row


def hidden_in(case: Case) -> bool:
    """Whether places and contact details of the network are hidden: a school's name tells where a client lives.

    They are open while the acting worker's own opening of the client's hidden data runs, and that look is logged. A
    client whom the duty does not see any more is hidden too.
    """
    person = Person.objects.filter(pk=case.person_id).first()
    if person is None:
        return True
    if not hides_place(person):
        return False
    if running_opening(person.pk) is None:
        return True
    log.looked(subject="masked_data", subject_id=str(person.pk), person=person.pk)
    return False

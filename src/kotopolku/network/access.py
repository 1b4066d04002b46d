"""The only doors to a client's network, and what of it a non-disclosure order hides."""

from kotopolku.audit import log
from kotopolku.audit.doors import behind_door
from kotopolku.cases.access import refuse_closed
from kotopolku.cases.models import Case
from kotopolku.network.models import NetworkMember
from kotopolku.people.access import hides_what_tells_place


def member_for(member_id: int, *, to: str = "read") -> NetworkMember:
    """Return a member with the case; to="change" locks the row and asks that the case is open. Raises NotFound."""
    row = behind_door(NetworkMember.objects.select_related("case"), member_id, subject="member", to=to)
    if to == "change":
        refuse_closed(row.case)
    else:
        log.looked(subject="case", subject_id=str(row.case_id), person=row.case.person_id)
    return row


def hidden_in(case: Case) -> bool:
    """Whether places and contact details of the network are hidden: a school's name tells where a client lives."""
    return hides_what_tells_place(case.person_id)

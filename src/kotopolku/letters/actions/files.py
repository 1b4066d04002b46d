"""Take in a file about a client (liite): checked first, kept in the database under the client's walls."""

import hashlib
from uuid import UUID

from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.letters.access import file_for
from kotopolku.letters.checking import checked
from kotopolku.letters.models import File
from kotopolku.people.access import person_for


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def store_file(*, person_id: UUID, data: bytes) -> UUID:
    """Keep the file about the person and return its id; its name is not kept, since names of files name people.

    Raises Invalid for a file that may not come in, NotFound for a person behind a wall.
    """
    person, file = person_for(person_id, to="change"), checked(data)
    actor = current_actor()
    row = File(
        controller_id=person.controller_id,
        person=person,
        kind=file.kind,
        size=len(file.data),
        sha256=hashlib.sha256(file.data).hexdigest(),
        data=file.data,
        created_at=database_now(),
        created_by=actor.staff_id,
        created_by_name=actor.name,
    )
    row.save(force_insert=True)
    return row.pk


@action(Role.OFFICER, Role.COORDINATOR)
def remove_file(*, file_id: UUID) -> None:
    """Delete a file that should not have come in; the log keeps that it was there. Raises NotFound."""
    file_for(file_id, to="change").delete()

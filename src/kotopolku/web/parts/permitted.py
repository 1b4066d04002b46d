"""Pages that exist for some duties only: for the others they are not there, and trying is logged."""

from collections.abc import Collection

from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.log import refuse


def must_be(roles: Collection[Role], *, subject: str) -> None:
    """Raise NotPermitted unless the acting duty has one of the roles."""
    if current_actor().role not in roles:
        refuse(kind="look", subject=subject, subject_id="")
        raise NotPermitted(subject)


def must_be_official(*, subject: str) -> None:
    """Raise NotPermitted unless the acting duty is a public official's (viranhaltija)."""
    if not current_actor().is_official:
        refuse(kind="look", subject=subject, subject_id="")
        raise NotPermitted(subject)

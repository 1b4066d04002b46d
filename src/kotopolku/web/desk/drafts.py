"""What a form holds while it is typed: kept as it was sent, and put back as if just sent."""

from uuid import UUID

from django.http import QueryDict

from kotopolku.cases.actions import keep_draft
from kotopolku.cases.queries import draft_of

#: Neither is anything the writer typed: the token is the page's own, `add` asks for one more row.
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "add"})
LONGEST_VERSION = 9  # digits; a longer number comes from no form of ours


def keep_typed(form: str, subject: UUID, sent: QueryDict, *, version: int) -> None:
    """Keep everything that was sent, unchecked; `version` stands in where the form does not say its own."""
    said = sent.get("version", "")
    keep_draft(
        form=form,
        subject_id=str(subject),
        data={name: [str(one) for one in values] for name, values in sent.lists() if name not in NOT_TYPED},
        version=int(said) if said.isdecimal() and len(said) < LONGEST_VERSION else version,
    )


def typed(form: str, subject: UUID) -> QueryDict | None:
    """Return what the acting staff member has typed and not saved, as if it had just been sent; None when nothing."""
    draft = draft_of(form, str(subject))
    if draft is None or not draft.data:
        return None
    sent = QueryDict(mutable=True)
    for name, values in draft.data.items():
        sent.setlist(name, values)
    return sent

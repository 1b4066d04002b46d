"""What a form holds while it is typed: kept as it was sent, and put back as if just sent."""

from uuid import UUID

from django.http import QueryDict

from kotopolku.cases.actions import keep_draft
from kotopolku.cases.queries import draft_of

#: Neither is anything the writer typed: the token is the page's own, `add` asks for one more row.
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "add"})
NOT_TEXT = frozenset({"version", "do"})
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


def begun(form: str, subject: UUID) -> dict[str, str | list[str]]:
    """Return the same as initial values of a form that nobody has sent; empty when there is no text worth it."""
    sent = typed(form, subject)
    if sent is None or not any(sent.get(name, "").strip() for name in sent if name not in NOT_TEXT):
        return {}
    lists = {name: [str(one) for one in values] for name, values in sent.lists()}
    return {name: values[0] if len(values) == 1 else values for name, values in lists.items() if values}


def typed(form: str, subject: UUID) -> QueryDict | None:
    """Return what the acting staff member has typed and not saved, as if it had just been sent; None when nothing."""
    draft = draft_of(form, str(subject))
    if draft is None or not draft.data:
        return None
    sent = QueryDict(mutable=True)
    for name, values in draft.data.items():
        sent.setlist(name, values)
    return sent

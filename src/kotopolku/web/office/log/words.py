"""The words of the log: what was done, how it ended, and the code that stands for a person."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

KINDS = {
    "look": _("looked"),
    "list": _("saw in a list"),
    "search": _("searched"),
    "change": _("changed"),
    "export": _("took out of the system"),
    "hand_over": _("handed over"),
    "open_masked": _("opened masked details"),
    "override": _("opened in an emergency"),
    "sign_in": _("signed in or out"),
}
RESULTS = {
    "done": _("done"),
    "refused": _("refused"),
    "no_duty": _("no duty"),
    "signed_out": _("signed out"),
}


def person_code(person: UUID) -> str:
    """Return the eight letters and figures by which the auditor tells persons apart."""
    return person.hex[:8].upper()

"""The outbox's codes in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

STATES: Mapping[str, Promise] = {
    "waiting": lazy("waits to be sent"),
    "sending": lazy("being sent"),
    "sent": lazy("sent"),
    "failed": lazy("did not get through, tried again"),
    "given_up": lazy("not delivered"),
    "refused_by_rule": lazy("not sent: the person must not be reached this way"),
}
RECIPIENTS: Mapping[str, Promise] = {
    "person": lazy("client"),
    "staff": lazy("worker"),
    "role": lazy("role address"),
    "writer": lazy("sender of the form"),
}
TEMPLATES: Mapping[str, Promise] = {
    "contact_receipt": lazy("Receipt for a contact"),
    "contact_arrived": lazy("Word of a new contact"),
    "message_waiting": lazy("You have a message"),
}
WAYS: Mapping[str, Promise] = {"email": lazy("e-mail"), "sms": lazy("text message")}
REASONS: Mapping[str, Promise] = {
    "no_address": lazy("There is no address."),
    "address_unreadable": lazy("The address cannot be read."),
    "contact_rule": lazy("The contact rule does not allow it."),
}


def reason(code: str) -> str:
    """Return why a letter did not leave, for people; a server's own number stays beside the sentence."""
    if not code or code in REASONS:
        return str(REASONS.get(code, ""))
    if code.startswith("smtp 5"):
        return _("The recipient's server refused the message (%(code)s).") % {"code": code}
    if code.startswith("smtp "):
        return _("The recipient's server asked to try later (%(code)s).") % {"code": code}
    if code.startswith("sms 4"):
        return _("The gateway of text messages refused the message (%(code)s).") % {"code": code}
    if code.startswith("sms "):
        return _("The gateway of text messages asked to try later (%(code)s).") % {"code": code}
    return _("The server could not be reached (%(code)s).") % {"code": code}

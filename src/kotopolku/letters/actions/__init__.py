"""Write letters and notices, take and mark what is sent, read notices, keep files: one verb each."""

from kotopolku.letters.actions.erasing import erase, erase_letters
from kotopolku.letters.actions.files import remove_file, store_file
from kotopolku.letters.actions.notices import notify, read_all_notices, read_notice
from kotopolku.letters.actions.outbox import send, set_role_addresses
from kotopolku.letters.actions.sending import mark_bounced, mark_failed, mark_sent, take_due
from kotopolku.letters.actions.sign_in import tell_sign_in_changed

__all__ = [
    "erase",
    "erase_letters",
    "mark_bounced",
    "mark_failed",
    "mark_sent",
    "notify",
    "read_all_notices",
    "read_notice",
    "remove_file",
    "send",
    "set_role_addresses",
    "store_file",
    "take_due",
    "tell_sign_in_changed",
]

"""Työntekijöiden ilmoitukset: what the program tells those who work with it, by e-mail and in the page's notices.

They are in the languages of the staff; what clients get is in `wording`, in all fifteen.
"""

from kotopolku.law.wording import N_
from kotopolku.letters.template import NO_ANSWER, Template

STAFF_TEMPLATES: dict[str, Template] = {
    "contact_arrived": Template(
        subject=N_("A new contact waits in Kotopolku"),
        paragraphs=(
            N_("A contact has arrived through the form for authorities and waits to be handled."),
            N_("Sign in and open it: {address}"),
            NO_ANSWER,
        ),
        params=frozenset({"address"}),
    ),
    "packet_arrived": Template(
        subject=N_("Something waits for your answer in Kotopolku"),
        paragraphs=(
            N_("A municipality has handed a matter over to your task. It waits for your answer."),
            N_("Sign in and open it: {address}"),
            NO_ANSWER,
        ),
        params=frozenset({"address"}),
    ),
    "packet_waits": Template(
        subject=N_("An answer is still waited for in Kotopolku"),
        paragraphs=(
            N_("A matter that a municipality handed over to your task still waits for your answer."),
            N_("Sign in and open it: {address}"),
            NO_ANSWER,
        ),
        params=frozenset({"address"}),
    ),
    "link_code": Template(
        subject=N_("Your code for opening a link"),
        paragraphs=(
            N_(
                "Your one-time code is {code}. Write it on the page from which you asked for it, within ten minutes."
            ),
            N_("If you did not ask for it, you need not do anything: nothing opens without the link."),
            NO_ANSWER,
        ),
        params=frozenset({"code"}),
    ),
    "sign_in_changed": Template(
        subject=N_("Your sign-in to Kotopolku was changed"),
        paragraphs=(
            N_("Your password, your phone or another way by which you sign in was changed."),
            N_("If you know of it, you need not do anything."),
            N_("If you do not, call the administrator of your area at once. See what was changed: {address}"),
            NO_ANSWER,
        ),
        params=frozenset({"address"}),
    ),
}

NOTICES: dict[str, str] = {
    "appointment_given": N_("A colleague gave you a booked time. Open it and see when it is."),
    "time_reserved": N_("Somebody booked a time with you on the public pages."),
    "time_reserved_interpreted": N_(
        "Somebody booked a time with you on the public pages, in a language that nobody here speaks. "
        "Order an interpreter."
    ),
    "time_moved_by_visitor": N_("Somebody who booked on the public pages moved their time."),
    "time_cancelled_by_visitor": N_("Somebody who booked on the public pages cancelled their time."),
    "contact_arrived": N_("A new contact has arrived. Open it and take it up."),
    "interpreter_confirmed": N_("The interpreter you asked comes."),
    "interpreter_declined": N_("The interpreter you asked cannot come. Ask another one."),
    "letter_refused": N_(
        "A message was not sent: the person must not be reached that way. Choose another way to tell them."
    ),
    "override_opened": N_("A client's file was opened in an emergency. Review whether there was a reason."),
    "override_decided": N_("The emergency opening you made has been reviewed."),
    "packet_arrived": N_("A matter has been handed over to you. Open it and answer."),
    "packet_waits": N_("A matter handed over to you waits for your answer. Its day is near."),
    "packet_unanswered": N_("A packet you sent has not been answered. Ask for the answer."),
    "packet_answered": N_("A packet you sent was answered."),
    "sign_in_reset": N_(
        "An administrator reset your sign-in. If you did not ask for it, call the administrator at once."
    ),
    "sign_in_password": N_("Your password was changed. If it was not you, call the administrator at once."),
    "sign_in_phone": N_(
        "A phone was taken into use for your sign-in. If it was not you, call the administrator at once."
    ),
    "sign_in_recovery": N_(
        "New recovery codes were made for your sign-in. If it was not you, call the administrator at once."
    ),
    "sign_in_passkey": N_(
        "A passkey was added to your sign-in. If it was not you, call the administrator at once."
    ),
    "sign_in_passkey_removed": N_(
        "A passkey was removed from your sign-in. If it was not you, call the administrator at once."
    ),
    "sign_in_printed": N_(
        "A sheet of one-time codes was printed for your sign-in. "
        "If you did not ask for it, call the administrator at once."
    ),
    "sign_in_subject": N_(
        "Your sign-in was connected to another identifier of your organisation. "
        "If you do not know of it, call the administrator at once."
    ),
    "letter_given_up": N_("A message could not be delivered. Tell the recipient another way."),
}

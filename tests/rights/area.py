"""The area: programme, contact persons, users, settings, own sign-in, what the program does by itself."""

from kotopolku.audit.actor import Role
from tests.rights.words import (
    COORDINATOR,
    DESK,
    EVERYBODY,
    GRANT,
    HANDLE,
    MANAGERS,
    OFFICE,
    OWN,
    READ,
    Right,
    right,
)

ROWS: tuple[Right, ...] = (
    right("the programme and its catalogue", READ, EVERYBODY, beside="public"),
    right("the programme and its catalogue", HANDLE, COORDINATOR, "load_programme", beside="operator"),
    right("the programme and its catalogue", HANDLE, COORDINATOR, "change_text record_approval set_own_rule"),
    right(
        "contact persons and recipients",
        READ,
        MANAGERS | {Role.CONTACT_PERSON},
        pages="office:contact_persons",
    ),
    right("contact persons and recipients", HANDLE, MANAGERS, "change_contact"),
    right(
        "organisations and settings of the area",
        HANDLE,
        MANAGERS,
        "save_organisation save_area set_area_settings save_catalogue set_role_addresses",
        beside="operator",
    ),
    right(
        "users and duties",
        READ,
        MANAGERS,
        pages="office:staff office:staff_member office:review office:duty_new office:staff_new office:substitute",
    ),
    right(
        "users and duties",
        GRANT,
        MANAGERS,
        "add_staff grant_duty stand_in confirm_duty end_duty",
        beside="operator",
    ),
    right(
        "codes on paper, kiosks and walls",
        GRANT,
        MANAGERS,
        "print_codes revoke_codes pair_device revoke_device place_screen",
    ),
    right(
        "others' ways of signing in",
        GRANT,
        frozenset({Role.ADMINISTRATOR}),
        "set_subject reset_sign_in",
        pages="office:staff_sign_in",
    ),
    right(
        "keys of other systems",
        GRANT,
        frozenset({Role.ADMINISTRATOR}),
        "issue_api_token end_api_token",
        pages="office:api_tokens",
        beside="operator",
    ),
    right("pages for people and when they were read through", READ, MANAGERS, pages="office:guides"),
    right("messages that have left", READ, MANAGERS, pages="office:letters"),
    right("figures that name nobody", READ, OFFICE, pages="office:front"),
    right(
        "own sign-in, settings and notices",
        OWN,
        EVERYBODY,
        "note_sign_in enrol_totp new_recovery_codes choose_password ask_for_pairing",
        beside="public",
    ),
    right("own sign-in, settings and notices", OWN, EVERYBODY, "connect_subject", beside="public operator"),
    right(
        "own sign-in, settings and notices",
        OWN,
        EVERYBODY,
        "set_own_settings keep_passkey remove_passkey end_session end_other_sessions read_notice read_all_notices "
        "keep_unsent drop_unsent",
    ),
    right("own sign-in, settings and notices", OWN, DESK, "keep_draft drop_draft"),
    right(
        "own sign-in, settings and notices",
        OWN,
        EVERYBODY,
        "send notify",
        beside="public operator system",
    ),
    right("own sign-in, settings and notices", OWN, EVERYBODY, "tell_sign_in_changed", beside="public"),
    right("what the program does by itself", OWN, frozenset(), "mark_demo", beside="operator"),
    right(
        "what the program does by itself",
        OWN,
        frozenset(),
        "refresh_all remind renew_guards sweep_drafts erase_slips forget_wishes forget_requests erase "
        "erase_handovers erase_appointments forget_names take_due mark_sent mark_failed mark_bounced "
        "erase_letters",
        beside="system",
    ),
)

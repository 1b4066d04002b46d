"""Who may do what with which thing: one table, from which `docs/rights.md` is made and which the tests hold against
every action's roles and every page's answers.

A new action or page gets a row here, or joins one. `python -m tests.rights` writes the document anew.
"""

from dataclasses import dataclass
from pathlib import Path

from kotopolku.audit.actor import ROOMS, Role

READ, PREPARE, HANDLE, DECIDE, GRANT, OWN = "read", "prepare", "handle", "decide", "grant", "own"
WHATS = (READ, PREPARE, HANDLE, DECIDE, GRANT, OWN)

DESK = frozenset({Role.OFFICER, Role.ADVISER, Role.COORDINATOR})
RESPONSIBLE = frozenset({Role.OFFICER, Role.COORDINATOR})
COORDINATOR = frozenset({Role.COORDINATOR})
MANAGERS = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
OFFICE = MANAGERS | {Role.CONTACT_PERSON, Role.AUDITOR}
PARTNER_STAFF = frozenset(
    {Role.COUNTY_WORKER, Role.TEACHER, Role.PROVIDER_ADMINISTRATOR, Role.EMPLOYMENT_CONTACT}
)
EVERYBODY = frozenset(ROOMS)
OUTSIDE = {Role.OPERATOR, Role.SYSTEM, Role.PUBLIC}
DOCUMENT = Path(__file__).parent.parent / "docs" / "rights.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """What some roles may do with a thing; with the actions and pages that this right opens, and no others.

    `beside` are the roles that no duty of a person has: the server's operator, background work, a visitor.
    """

    thing: str
    what: str
    roles: frozenset[Role]
    actions: str = ""
    pages: str = ""
    beside: frozenset[Role] = frozenset()


def _right(
    thing: str, what: str, roles: frozenset[Role], actions: str = "", *, pages: str = "", beside: str = ""
) -> Right:
    outside = frozenset(Role(one) for one in beside.split())
    return Right(thing=thing, what=what, roles=roles, actions=actions, pages=pages, beside=outside)


TABLE: tuple[Right, ...] = (
    _right("the log of advice (10 §)", READ, DESK, pages="desk:advice desk:advice_numbers desk:advice_visit"),
    _right(
        "the log of advice (10 §)",
        PREPARE,
        DESK,
        "log_visit correct_visit void_visit give_slip guide_on acknowledge_onward",
        pages="desk:advice_onward",
    ),
    _right(
        "the line of advice (10 §)",
        READ,
        DESK,
        pages="desk:line_now desk:line_station desk:line_next desk:line_give",
    ),
    _right(
        "the line of advice (10 §)",
        PREPARE,
        DESK,
        "call_next call_ticket recall start_serving put_back finish_ticket quick_serve miss_visitor give_priority "
        "move_ticket note_missed_call",
        pages="desk:line_missed desk:line_ticket",
    ),
    _right("the line of advice (10 §)", PREPARE, DESK, "take_place", beside="public system"),
    _right("the line of advice (10 §)", PREPARE, DESK, "leave_line", beside="public"),
    _right(
        "booked times",
        READ,
        DESK,
        pages="desk:calendar desk:calendar_day",
    ),
    _right(
        "booked times",
        PREPARE,
        DESK,
        "book move give cancel record_attendance note_reached",
        pages="desk:book_light desk:book_client desk:appointment desk:sick",
    ),
    _right("interpreters and their orders", READ, DESK, pages="desk:interpreters"),
    _right(
        "interpreters and their orders",
        PREPARE,
        DESK,
        "order_interpreter record_interpreter_answer cancel_interpreter close_interpreting wish_interpreter",
        pages="desk:interpreting",
    ),
    _right("interpreters and their orders", HANDLE, RESPONSIBLE, "add_interpreter end_interpreter"),
    _right("an interpreter's own answer", OWN, frozenset(), "answer_interpreter_link", beside="public"),
    _right("rooms that can be booked", READ, DESK, pages="desk:calendar_rooms"),
    _right("rooms that can be booked", HANDLE, RESPONSIBLE, "add_room end_room"),
    _right("the roster and days of outreach", READ, DESK, pages="desk:roster desk:outreach"),
    _right(
        "the roster and days of outreach",
        PREPARE,
        DESK,
        "plan_shift end_shift accept_outreach decline_outreach announce_outreach cancel_outreach",
        pages="desk:outreach_new",
    ),
    _right("the roster and days of outreach", PREPARE, frozenset(), "ask_for_outreach", beside="public"),
    _right("closed today", HANDLE, DESK, "close_office open_again", pages="desk:line_closed"),
    _right("visits named by consent", PREPARE, DESK, "name_visit withdraw_name", pages="desk:advice_named"),
    _right(
        "organisations and settings of the area", HANDLE, COORDINATOR, "set_advice_rules", beside="operator"
    ),
    _right("contacts (9 §, own requests, tips)", READ, DESK, pages="desk:contacts desk:contact"),
    _right("contacts (9 §, own requests, tips)", PREPARE, DESK, "receive_contact", beside="public"),
    _right("contacts (9 §, own requests, tips)", PREPARE, DESK, "take_contact link_contact_to_case"),
    _right("contacts (9 §, own requests, tips)", HANDLE, RESPONSIBLE, "close_contact put_contact_back"),
    _right(
        "clients and their facts",
        READ,
        DESK,
        pages="desk:people desk:people_export desk:find desk:facts desk:looks desk:grants",
    ),
    _right(
        "clients and their facts",
        PREPARE,
        DESK,
        "register_person change_details add_identifier keep_apart set_citizenships set_contact_details "
        "set_languages record_fact record_facts record_period end_period void_period record_status void_status "
        "form_household add_household_member leave_household split_household record_together store_file",
    ),
    _right("clients and their facts", HANDLE, RESPONSIBLE, "remove_file"),
    _right("history of facts", READ, DESK, pages="desk:facts_history"),
    _right(
        "households",
        READ,
        DESK,
        pages="desk:home_of desk:household desk:household_split desk:household_together",
    ),
    _right(
        "what is hidden (non-disclosure), safe contact",
        PREPARE,
        DESK,
        "set_non_disclosure set_safe_contact open_masked close_masked",
    ),
    _right("emergency openings of one file", PREPARE, DESK, "find_for_override open_override"),
    _right(
        "emergency openings of one file", HANDLE, COORDINATOR, "decide_override", pages="office:overrides"
    ),
    _right("who may not see a client", PREPARE, DESK, "bar_staff lift_bar", pages="desk:barred"),
    _right(
        "identity codes met twice",
        HANDLE,
        COORDINATOR,
        "handle_duplicate_report link_same_person unlink_same_person",
        pages="desk:duplicates desk:duplicate_link",
    ),
    _right("languages of workers", PREPARE, DESK | MANAGERS, "set_staff_languages"),
    _right("languages of workers", HANDLE, MANAGERS, pages="office:staff_languages"),
    _right("languages of the pages", READ, MANAGERS, pages="office:languages office:language_drafts"),
    _right("absences and standing in", PREPARE, DESK, "record_absence end_absence", pages="desk:away"),
    _right("cases", READ, DESK, pages="desk:case"),
    _right("cases", PREPARE, DESK, "open_case add_note void_note record_answer", pages="desk:answer_new"),
    _right(
        "cases",
        HANDLE,
        RESPONSIBLE,
        "assign_officer undo_assignment close_case undo_closing reopen_case",
        pages="desk:handling",
    ),
    _right("cases", HANDLE, COORDINATOR, "move_cases undo_move", pages="desk:load"),
    _right("cases", DECIDE, RESPONSIBLE, "judge"),
    _right("cases", GRANT, RESPONSIBLE, "grant_case end_grant"),
    _right("cases opened to one's own organisation", READ, PARTNER_STAFF),
    _right("the client's network", READ, DESK, pages="desk:network"),
    _right("the client's network", PREPARE, DESK, "add_member change_member end_member"),
    _right("decisions and their letters", READ, DESK, pages="desk:decisions"),
    _right("decisions and their letters", PREPARE, DESK, "deliver_decision"),
    _right("decisions and their letters", DECIDE, RESPONSIBLE, "refuse_assessment"),
    _right("papers that arrive", READ, DESK, pages="desk:papers"),
    _right("papers that arrive", PREPARE, DESK, "register_paper number_paper"),
    _right("papers that arrive", HANDLE, RESPONSIBLE, "void_paper"),
    _right("assessments", READ, DESK, pages="desk:assessment"),
    _right(
        "assessments",
        PREPARE,
        DESK,
        "start_assessment save_assessment record_measure record_sitting remove_sitting tick_told untick_told",
    ),
    _right(
        "the county's part of an assessment", PREPARE, RESPONSIBLE | {Role.COUNTY_WORKER}, "write_county_part"
    ),
    _right("assessments", DECIDE, RESPONSIBLE, "conclude_assessment"),
    _right("plans", READ, DESK, pages="desk:plan desk:plan_paper"),
    _right("plans", PREPARE, DESK, "draft_plan save_plan record_referral set_measure_state ask_for_review"),
    _right("plans", PREPARE, DESK, "unfreeze_plan agree_next_step"),
    _right("family plans", PREPARE, DESK, "begin_family_plan save_family_plan", pages="desk:family_plan"),
    _right("records of the national system (874/2024)", READ, DESK, pages="desk:records"),
    _right("records of the national system (874/2024)", PREPARE, DESK, "mark_recorded unmark_recorded"),
    _right("plans", HANDLE, RESPONSIBLE, "record_obstacle end_obstacle void_obstacle"),
    _right("plans", DECIDE, RESPONSIBLE, "accept_plan review_plan end_plan"),
    _right("hand-overs", READ, DESK | PARTNER_STAFF),
    _right("hand-overs", READ, DESK, pages="desk:packet desk:responsibility desk:placement desk:own_tasks"),
    _right(
        "hand-overs",
        PREPARE,
        DESK,
        "record_packet_answer chase_packet acknowledge_responsibility record_told "
        "arrange_placement follow_own_task",
    ),
    _right("hand-overs", PREPARE, PARTNER_STAFF, "answer_packet", beside="public"),
    _right("hand-overs", PREPARE, PARTNER_STAFF, "open_link", pages="partner:link"),
    _right("hand-overs", READ, frozenset(), "send_link_code prove_link", beside="public"),
    _right(
        "what the program does by itself",
        OWN,
        frozenset(),
        "carry_out_move carry_out_moves remind_packets",
        beside="system",
    ),
    _right(
        "hand-overs",
        GRANT,
        RESPONSIBLE,
        "send_packet withdraw_packet make_link revoke_links register_move record_placement answer_placement",
        pages="desk:handover_new desk:move",
    ),
    _right("the programme and its catalogue", READ, EVERYBODY, beside="public"),
    _right("the programme and its catalogue", HANDLE, COORDINATOR, "load_programme", beside="operator"),
    _right(
        "the programme and its catalogue", HANDLE, COORDINATOR, "change_text record_approval set_own_rule"
    ),
    _right(
        "contact persons and recipients",
        READ,
        MANAGERS | {Role.CONTACT_PERSON},
        pages="office:contact_persons",
    ),
    _right("contact persons and recipients", HANDLE, MANAGERS, "change_contact"),
    _right(
        "organisations and settings of the area",
        HANDLE,
        MANAGERS,
        "save_organisation save_area set_area_settings save_catalogue set_role_addresses",
        beside="operator",
    ),
    _right(
        "users and duties",
        READ,
        MANAGERS,
        pages="office:staff office:staff_member office:review office:duty_new office:staff_new office:substitute",
    ),
    _right(
        "users and duties",
        GRANT,
        MANAGERS,
        "add_staff grant_duty stand_in confirm_duty end_duty",
        beside="operator",
    ),
    _right(
        "codes on paper, kiosks and walls",
        GRANT,
        MANAGERS,
        "print_codes revoke_codes pair_device revoke_device place_screen",
    ),
    _right(
        "others' ways of signing in",
        GRANT,
        frozenset({Role.ADMINISTRATOR}),
        "set_subject reset_sign_in",
        pages="office:staff_sign_in",
    ),
    _right(
        "keys of other systems",
        GRANT,
        frozenset({Role.ADMINISTRATOR}),
        "issue_api_token end_api_token",
        pages="office:api_tokens",
        beside="operator",
    ),
    _right("messages that have left", READ, MANAGERS, pages="office:letters"),
    _right("figures that name nobody", READ, OFFICE, pages="office:front"),
    _right(
        "own sign-in, settings and notices",
        OWN,
        EVERYBODY,
        "note_sign_in enrol_totp new_recovery_codes choose_password ask_for_pairing",
        beside="public",
    ),
    _right("own sign-in, settings and notices", OWN, EVERYBODY, "connect_subject", beside="public operator"),
    _right(
        "own sign-in, settings and notices",
        OWN,
        EVERYBODY,
        "set_own_settings keep_passkey remove_passkey end_session end_other_sessions read_notice read_all_notices "
        "keep_unsent drop_unsent",
    ),
    _right("own sign-in, settings and notices", OWN, DESK, "keep_draft drop_draft"),
    _right(
        "own sign-in, settings and notices",
        OWN,
        EVERYBODY,
        "send notify",
        beside="public operator system",
    ),
    _right("own sign-in, settings and notices", OWN, EVERYBODY, "tell_sign_in_changed", beside="public"),
    _right("what the program does by itself", OWN, frozenset(), "mark_demo", beside="operator"),
    _right(
        "what the program does by itself",
        OWN,
        frozenset(),
        "refresh_all remind renew_guards sweep_drafts erase_slips forget_wishes forget_requests erase "
        "erase_handovers erase_appointments forget_names take_due mark_sent mark_failed",
        beside="system",
    ),
)


def cell(thing: str, role: Role) -> str:
    """Return what a role may do with a thing, in the order of WHATS; a dash for nothing."""
    held = {right.what for right in TABLE if right.thing == thing and role in right.roles}
    return ", ".join(what for what in WHATS if what in held) or "–"


def rendered() -> str:
    """Return the document, whole."""
    from kotopolku.accounts.rights import GRANTS, OFFICIALS, PARTNERS

    things = [one for one in dict.fromkeys(right.thing for right in TABLE) if one != TABLE[-1].thing]
    head = ["thing", *(role.value.replace("_", " ") for role in ROOMS)]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join([thing, *(cell(thing, role) for role in ROOMS)]) + " |" for thing in things]

    def named(roles: frozenset[Role]) -> str:
        return ", ".join(role.value.replace("_", " ") for role in ROOMS if role in roles)

    grants = [
        f"- **{granter.value.replace('_', ' ')}**: {named(GRANTS[granter])}"
        for granter in ROOMS
        if granter in GRANTS
    ]
    return "\n".join(
        [
            "# Rights: who may do what",
            "",
            "Made by `python -m tests.rights` from the table in `tests/rights.py`; the same table is held against",
            "every action's roles and every page's answers. Words are those of `glossary.csv`.",
            "",
            "- **read**: sees it, always within the municipalities of the duty and the walls of the database",
            "- **prepare**: adds and changes what a decision will rest on",
            "- **handle**: keeps the work in order: who is responsible, closed, joined, published",
            "- **decide**: judges, concludes, makes, reviews, ends; asks besides that the duty is a public official's",
            f"  (viranhaltija), which {named(OFFICIALS)} can be: an officer always is",
            "- **grant**: opens something to somebody else",
            "- **own**: one's own account, drafts and notices",
            "",
            *lines,
            "",
            "A partner sees of a client only what has been granted to the partner's own organisation.",
            "",
            "## Who grants which duty",
            "",
            *grants,
            "",
            "Nobody grants to themselves. A coordinator gives only municipalities and groups of the own duty; an",
            "administrator only the own area. Every duty says from when, for what and why; it ends by itself, and may",
            f"be ended early with a reason. A duty of these always has a last day (80 §): {named(PARTNERS)}.",
            "",
        ]
    )


if __name__ == "__main__":
    DOCUMENT.write_text(rendered(), encoding="utf-8")

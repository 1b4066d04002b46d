"""Who gets which answer at which address: a row for every route, a column for every role.

A row names what each role is answered: GET, then POST with nothing in it. Roles whose duties do not open the room of
the address are answered as if it did not exist; nobody signed in is shown the sign-in page at every staff address,
whether the thing exists or not. `kotopolku check routes` prints the table whole and fails for a route without a row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from kotopolku.audit.actor import ROOMS, Role, Room

Answers = tuple[int, int]
NOT_THERE: Answers = (404, 404)
SIGN_IN: Answers = (302, 302)
# Who can sign in, by the duty they hold; background work and the server's command line ask for no pages.
COLUMNS: tuple[Role, ...] = (Role.PUBLIC, *ROOMS)
# Pages for anybody, with tests of their own in every language; `parts` exists in a demo only.
ANYBODY = frozenset({"front", "public", "parts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A route: the kind of thing its address names ("" = none) and what each role is answered there."""

    name: str
    thing: str
    answers: Mapping[Role, Answers]

    @property
    def space(self) -> str:
        """Return the first part of the route's name: the list of addresses it stands in."""
        return self.name.rpartition(":")[0]


def _row(room: Room, name: str, thing: str, get: int, post: int, /, **by_role: Answers) -> Row:
    """A page of a room: its roles get (get, post), but for those named, who get their own."""
    usual = {role: (get, post) if room in rooms else NOT_THERE for role, rooms in ROOMS.items()}
    own = {Role(role): answers for role, answers in by_role.items()}
    return Row(name=f"{room}:{name}", thing=thing, answers={Role.PUBLIC: SIGN_IN} | usual | own)


def _desk(name: str, thing: str, get: int, post: int, /, **by_role: Answers) -> Row:
    return _row(Room.DESK, name, thing, get, post, **by_role)


def _office(name: str, thing: str, /, **by_role: Answers) -> Row:
    """A page of the office: only the roles named here may know of it."""
    return _row(Room.OFFICE, name, thing, *NOT_THERE, **by_role)


def _partner(name: str, thing: str, /, **by_role: Answers) -> Row:
    """A page of the partners: only the roles named here may know of it."""
    return _row(Room.PARTNER, name, thing, *NOT_THERE, **by_role)


def _own(name: str, get: int, post: int, /) -> Row:
    """A page about one's own sign-in, the same for whoever works under any duty."""
    return Row(
        name=f"own:{name}", thing="", answers={Role.PUBLIC: SIGN_IN} | dict.fromkeys(ROOMS, (get, post))
    )


def _open(name: str, get: int, post: int, /) -> Row:
    """A page outside the rooms, the same for everybody."""
    return Row(name=name, thing="", answers=dict.fromkeys(COLUMNS, (get, post)))


# A button of the office: the address takes no GET, and a POST says for what; roles without it are not told that either.
_BUTTON: dict[str, Answers] = {
    role.value: (405, 404) for role, rooms in ROOMS.items() if Room.OFFICE in rooms
}

TABLE: tuple[Row, ...] = (
    _open("sign_in", 200, 422),
    _open("step_in", 405, 404),
    _open("second_step", 302, 302),
    _open("second_passkey", 405, 302),
    _open("enrol", 302, 302),
    _open("new_password", 302, 302),
    _open("openid_connect_login", 405, 404),  # where none is set
    _open("openid_connect_callback", 404, 405),
    _open("packet_link", 404, 404),  # no link runs by the table's secret
    _open("sign_out", 405, 302),
    _open("device", 200, 422),
    _open("kiosk", 302, 302),
    _open("kiosk_topic", 302, 302),
    _open("kiosk_number", 302, 302),
    _open("wall", 302, 302),
    _open("wall_now", 302, 302),
    _open("staff", 302, 405),
    _open("choose_duty", 405, 404),
    _own("overview", 200, 405),
    _own("again", 200, 422),
    _own("password", 200, 422),
    _own("phone", 200, 422),
    _own("recovery", 405, 200),
    _own("again_passkey", 405, 422),
    _own("passkey_add", 200, 422),
    _own("passkey_remove", 405, 404),
    _own("session_end", 405, 404),
    _own("sessions_end", 405, 302),
    _own("forget", 405, 404),
    _desk("today", "", 200, 405),
    _desk("away", "", 200, 422),
    _desk("load", "", 404, 404, coordinator=(200, 422)),
    _desk("load_undo", "", 404, 404, coordinator=(405, 404)),
    _desk("own_settings", "", 200, 422),
    _desk("notices", "", 200, 405),
    _desk("notice_read", "", 405, 302),
    _desk("letters", "", 200, 405),
    _desk("danger", "", 200, 405),
    _desk("advice", "", 200, 422),
    _desk("advice_numbers", "", 200, 405),
    _desk("advice_visit", "visit", 200, 422),
    _desk("advice_undo", "visit", 405, 404),
    _desk("advice_onward", "visit", 200, 422),
    _desk("advice_slip", "visit", 405, 200),
    _desk("calendar", "", 200, 405),
    _desk("calendar_day", "", 200, 405),
    _desk("book_light", "", 200, 422),
    _desk("calendar_rooms", "", 200, 422),
    _desk("sick", "", 200, 422),
    _desk("interpreters", "", 200, 422),
    _desk("appointment", "appointment", 200, 422),
    _desk("interpreting", "appointment", 200, 422),
    _desk("book_client", "case", 200, 422),
    _desk("line_now", "", 200, 405),
    _desk("line_station", "", 405, 302),
    _desk("line_next", "", 405, 302),
    _desk("line_give", "", 405, 404),
    _desk("line_missed", "", 200, 422),
    _desk("line_closed", "", 200, 422),
    _desk("roster", "", 200, 422),
    _desk("outreach", "", 200, 404),
    _desk("outreach_new", "", 200, 422),
    _desk("line_ticket", "ticket", 200, 422),
    _desk("advice_named", "case", 200, 422),
    _desk("contacts", "", 200, 405),
    _desk("contact_new", "", 200, 422),
    _desk("contact", "contact", 200, 422),
    _desk("contact_undo", "contact", 405, 404),
    _desk("contact_typed", "contact", 405, 404),
    _desk("people", "", 200, 405),
    _desk("people_export", "", 405, 200),
    _desk("find", "", 200, 200),
    _desk("emergency", "", 200, 422),
    _desk("person_new", "", 200, 422),
    _desk("person", "person", 302, 302),
    _desk("duplicates", "", 404, 404, coordinator=(200, 422)),
    _desk("duplicate_link", "", 404, 404, coordinator=(200, 422)),
    _desk("home_of", "person", 302, 302),
    _desk("household", "household", 200, 404),
    _desk("household_split", "household", 200, 422),
    _desk("household_together", "household", 200, 422),
    _desk("case", "case", 200, 422),
    _desk("case_typed", "case", 405, 404),
    _desk("handling", "case", 200, 422, adviser=NOT_THERE),
    _desk("network", "case", 200, 422),
    _desk("network_member", "case", 404, 404),
    _desk("decisions", "case", 200, 422),
    _desk("decision", "case", 404, 404),
    _desk("decision_file", "case", 404, 405),
    _desk("papers", "case", 200, 422),
    _desk("paper", "case", 404, 404),
    _desk("paper_file", "case", 404, 405),
    _desk("barred", "case", 200, 422),
    _desk("grants", "case", 200, 422, adviser=(200, 404)),
    _desk("case_undo", "case", 405, 404),
    _desk("looks", "case", 200, 405),
    _desk("open_masked", "case", 302, 302),
    _desk("mask", "case", 405, 302),
    _desk("safe_contact", "case", 200, 422),
    _desk("answer_new", "case", 200, 422),
    _desk("handover_new", "case", 200, 422, adviser=NOT_THERE),
    _desk("responsibility", "case", 200, 422),
    _desk("move", "case", 200, 422, adviser=NOT_THERE),
    _desk("placement", "case", 200, 422),
    _desk("own_tasks", "case", 200, 422),
    _desk("packet", "packet", 200, 422),
    _desk("judge", "case", 200, 200, adviser=NOT_THERE),
    _desk("facts", "case", 200, 404),
    _desk("fact", "case", 404, 404),
    _desk("facts_history", "case", 200, 405),
    _desk("assessment_new", "case", 405, 302),
    _desk("plan_new", "case", 405, 302),
    _desk("assessment", "assessment", 200, 200),
    _desk("assessment_draft", "assessment", 405, 204),
    _desk("assessment_told", "assessment", 405, 422),
    _desk("assessment_measure", "assessment", 405, 422),
    _desk("assessment_sitting", "assessment", 405, 422),
    _desk("assessment_county", "assessment", 405, 422),
    _desk("assessment_conclude", "assessment", 405, 422),
    _desk("assessment_file", "assessment", 200, 405),
    _desk("plan", "plan", 200, 422),
    _desk("plan_draft", "plan", 405, 204),
    _desk("plan_accept", "plan", 200, 422, adviser=NOT_THERE),
    _desk("plan_referral", "plan", 405, 422),
    _desk("plan_review", "plan", 302, 302, adviser=NOT_THERE),
    _desk("plan_review_file", "plan", 404, 405),
    _desk("plan_typed", "plan", 405, 404),
    _desk("plan_asked", "plan", 405, 422),
    _desk("plan_next_step", "plan", 405, 422),
    _desk("plan_length", "plan", 200, 422, adviser=NOT_THERE),
    _desk("plan_obstacle", "plan", 405, 422, adviser=(405, 404)),
    _desk("plan_end", "plan", 405, 422),
    _desk("plan_paper", "plan", 200, 405),
    _desk("plan_paper_file", "plan", 200, 405),
    _desk("plan_unfreeze", "plan", 405, 422),
    _desk("family_plan", "case", 200, 302),
    _desk("records", "case", 200, 422),
    _desk("records_file", "case", 200, 405),
    _row(Room.OFFICE, "front", "", 200, 405),
    _row(Room.OFFICE, "notices", "", 200, 405),
    _row(Room.OFFICE, "own_settings", "", 200, 422),
    _row(Room.OFFICE, "notice_read", "", 405, 302),
    _office("letters", "", coordinator=(200, 405), administrator=(200, 405)),
    _office(
        "contact_persons",
        "",
        coordinator=(200, 405),
        administrator=(200, 405),
        contact_person=(200, 405),
    ),
    _office("contact_person_change", "published", coordinator=NOT_THERE, administrator=NOT_THERE),
    _office("staff", "", coordinator=(200, 405), administrator=(200, 405)),
    _office("staff_new", "", coordinator=(200, 422), administrator=(200, 422)),
    _office("substitute", "", coordinator=(200, 422), administrator=(200, 422)),
    _office("review", "", coordinator=(200, 302), administrator=(200, 302)),
    _office("staff_member", "staff", coordinator=(200, 422), administrator=(200, 422)),
    _office("duty_new", "staff", coordinator=(200, 422), administrator=(200, 422)),
    _office("staff_languages", "staff", coordinator=(200, 302), administrator=(200, 302)),
    _office("languages", "", coordinator=(200, 405), administrator=(200, 405)),
    _office("language_drafts", "", coordinator=(200, 405), administrator=(200, 405)),
    _office("staff_sign_in", "staff", administrator=(200, 422)),
    _office("overrides", "", coordinator=(200, 405)),
    _office("override", "override", coordinator=(200, 422)),
    _office("api_tokens", "", administrator=(200, 422)),
    _office("api_token_end", "", administrator=(405, 404)),
    _office("log", "", auditor=(200, 405)),
    _office("log_person", "", auditor=(405, 422)),
    _office("log_export", "", auditor=(405, 200)),
    _office("devices", "", coordinator=(200, 422), administrator=(200, 422)),
    _office("device_end", "", **_BUTTON),
    _office("device_place", "", **_BUTTON),
    _office(
        "printed_codes",
        "",
        coordinator=(200, 405),
        administrator=(200, 405),
        contact_person=(404, 405),
        auditor=(404, 405),
    ),
    _office("sheet", "", **_BUTTON),
    _office("sheet_revoke", "", **_BUTTON),
    _row(Room.PARTNER, "front", "", 200, 405),
    # To a provider's staff: the table's packet goes to a school. Nobody else is told that it is there.
    _partner(
        "packet",
        "packet",
        teacher=(200, 422),
        provider_administrator=(200, 422),
        county_worker=NOT_THERE,
        employment_contact=NOT_THERE,
    ),
    _row(
        Room.PARTNER, "case", "case", *NOT_THERE
    ),  # only what is opened to one's own organisation: not this case
    _row(Room.PARTNER, "link", "", 200, 404),
    _row(Room.PARTNER, "notices", "", 200, 405),
    _row(Room.PARTNER, "own_settings", "", 200, 422),
    _row(Room.PARTNER, "notice_read", "", 405, 302),
    # The interface: no session counts there, so every role is answered like a visitor (an area without a programme).
    _open("api:services", 200, 405),
    _open("api:service", 404, 405),
    _open("api:programme", 404, 405),
    _open("api:rules", 200, 405),
    _open("api:assessments", 401, 405),
    _open("api:plans", 401, 405),
    _open("api:reviews", 401, 405),
    _open("api:openapi-json", 200, 200),
    _open("api:api-root", 404, 404),
    _open("api_not_there", 404, 404),
)


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, *, space: str = "", before: str = ""
) -> Iterator[tuple[str, str]]:
    """Walk the program's map of addresses: (name with its namespace, address as written in the map)."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        written = before + str(one.pattern)
        if isinstance(one, URLResolver):
            inner = ":".join(filter(None, (space, one.namespace)))
            yield from routes(one.url_patterns, space=inner, before=written)
        else:
            yield ":".join(filter(None, (space, one.name or written))), f"/{written}"


def faults() -> list[str]:
    """Return one line a route without a row, a row without a route, and a row that stands twice."""
    walked = {name for name, _address in routes() if name.partition(":")[0] not in ANYBODY}
    named = [row.name for row in TABLE]
    return [
        *(f"{name} has no row in the table of routes" for name in sorted(walked - set(named))),
        *(f"{name} stands in the table of routes but has no address" for name in sorted(set(named) - walked)),
        *(f"{name} stands twice" for name in sorted({name for name in named if named.count(name) > 1})),
    ]


def lines() -> list[str]:
    """Return the table as text: address, then what each role is answered (GET/POST)."""
    where = dict(routes())
    head = ["address", *(role.value for role in COLUMNS)]
    body = [
        [where.get(row.name, row.name), *("/".join(map(str, row.answers[role])) for role in COLUMNS)]
        for row in TABLE
    ]
    widths = [max(len(line[at]) for line in (head, *body)) for at in range(len(head))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in (head, *body)]  # fmt: skip

"""The partners: county, providers, employment authority."""

from kotopolku.audit.actor import Room
from kotopolku.web.route_rows.rows import NOT_THERE, Row, in_room, partner

ROWS: tuple[Row, ...] = (
    in_room(Room.PARTNER, "front", "", 200, 405),
    # To a provider's staff: the table's packet goes to a school. Nobody else is told that it is there.
    partner(
        "packet",
        "packet",
        teacher=(200, 422),
        provider_administrator=(200, 422),
        county_worker=NOT_THERE,
        employment_contact=NOT_THERE,
    ),
    in_room(
        Room.PARTNER, "case", "case", *NOT_THERE
    ),  # only what is opened to one's own organisation: not this case
    in_room(Room.PARTNER, "link", "", 200, 404),
    in_room(Room.PARTNER, "notices", "", 200, 405),
    in_room(Room.PARTNER, "own_settings", "", 200, 422),
    in_room(Room.PARTNER, "notice_read", "", 405, 302),
)

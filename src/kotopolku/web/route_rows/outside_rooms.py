"""Sign-in, what everybody has of their own, the paired screens, and the interface."""

from kotopolku.web.route_rows.rows import Row, outside, own

ROWS: tuple[Row, ...] = (
    outside("sign_in", 200, 422),
    outside("step_in", 405, 404),
    outside("second_step", 302, 302),
    outside("second_passkey", 405, 302),
    outside("enrol", 302, 302),
    outside("new_password", 302, 302),
    outside("openid_connect_login", 405, 404),  # where none is set
    outside("openid_connect_callback", 404, 405),
    outside("calendar_feed", 404, 405),  # nor any calendar
    outside("packet_link", 404, 404),  # no link runs by the table's secret
    outside("sign_out", 405, 302),
    outside("device", 200, 422),
    outside("kiosk", 302, 302),
    outside("kiosk_topic", 302, 302),
    outside("kiosk_number", 302, 302),
    outside("kiosk_sound", 302, 302),
    outside("wall", 302, 302),
    outside("wall_now", 302, 302),
    outside("staff", 302, 405),
    outside("choose_duty", 405, 404),
    own("overview", 200, 405),
    own("again", 200, 422),
    own("password", 200, 422),
    own("phone", 200, 422),
    own("recovery", 405, 200),
    own("again_passkey", 405, 422),
    own("passkey_add", 200, 422),
    own("passkey_remove", 405, 404),
    own("session_end", 405, 404),
    own("sessions_end", 405, 302),
    own("forget", 405, 404),
    # The interface: no session counts there, so every role is answered like a visitor (an area without a programme).
    outside("api:services", 200, 405),
    outside("api:service", 404, 405),
    outside("api:programme", 404, 405),
    outside("api:rules", 200, 405),
    outside("api:assessments", 401, 405),
    outside("api:plans", 401, 405),
    outside("api:reviews", 401, 405),
    outside("api:openapi-json", 200, 200),
    outside("api:api-root", 404, 404),
    outside("api_not_there", 404, 404),
)

"""Addresses of signing in (open), and of one's own sign-in (behind it, for every duty)."""

from django.urls import include, path

from kotopolku.accounts.sign_in_oidc import PROVIDER
from kotopolku.web.sign_in.again.view import again
from kotopolku.web.sign_in.device.view import device
from kotopolku.web.sign_in.enrol.view import enrol
from kotopolku.web.sign_in.new_password.view import new_password, own_password
from kotopolku.web.sign_in.oidc import view as oidc
from kotopolku.web.sign_in.own import view as own
from kotopolku.web.sign_in.passkey import view as passkey
from kotopolku.web.sign_in.password import view as password
from kotopolku.web.sign_in.second.view import second_step

own_pages = [
    path("", own.overview, name="overview"),
    path("again/", again, name="again"),
    path("password/", own_password, name="password"),
    path("phone/", own.phone, name="phone"),
    path("recovery/", own.recovery, name="recovery"),
    path("again/passkey/", passkey.again_passkey, name="again_passkey"),
    path("passkeys/", passkey.passkey_add, name="passkey_add"),
    path("passkeys/remove/", own.passkey_remove, name="passkey_remove"),
    path("sessions/end/", own.session_end, name="session_end"),
    path("sessions/end-others/", own.sessions_end, name="sessions_end"),
    path("unsent/forget/", own.forget_unsent, name="forget"),
]

urlpatterns = [
    path("sign-in/", password.sign_in, name="sign_in"),
    path("sign-in/as/<int:staff_id>/", password.step_in, name="step_in"),
    path("sign-in/second/", second_step, name="second_step"),
    path("sign-in/second/passkey/", passkey.second_passkey, name="second_passkey"),
    path("sign-in/phone/", enrol, name="enrol"),
    path("sign-in/password/", new_password, name="new_password"),
    path("sign-in/organisation/", oidc.start, {"provider_id": PROVIDER}, name="openid_connect_login"),
    path("sign-in/organisation/back/", oidc.back, {"provider_id": PROVIDER}, name="openid_connect_callback"),
    path("device/", device, name="device"),
    path("sign-out/", password.sign_out, name="sign_out"),
    path("staff/", password.front, name="staff"),
    path("own/", include((own_pages, "own"))),
]

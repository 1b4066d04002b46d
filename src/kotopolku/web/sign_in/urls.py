"""Addresses of signing in."""

from django.urls import path

from kotopolku.web.sign_in.enrol.view import enrol
from kotopolku.web.sign_in.password import view as password
from kotopolku.web.sign_in.second.view import second_step

urlpatterns = [
    path("sign-in/", password.sign_in, name="sign_in"),
    path("sign-in/as/<int:staff_id>/", password.step_in, name="step_in"),
    path("sign-in/second/", second_step, name="second_step"),
    path("sign-in/phone/", enrol, name="enrol"),
    path("sign-out/", password.sign_out, name="sign_out"),
    path("staff/", password.front, name="staff"),
]

"""Addresses of the partners' pages."""

from django.urls import path

from kotopolku.web.partner.front.view import front

app_name = "partner"
urlpatterns = [
    path("", front, name="front"),
]

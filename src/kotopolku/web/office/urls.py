"""Addresses of the office."""

from django.urls import path

from kotopolku.web.office.front.view import front

app_name = "office"
urlpatterns = [
    path("", front, name="front"),
]

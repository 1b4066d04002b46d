"""Addresses of the office."""

from django.urls import path

from kotopolku.web.office.front.view import front
from kotopolku.web.office.letters.view import letters
from kotopolku.web.parts.notices.view import notice_list, notice_read

app_name = "office"
urlpatterns = [
    path("", front, name="front"),
    path("notices/", notice_list, name="notices"),
    path("notices/read/", notice_read, name="notice_read"),
    path("letters/", letters, name="letters"),
]

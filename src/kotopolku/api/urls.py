"""Addresses of the interface; an unknown one answers in its form, not with a page."""

from django.urls import path, re_path

from kotopolku.api.v1 import api, not_there

urlpatterns = [
    path("v1/", api.urls),
    re_path(r"^(?P<rest>.*)$", not_there, name="api_not_there"),
]

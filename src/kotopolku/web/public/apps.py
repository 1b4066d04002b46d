"""Django's entry for the public pages."""

from django.apps import AppConfig


class Public(AppConfig):
    """The public pages (web/public)."""

    name = "kotopolku.web.public"
    label = "public"

"""The line app's name for Django."""

from django.apps import AppConfig


class LineConfig(AppConfig):
    """One line for every door of Monineuvo."""

    name = "kotopolku.line"

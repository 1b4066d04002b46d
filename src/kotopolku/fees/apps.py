"""The fees app's name for Django."""

from django.apps import AppConfig


class FeesConfig(AppConfig):
    """The fee for a missed, interpreted time."""

    name = "kotopolku.fees"

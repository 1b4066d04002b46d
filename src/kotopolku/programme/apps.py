"""The programme app's name for Django."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """The programme document as data."""

    name = "kotopolku.programme"

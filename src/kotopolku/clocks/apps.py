"""The clocks app's name for Django. It has no tables of its own: its rows are `cases.Clock`."""

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """Facts, findings and due dates."""

    name = "kotopolku.clocks"

"""The handovers app's name for Django."""

from django.apps import AppConfig


class HandoversConfig(AppConfig):
    """Packets, answers, invitations, moves and placements."""

    name = "kotopolku.handovers"

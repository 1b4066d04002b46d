"""The decisions app's name for Django."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """What was decided, by whom, why, and how it was delivered."""

    name = "kotopolku.decisions"

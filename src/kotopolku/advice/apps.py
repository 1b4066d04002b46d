"""The advice app's name for Django."""

from django.apps import AppConfig


class AdviceConfig(AppConfig):
    """Advice for everybody: the log of visits and what an area has decided about it."""

    name = "kotopolku.advice"

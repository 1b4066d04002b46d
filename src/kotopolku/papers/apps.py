"""The papers app's name for Django."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """What arrived, from whom, how and when, and its file."""

    name = "kotopolku.papers"

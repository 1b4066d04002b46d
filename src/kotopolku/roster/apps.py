"""The roster app's name for Django."""

from django.apps import AppConfig


class RosterConfig(AppConfig):
    """Who is where and when, and days of advice out in the municipalities."""

    name = "kotopolku.roster"

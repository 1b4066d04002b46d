"""The people app's name for Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, the facts about them and their households."""

    name = "kotopolku.people"

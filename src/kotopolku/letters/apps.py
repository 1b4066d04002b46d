"""The letters app's name for Django."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Outbox, notices and files: below the cases whose actions write them."""

    name = "kotopolku.letters"

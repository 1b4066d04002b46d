"""The services app's name for Django."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """The catalogue of services."""

    name = "kotopolku.services"

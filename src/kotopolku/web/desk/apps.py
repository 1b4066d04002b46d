"""The desk's name for Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages of officers and coordinators."""

    name = "kotopolku.web.desk"

"""The office's name for Django."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Pages of coordinators, contact persons, administrators and auditors."""

    name = "kotopolku.web.office"

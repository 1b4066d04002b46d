"""The cases app's name for Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Contacts, cases, assessments, clocks and the timeline."""

    name = "kotopolku.cases"

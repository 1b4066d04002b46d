"""The partner's name for Django."""

from django.apps import AppConfig


class PartnerConfig(AppConfig):
    """Pages of county workers, providers and the employment authority."""

    name = "kotopolku.web.partner"

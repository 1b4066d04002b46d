"""The accounts app's name for Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Organisations, staff and duties."""

    name = "kotopolku.accounts"

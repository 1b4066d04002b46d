"""The network app's name for Django."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """People and places around a client, guardians, representatives and support persons."""

    name = "kotopolku.network"

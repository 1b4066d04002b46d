"""The appointments app's name for Django."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """Times of workers, rooms and interpreters."""

    name = "kotopolku.appointments"

"""The audit app's name for Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Lower than every record it speaks of, so it knows none of them: plain ids only."""

    name = "kotopolku.audit"

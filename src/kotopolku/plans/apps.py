"""The plans app's name for Django."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Goals, measures, reviews and referrals of each plan."""

    name = "kotopolku.plans"

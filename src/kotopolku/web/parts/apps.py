"""Django's entry for the shared look."""

from django.apps import AppConfig


class PartsConfig(AppConfig):
    """Base templates, components, template tags, stylesheet and scripts, used by every other room of `web`."""

    name = "kotopolku.web.parts"
    label = "parts"

    def ready(self) -> None:
        """Register the checks of the settings."""
        from kotopolku.web.parts import checks  # noqa: F401 - importing it registers them

"""Addresses of kiosks and wall screens, below the cookie's own path."""

from django.urls import path, register_converter

from kotopolku.languages.codes import Language, by_path
from kotopolku.web.screens import view


class ScreenLanguage:
    """Path converter of a language word of a kiosk; any other word is no address (404)."""

    regex = "[a-z]{2,5}"

    def to_python(self, value: str) -> Language:
        """Return the language of the word; raises ValueError, which Django takes as "no such address"."""
        try:
            return by_path(value)
        except KeyError as fault:
            raise ValueError(value) from fault

    def to_url(self, value: Language) -> str:
        """Return the word of a language."""
        return value.path


register_converter(ScreenLanguage, "screen_language")

urlpatterns = [
    path("device/kiosk/", view.kiosk, name="kiosk"),
    path("device/kiosk/<screen_language:language>/", view.kiosk_topic, name="kiosk_topic"),
    path("device/kiosk/<screen_language:language>/<int:number>/", view.kiosk_number, name="kiosk_number"),
    path("device/kiosk/<screen_language:language>/listen/<slug:step>/", view.kiosk_sound, name="kiosk_sound"),
    path("device/wall/", view.wall, name="wall"),
    path("device/wall/now/", view.wall_now, name="wall_now"),
]

"""What every template may use: the page's language and direction, its day, the area and who is signed in."""

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, object]:
    """Return language (Language), on (date), area (AreaView or None), actor (Actor) and is_demo (bool)."""
    return {
        "language": getattr(request, "language", None),
        "on": getattr(request, "on", None),
        "area": getattr(request, "area", None),
        "actor": getattr(request, "actor", None),
        "is_demo": settings.DEMO,
    }

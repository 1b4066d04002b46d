"""What the public frame needs on every page: the languages as links to this same page, the navigation, the area."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.languages.catalogues import borrows_from, has_unread
from kotopolku.languages.codes import STAFF_LANGUAGES, UI_LANGUAGES
from kotopolku.languages.codes import Language as PageLanguage
from kotopolku.web.parts.shapes import Crumb, Language, NavItem
from kotopolku.web.public.addresses import in_language

#: Languages in which the program is whole; a check holds their catalogues.
STAFF_CODES = frozenset(one.code for one in STAFF_LANGUAGES)
STAFF_ADDRESSES = (
    "/desk/",
    "/office/",
    "/partner/",
    "/own/",
    "/device/",
    "/sign-in/",
    "/sign-out/",
    "/parts/",
)


def public(request: HttpRequest) -> dict[str, object]:
    """Return languages, nav, home_url, area_name, footer_links, page_lang and page_dir; nothing on staff pages."""
    language: PageLanguage | None = getattr(request, "language", None)
    if language is None or request.path_info.startswith(STAFF_ADDRESSES):
        return {}
    return {
        "page_lang": language.code,
        "page_dir": language.direction,
        "home_url": reverse("public:front", args=[language]),
        "languages": [
            Language(
                code=one.code,
                own_name=one.own_name,
                dir=one.direction,
                path=one.path,
                url=in_language(request.path_info, one),
                current=one == language,
            )
            for one in UI_LANGUAGES
        ],
        "nav": navigation(request.path_info, language),
        "language_notes": _language_notes(language.code),
        "area_name": _municipalities(request, language),
        "footer_links": [
            Crumb(label=label, url=reverse(f"public:{name}", args=[language]))
            for label, name in (
                (_("Integration programme"), "programme"),
                (_("What the law says"), "law"),
                (_("Accessibility"), "accessibility"),
            )
        ],
    }


def _language_notes(code: str) -> list[str]:
    """Return what to know of the words on this page: some are in another language, some nobody has yet read."""
    borrowed = borrows_from(code) if code not in STAFF_CODES else ""
    notes = {
        "en": _("A part of this page is in English, because it has not been translated yet."),
        "fi": _("A part of this page is in Finnish, because it has not been translated yet."),
        "fa": _("A part of this page is in Persian, because it has not been translated yet."),
    }
    unread = _("Nobody who reads this language has checked all the words on this page yet.")
    return [*([notes[borrowed]] if borrowed in notes else []), *([unread] if has_unread(code) else [])]


def navigation(path: str, language: PageLanguage) -> list[NavItem]:
    """Return the pages of the top navigation; only pages that exist, the current one marked."""
    pages = (
        (_("Situations in life"), "life", "hand-heart"),
        (_("Services"), "services", "list"),
        (_("I am looking for work"), "jobseekers", "briefcase"),
        (_("Municipalities"), "municipalities", "pin"),
        (_("For authorities"), "authorities", "people"),
        (_("Contact us"), "contact", "phone"),
    )
    addresses = [(label, reverse(f"public:{name}", args=[language]), icon) for label, name, icon in pages]
    return [
        NavItem(label=label, url=url, icon=icon, current=path.startswith(url))
        for label, url, icon in addresses
    ]


def _municipalities(request: HttpRequest, language: PageLanguage) -> str:
    """Return the names of the member municipalities, as the line under the mark says them."""
    area = getattr(request, "area", None)
    return ", ".join(one.names.pick(language.code).text for one in area.municipalities) if area else ""

"""Citations as chips: `681/2023 14.1(4)` becomes "14 § 1 mom. 4 k" and leads to the section's own page."""

import re

from django.urls import reverse

from kotopolku.languages.codes import Language
from kotopolku.law.provision import KOTOL
from kotopolku.web.parts.shapes import Citation
from kotopolku.web.public.law.contents import section_of

_CITATION = re.compile(
    r"(?P<act>\d+/\d{4}) (?P<section>\d+(?: [a-z])?)(?:\.(?P<subsection>\d+)(?:\((?P<item>\d+)\))?)?"
)


def citation(provision: str, language: Language) -> Citation:
    """Return the chip of a provision written as in programme files; a section that has a page leads to it.

    Sections of 681/2023 stand alone, those of other acts carry the act's number.
    """
    found = _CITATION.fullmatch(provision)
    if found is None:
        return Citation(text=provision)
    text = f"{found['section']} §"
    text += f" {found['subsection']} mom." if found["subsection"] else ""
    text += f" {found['item']} k" if found["item"] else ""
    slug, word = found["act"].replace("/", "-"), found["section"].replace(" ", "")
    url = reverse("public:law-section", args=[language, slug, word]) if section_of(slug, word) else ""
    return Citation(text=text if found["act"] == KOTOL.number else f"{found['act']} {text}", url=url)

"""The client as the partner's page shows them: only what the walls have let through."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.people.views import PersonCard
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.shapes import Fact

USES = {
    "spoken": lazy("Language"),
    "mother_tongue": lazy("Mother tongue"),
    "interpreting": lazy("Interpreter"),
    "written": lazy("Reads and writes"),
}


def client_lines(card: PersonCard) -> list[Fact]:
    """Return who the client is and how to speak with them; under a non-disclosure order, no way to reach them."""
    code = next((one.value for one in card.identifiers if one.kind == "identity_code"), "")
    lines = [
        Fact(name=_("Personal identity code"), value=code) if code else None,
        Fact(name=_("Born"), value=str(day(card.row.birth_date))) if card.row.birth_date else None,
        *(
            Fact(name=str(name), value=language_name(language))
            for use, name in USES.items()
            if (language := card.language(use))
        ),
        *(Fact(name=_("Contact"), value=one.value, more=one.note) for one in card.contact or ()),
        Fact(name=_("Contact"), masked=True) if card.contact is None else None,
    ]
    return [one for one in lines if one is not None]

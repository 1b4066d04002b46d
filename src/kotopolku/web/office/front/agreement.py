"""What the municipalities have agreed and by whom each service is arranged, as a section of the office's first page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kotopolku.programme.agreement_queries import agreement
from kotopolku.programme.views import RungView
from kotopolku.web.parts.programme_words import ARRANGEMENTS, COOPERATION_FORMS, STAGES
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Cell, Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """The sentence on the cooperation, its provision, who carries the services out, and the table of services."""

    sentence: str
    provision: str
    carried_out_by: str
    table: Table


def agreed(request: PageRequest, codes: set[str] | None) -> Agreed | None:
    """Return what is agreed for the municipalities with these codes (None: for all); None before a programme."""
    found, language = agreement(request.area.id, on=request.on), request.language.code
    if found is None:
        return None
    rows = [
        [
            Cell(text=one.name.pick(language).text),
            Cell(text=" ".join(_way(rung, language) for rung in one.ladder)),
        ]
        for one in found.services
        if codes is None or codes & one.municipalities
    ]
    return Agreed(
        sentence=str(COOPERATION_FORMS.get(found.form, found.form)),
        provision=found.provision,
        carried_out_by=found.carried_out_by.pick(language).text,
        table=Table(
            caption=_("How each service is arranged"),
            columns=[Column(label=_("Service")), Column(label=_("Arranged"))],
            rows=rows,
            caption_hidden=False,
        ),
    )


def _way(rung: RungView, language: str) -> str:
    said = str(ARRANGEMENTS.get(rung.arrangement, rung.arrangement))
    if rung.producers:
        said += f": {', '.join(one.pick(language).text for one in rung.producers)}"
    stage = str(STAGES.get(rung.stage, rung.stage))
    return f"{said} ({stage})." if stage else f"{said}."

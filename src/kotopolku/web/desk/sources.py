"""Lähde: where the facts behind a ground come from: source, day, who entered it (KotoL 73 § 2 mom.).

Free words of a source and the sender of a contact stay out: under a non-disclosure order they might tell a place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from kotopolku.cases.views import CaseView
from kotopolku.law.finding import Param
from kotopolku.people.views import PersonCard, Provenance, StatusView
from kotopolku.plans.views import PlanLine
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day

STATUSES = "residence.statuses"
#: Days in a ground that are the day on which a status was granted.
_GRANTED = ("granted_on", "first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Sentences by fact key; a status has one of its own by the day it was granted."""

    by_fact: Mapping[str, str] = field(default_factory=dict)
    by_grant: Mapping[date, str] = field(default_factory=dict)

    def behind(self, keys: Iterable[str], params: Mapping[str, Param]) -> str:
        """Return where the facts come from, each source once; empty when none of them is recorded."""
        found = []
        for key in keys:
            granted = [params[name] for name in _GRANTED if name in params] if key == STATUSES else []
            own = next((self.by_grant[one] for one in granted if one in self.by_grant), "")  # type: ignore[index]
            found.append(own or self.by_fact.get(key, ""))
        return " ".join(dict.fromkeys(sentence for sentence in found if sentence))


NO_SOURCES = Sources()


def sources_of(card: PersonCard, case: CaseView, plans: Sequence[PlanLine] = ()) -> Sources:
    """Return the sources of everything recorded of the client, the case and its plans (newest first)."""
    return Sources(
        by_fact={key: entered(one) for key, one in card.sources.items()} | _of_case(case) | _of_plans(plans),
        by_grant={one.granted_on: f"{_status(one)} {entered(one.provenance)}" for one in card.statuses},
    )


def entered(one: Provenance, *, with_note: bool = False) -> str:
    """Return "Source: Migri, entered by Aino Kettunen 3.11.2026."; `with_note` adds the free words of the source."""
    note = f" ({one.note})" if with_note and one.note else ""
    return _("Source: %(source)s, entered by %(name)s %(day)s.") % {
        "source": codes.word(codes.SOURCES, one.source) + note,
        "name": one.entered_by,
        "day": day(one.entered_on),
    }


def _status(one: StatusView) -> str:
    kind = codes.word(codes.STATUS_KINDS, one.kind)
    days = f"{day(one.granted_on)}–{day(one.valid_until) if one.valid_until else ''}"
    return f"{kind[:1].upper()}{kind[1:]} {days}."


def _of_case(case: CaseView) -> dict[str, str]:
    found = {
        one.key: _("Judged by %(name)s %(day)s: %(reason)s")
        % {"name": one.by, "day": day(one.on), "reason": one.reason}
        for one in case.judgements
    }
    for contact in case.contacts:
        key = "assessment.requested_on" if contact.kind == "own_request" else "contact.received_on"
        found[key] = _("Source: %(kind)s, received %(day)s.") % {
            "kind": codes.word(codes.CONTACT_KINDS, contact.kind),
            "day": day(contact.received_on),
        }
    if case.assessment_made_on and case.assessment_by:
        found["assessment.made_on"] = _("Assessment made by %(name)s %(day)s.") % {
            "name": case.assessment_by,
            "day": day(case.assessment_made_on),
        }
    return found


def _of_plans(plans: Sequence[PlanLine]) -> dict[str, str]:
    drawn_up = [one for one in plans if one.state in {"accepted", "ended"} and one.made_on is not None]
    if not drawn_up:
        return {}
    newest, first = drawn_up[0], drawn_up[-1]
    found = {"plan.made_on": _plan_made(newest), "plan.first_made_on": _plan_made(first)}
    reviewed = next((one for one in drawn_up if one.reviewed_on is not None), None)
    if reviewed is not None and reviewed.reviewed_on is not None:
        found["plan.reviews"] = _("Review made by %(name)s %(day)s.") % {
            "name": reviewed.reviewed_by,
            "day": day(reviewed.reviewed_on),
        }
    return found


def _plan_made(one: PlanLine) -> str:
    return _("Plan made by %(name)s %(day)s.") % {
        "name": one.made_by or _("somebody unknown"),
        "day": day(one.made_on) if one.made_on else "",
    }

"""4 § Ohjauksen ja neuvonnan tallentaminen: only with consent and only if needed."""

from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import Act, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

ACT = Act(
    "874/2024",
    "VNA 874/2024",
    "Valtioneuvoston asetus valtakunnalliseen kotoutumisen tietovarantoon tallennettavista tiedoista",
)

VNA874_4 = rule(
    id="VNA874-4",
    at=Provision(ACT, "4"),
    title=N_("Guidance is recorded only with consent"),
    text=N_(
        "A case of guidance and counselling may be recorded in the national repository only with the person's consent "
        "and if recording is needed for the integration."
    ),
    module=__name__,
)


@question(
    "guidance_recording_allowed",
    rules=(VNA874_4,),
    reads=("guidance.consent_to_record", "guidance.recording_needed"),
    type="bool",
    meaning=N_("May the guidance case be recorded in the national repository?"),
)
def guidance_recording_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Consent, and a need to record."""
    del on
    asked = "guidance_recording_allowed"
    if not facts.guidance.consent_to_record:
        return (found(VNA874_4, asked, False, N_("No consent to the recording is recorded.")),)
    if not facts.guidance.recording_needed:
        return (found(VNA874_4, asked, False, N_("The recording is not recorded to be needed.")),)
    return (found(VNA874_4, asked, True, N_("The person consents and the recording is needed.")),)

"""Tosiseikat: the frozen facts every rule reads.

One dataclass a section of the vocabulary; the names are those of the vocabulary, except that a
period's first day is `from_`. An absent fact is None, or () for a list. What absence means is
each rule's business: "no", or unknown.
"""

from kotopolku.law.facts.about_authority import (
    Access,
    Data,
    Decision,
    DigitalService,
    Disclosure,
    Notice,
    Programme,
    Reimbursement,
    Retention,
)
from kotopolku.law.facts.about_person import (
    Benefits,
    Employment,
    Family,
    MunicipalityOfResidence,
    Parent,
    Period,
    Person,
    Residence,
    Sponsor,
    Status,
    Trafficking,
)
from kotopolku.law.facts.about_services import (
    Appointment,
    Assessment,
    Contact,
    EarlierPlan,
    Extension,
    Guidance,
    Move,
    Obstacle,
    Orientation,
    Plan,
    Training,
)
from kotopolku.law.facts.reading import (
    FactError,
    fact_names,
    facts_from_mapping,
)
from kotopolku.law.facts.whole import Facts

__all__ = [
    "Access",
    "Appointment",
    "Assessment",
    "Benefits",
    "Contact",
    "Data",
    "Decision",
    "DigitalService",
    "Disclosure",
    "EarlierPlan",
    "Employment",
    "Extension",
    "FactError",
    "Facts",
    "Family",
    "Guidance",
    "Move",
    "MunicipalityOfResidence",
    "Notice",
    "Obstacle",
    "Orientation",
    "Parent",
    "Period",
    "Person",
    "Plan",
    "Programme",
    "Reimbursement",
    "Residence",
    "Retention",
    "Sponsor",
    "Status",
    "Trafficking",
    "Training",
    "fact_names",
    "facts_from_mapping",
]

"""Tosiseikat kokonaisuutena: everything known about one matter."""

# ruff: noqa: RUF009 - frozen records are safe to share as defaults

from dataclasses import dataclass

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
    Person,
    Residence,
    Trafficking,
)
from kotopolku.law.facts.about_services import (
    Appointment,
    Assessment,
    Contact,
    Guidance,
    Move,
    Orientation,
    Plan,
    Training,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known about one matter. Every branch may be left out."""

    person: Person = Person()
    residence: Residence = Residence()
    family: Family = Family()
    employment: Employment = Employment()
    benefits: Benefits = Benefits()
    trafficking: Trafficking = Trafficking()
    contact: Contact = Contact()
    guidance: Guidance = Guidance()
    assessment: Assessment = Assessment()
    plan: Plan = Plan()
    move: Move = Move()
    orientation: Orientation = Orientation()
    training: Training = Training()
    appointment: Appointment = Appointment()
    decision: Decision = Decision()
    notice: Notice = Notice()
    programme: Programme = Programme()
    reimbursement: Reimbursement = Reimbursement()
    data: Data = Data()
    retention: Retention = Retention()
    access: Access = Access()
    disclosure: Disclosure = Disclosure()
    digital_service: DigitalService = DigitalService()

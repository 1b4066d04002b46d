"""What the interface answers with; written out field by field, so that a new column is never told by itself."""

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Schema

Words = dict[str, str]


class Fault(Schema):
    """What went wrong: a code for programs, a sentence for people, and the number to quote to the support."""

    error: str
    advice: str
    number: str


class Service(Schema):
    """A service (palvelu) of the programme; texts by language code."""

    code: str
    kind: str
    names: Words
    summaries: Words
    responsible: str
    provisions: list[str]
    municipalities: list[str]
    languages: list[str]
    plan_measure: str | None


class Services(Schema):
    """One page of services; `after` is the key of the next page."""

    items: list[Service]
    after: str | None


class Programme(Schema):
    """The programme (kotoutumisohjelma) in one line."""

    area: str
    titles: Words
    summaries: Words
    edition: str
    valid_from: date
    changed_on: date
    languages: list[str]


class Rule(Schema):
    """A rule (sääntö) of the law register, in plain English, with its period of force."""

    id: str
    citation: str
    act: str
    section: str
    title: str
    text: str
    in_force_from: date | None
    in_force_to: date | None
    not_decided: str


class Rules(Schema):
    """One page of rules; `after` is the key of the next page."""

    items: list[Rule]
    after: str | None


class Person(Schema):
    """Whom a record is about. `masked`: under a non-disclosure order, so only days and codes are given."""

    id: UUID
    case: UUID
    name: str
    birth_date: date | None
    masked: bool


class Assessment(Schema):
    """The record of an assessment (VNA 874/2024 1 §)."""

    id: UUID
    person: Person
    on: date | None
    content: dict[str, Any]
    measures: list[dict[str, Any]]
    outcome: str
    plan_or_referral: str
    author: str
    authors: list[dict[str, str]]
    sources: list[str]
    source: str


class Assessments(Schema):
    """One page of records; `after` is the key of the next page."""

    items: list[Assessment]
    after: UUID | None


class Plan(Schema):
    """The record of a plan (VNA 874/2024 2 §)."""

    id: UUID
    person: Person
    on: date | None
    ends_on: date | None
    goals: list[dict[str, Any]]
    measures: list[dict[str, Any]]
    content: dict[str, Any]
    review_on: date | None
    author: str
    authors: list[dict[str, str]]
    sources: list[str]
    source: str


class Plans(Schema):
    """One page of records; `after` is the key of the next page."""

    items: list[Plan]
    after: UUID | None


class Review(Schema):
    """The record of a review (VNA 874/2024 3 §)."""

    id: int
    plan: UUID
    person: Person
    on: date
    participation: str
    progress: str
    hindrances: str
    changes: str
    next_review_on: date | None
    author: str
    authors: list[dict[str, str]]
    sources: list[str]
    source: str


class Reviews(Schema):
    """One page of records; `after` is the key of the next page."""

    items: list[Review]
    after: int | None

"""Esittely: some two hundred invented people whose lives touch every rule, built by the same actions as the pages."""

from dataclasses import dataclass

PASSWORD = "metsapolku-kotiin"  # noqa: S105 - everybody in the demo is invented, and the demo shows it
AREA = "raisio"
EVERYWHERE = ("raisio", "naantali", "mynamaki", "masku", "rusko")


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAccount:
    """Somebody a visitor may sign in as."""

    username: str
    password: str
    role: str
    name: str
    what_to_try: str


PEOPLE = (
    ("aino", "officer", "Aino Kettunen", "today's list, contacts, a client's case"),
    ("samir", "officer", "Samir Haddad", "the same clients seen by a colleague"),
    ("kaisa", "coordinator", "Kaisa Virta", "the whole area and its duplicates"),
    ("nea", "officer", "Nea Salo", "clients of Naantali only: the others do not exist for her"),
    (
        "eero",
        "adviser",
        "Eero Laaksonen",
        "prepares contacts, assessments and plans; an officer concludes them",
    ),
    (
        "paula",
        "administrator",
        "Paula Niemi",
        "users and rights, the review list, a substitute's day; no clients",
    ),
    (
        "jani",
        "contact_person",
        "Jani Välimäki",
        "Naantali's own contact persons and figures; no clients by name",
    ),
    ("tiina", "auditor", "Tiina Tarkka", "the log only"),
    ("hanna", "county_worker", "Hanna Hoiva", "what the municipality has opened to the county"),
    ("olli", "teacher", "Olli Opettaja", "what the municipality has opened to the school"),
    ("sirkka", "provider_administrator", "Sirkka Rehtori", "the school's own people"),
    (
        "tapio",
        "employment_contact",
        "Tapio Työ",
        "what the municipality has opened to the employment authority",
    ),
)
"""User name, role, name, what to try; in the order in which they are worth trying. One of each role at least."""


def accounts() -> list[DemoAccount]:
    """Return the staff of the demo, in the order in which they are worth trying."""
    return [
        DemoAccount(username=username, password=PASSWORD, role=role, name=name, what_to_try=what)
        for username, role, name, what in PEOPLE
    ]


def what_to_try() -> list[str]:
    """Return what a visitor may do first."""
    return [
        "open /desk/ as Aino and handle the first contact: register, see why the person is entitled, assess, plan",
        "press / anywhere on the desk and write three letters of a name",
        "read /fi/ and /ar/ as a newcomer, and /fi/programme/ as a municipality",
        "open /fi/law/681-2023/14/ to see what the program knows of a section",
    ]

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


def accounts() -> list[DemoAccount]:
    """Return the staff of the demo, in the order in which they are worth trying."""
    return [
        DemoAccount(
            username="aino",
            password=PASSWORD,
            role="officer",
            name="Aino Kettunen",
            what_to_try="today's list, contacts, a client's case",
        ),
        DemoAccount(
            username="samir",
            password=PASSWORD,
            role="officer",
            name="Samir Haddad",
            what_to_try="the same clients seen by a colleague",
        ),
        DemoAccount(
            username="kaisa",
            password=PASSWORD,
            role="coordinator",
            name="Kaisa Virta",
            what_to_try="the whole area and its duplicates",
        ),
        DemoAccount(
            username="nea",
            password=PASSWORD,
            role="officer",
            name="Nea Salo",
            what_to_try="clients of Naantali only: the others do not exist for her",
        ),
        DemoAccount(
            username="eero",
            password=PASSWORD,
            role="adviser",
            name="Eero Laaksonen",
            what_to_try="prepares contacts, assessments and plans; an officer concludes them",
        ),
        DemoAccount(
            username="paula",
            password=PASSWORD,
            role="administrator",
            name="Paula Niemi",
            what_to_try="users and rights, the review list, a substitute's day; no clients",
        ),
        DemoAccount(
            username="jani",
            password=PASSWORD,
            role="contact_person",
            name="Jani Välimäki",
            what_to_try="Naantali's own contact persons and figures; no clients by name",
        ),
        DemoAccount(
            username="tiina",
            password=PASSWORD,
            role="auditor",
            name="Tiina Tarkka",
            what_to_try="the log only",
        ),
        DemoAccount(
            username="hanna",
            password=PASSWORD,
            role="county_worker",
            name="Hanna Hoiva",
            what_to_try="what the municipality has opened to the county",
        ),
        DemoAccount(
            username="olli",
            password=PASSWORD,
            role="teacher",
            name="Olli Opettaja",
            what_to_try="what the municipality has opened to the school",
        ),
        DemoAccount(
            username="sirkka",
            password=PASSWORD,
            role="provider_administrator",
            name="Sirkka Rehtori",
            what_to_try="the school's own people",
        ),
        DemoAccount(
            username="tapio",
            password=PASSWORD,
            role="employment_contact",
            name="Tapio Työ",
            what_to_try="what the municipality has opened to the employment authority",
        ),
    ]


def what_to_try() -> list[str]:
    """Return what a visitor may do first."""
    return [
        "open /desk/ as Aino and handle the first contact: register, see why the person is entitled, assess, plan",
        "press / anywhere on the desk and write three letters of a name",
        "read /fi/ and /ar/ as a newcomer, and /fi/programme/ as a municipality",
        "open /fi/law/681-2023/14/ to see what the program knows of a section",
    ]

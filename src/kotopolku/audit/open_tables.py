"""Tables open to every duty, each with its reason (avoimet taulut). A table not named here must have a wall.

A new table about nobody gets a line here; one about a person or case never does. A star stands for any ending.
"""

from collections.abc import Mapping

OPEN: Mapping[str, str] = {
    # What everybody may know of the organisations.
    "organisation": "municipalities, authorities and providers",
    "area": "the cooperation area and its settings",
    "role_address": "an organisation's addresses of tasks, most of them published",
    "area_membership": "which municipalities are in an area",
    "duty": "who may do what: read before anybody acts; shown to those who keep duties",
    "duty_history": "former states of duties, for those who keep and review them",
    "duty_municipality": "the municipalities of a duty",
    "absence": "which worker is away until when, and who stands in: told to all colleagues",
    "case_number": "running numbers, nothing about whose",
    # The programme and its catalogue are published.
    "service": "the published catalogue",
    "place": "published places of service",
    "other_service": "published services of other authorities",
    "programme*": "the published programme and its versions",
    "contact_recipient": "published: who receives contacts in a municipality",
    "advice_rules": "topics and keys of an area's log of advice",
    "fee_amount": "the largest fee in force for a missed time, with its source: nothing about anybody",
    "room": "rooms of offices where one can meet: nothing about anybody",
    "line_ticket": "numbers of a line, with a language and a matter: nobody's; who asked stands in line_wish, walled",
    "shift": "which worker is at which place when: told to all colleagues; visitors see languages without names",
    "outreach_day": "published: days of advice out in the municipalities",
    "line_counter": "an office's last number, and what its wall display shows to everybody",
    "line_closure": "published: which office is closed until when",
    "line_screen": "at which office a kiosk or a wall display stands",
    "line_recording": "what kiosks say aloud to everybody, spoken by workers who agreed to it",
    "own_rule": "published own rules and targets of an area",
    # Sign-in comes before anybody acts.
    "staff_language": "which languages workers speak, read and write: shown to visitors without names",
    "staff": "accounts of workers, read at sign-in",
    "account_*": "sign-in (django-allauth)",
    "mfa_*": "second factors (django-allauth)",
    "socialaccount_*": "sign-in by an identity provider (django-allauth)",
    "rate_count": "how often somebody tried, under keyed digests",
    "axes_*": "wrong tries at sign-in (django-axes)",
    "django_session": "sessions: a key and a signed-in worker",
    "usersessions_*": "sessions of workers and where they were opened (django-allauth)",
    "device": "kiosks and wall screens, paired with an area and never with a person",
    "api_token": "keys of other systems for a duty, hashed; read before anybody acts",
    "printed_code": "one-time codes of workers, hashed",
    # Beside the log itself, which has policies of its own.
    "log_seal": "digests of the log's days: nothing about anybody",
    # Django's own.
    "django_content_type": "names of models",
    "django_migrations": "which migrations ran",
    "django_tasks_database_*": "the queue of tasks, whose arguments are ids and days",
    "auth_*": "Django's groups and permissions, not used",
}

# Walled, with policies of their own instead of the three questions (audit/walls.py).
OWN_POLICIES: Mapping[str, str] = {
    "log_seen": "a row shows where its person shows, so the person's own policies answer",
}

"""Mitä luovutus avaa: which tables a case granted to another organisation opens, scope by scope, for reading only.

A table that is not named here opens for nobody: a new one stays closed until somebody decides. Row-level security
hides no columns; which fields a provider may get (KotoL 94 §) is decided by the packet that is sent. Tables above
`cases` have their own table of the same form (`plans/sql.py`).
"""

from collections.abc import Mapping

from kotopolku.audit.actor import Role

#: county_part: the county takes part in assessment and plan (KotoL 14.4, 16 §). provider: arranges a service of the
#: plan (94 §). employment_authority: answers for the client or will (3 §). former_unit: its own records, read-only.
COUNTY_PART, PROVIDER = "county_part", "provider"
EMPLOYMENT_AUTHORITY, FORMER_UNIT = "employment_authority", "former_unit"
SCOPES = (COUNTY_PART, PROVIDER, EMPLOYMENT_AUTHORITY, FORMER_UNIT)

#: Whose duties at the receiving organisation a scope is for: a municipality's own school reads what a provider may, and
#: not what the same municipality reads as the former unit.
READ_BY: Mapping[str, frozenset[Role]] = {
    COUNTY_PART: frozenset({Role.COUNTY_WORKER}),
    PROVIDER: frozenset({Role.TEACHER, Role.PROVIDER_ADMINISTRATOR}),
    EMPLOYMENT_AUTHORITY: frozenset({Role.EMPLOYMENT_CONTACT}),
    FORMER_UNIT: frozenset({Role.OFFICER, Role.ADVISER, Role.COORDINATOR, Role.EMPLOYMENT_CONTACT}),
}

EVERYBODY = SCOPES
AUTHORITIES = (COUNTY_PART, EMPLOYMENT_AUTHORITY, FORMER_UNIT)
NO_COUNTY = (EMPLOYMENT_AUTHORITY, FORMER_UNIT)
NOT_FORMER = (COUNTY_PART, EMPLOYMENT_AUTHORITY)

#: Tables by what they hang on, and the scopes that open them. No scope opens what others told in a contact, except
#: to the unit that received it.
PERSON_TABLES: Mapping[str, tuple[str, ...]] = {
    "person": EVERYBODY,
    "name_token": EVERYBODY,
    "person_language": EVERYBODY,
    "former_name": AUTHORITIES,
    "identifier": AUTHORITIES,
    "citizenship": AUTHORITIES,
    "residence_status": AUTHORITIES,
    "contact_detail": AUTHORITIES,
    "household_member": AUTHORITIES,
    "person_period": NO_COUNTY,
    "fact": NO_COUNTY,
    "kept_apart": EVERYBODY,
}
CASE_TABLES: Mapping[str, tuple[str, ...]] = {
    "case": EVERYBODY,
    "assessment": AUTHORITIES,
    "judgement": AUTHORITIES,
    "clock": NOT_FORMER,
    "event": (FORMER_UNIT,),
    "contact": (FORMER_UNIT,),
}
ASSESSMENT_TABLES: Mapping[str, tuple[str, ...]] = {
    "assessment_measure": AUTHORITIES,
    "assessment_sitting": AUTHORITIES,
    "told_tick": AUTHORITIES,
    "sensitive_answer": (COUNTY_PART, FORMER_UNIT),
    "county_part": (COUNTY_PART, FORMER_UNIT),
}


#: The day from which a row is there. The former unit reads the rows of its own time: up to the day responsibility
#: moved (`case_grant.rows_until`), whatever is added later. Who the person is has no day; a row whose day is empty
#: stays closed.
DAYS: Mapping[str, str] = {
    "person_language": "entered_on",
    "former_name": "entered_on",
    "identifier": "entered_on",
    "citizenship": "entered_on",
    "residence_status": "entered_on",
    "contact_detail": "entered_on",
    "household_member": "first_day",
    "person_period": "entered_on",
    "fact": "entered_on",
    "kept_apart": "entered_on",
    "case": "opened_on",
    "assessment": "started_on",
    "judgement": '"on"',
    "event": '"on"',
    "contact": "received_on",
    "assessment_measure": '"on"',
    "assessment_sitting": "held_on",
    "told_tick": "told_on",
    "sensitive_answer": '"on"',
    "county_part": "said_on",
}


def scopes_of(role: Role) -> tuple[str, ...]:
    """Return the scopes that a duty of the role reads, in the order in which they tell most."""
    return tuple(scope for scope in SCOPES if role in READ_BY[scope])


def for_the_duty(column: str) -> str:
    """Return the condition that the scope in the column is for the acting duty's role."""
    cases = " ".join(
        f"WHEN '{scope}' THEN '{{{','.join(sorted(roles))}}}'::text[]" for scope, roles in READ_BY.items()
    )
    return f"(SELECT app_role()) = ANY (CASE {column} {cases} END)"


def opened(target: str, scopes: tuple[str, ...], *, column: str, day: str | None) -> Mapping[str, str]:
    """Return the policies (name and condition) that open a table; the former unit's has a last day of its own."""
    others = tuple(scope for scope in scopes if scope != FORMER_UNIT)
    if others == scopes or day is None:
        return {"granted": granted(target, scopes, column=column)}
    former = granted(target, (FORMER_UNIT,), column=column)
    found = {"granted": granted(target, others, column=column)} if others else {}
    return found | {"former_unit": f"{former} AND {day} <= app_former_{target}({column})"}


def granted(target: str, scopes: tuple[str, ...], *, column: str) -> str:
    """Return the condition that the row's `target` is in a case granted to the duty's organisation with a scope."""
    return f"{column} = ANY ((SELECT app_granted_{target}('{{{','.join(scopes)}}}'))::uuid[])"

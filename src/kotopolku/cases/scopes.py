"""Mitä luovutus avaa: which tables a case granted to another organisation opens, scope by scope, for reading only.

A table that is not named here opens for nobody: a new one stays closed until somebody decides. Row-level security
hides no columns; which fields a provider may get (KotoL 94 §) is decided by the packet that is sent. Tables above
`cases` have their own table of the same form (`plans/sql.py`).
"""

from collections.abc import Mapping

#: county_part: the county takes part in assessment and plan (KotoL 14.4, 16 §). provider: arranges a service of the
#: plan (94 §). employment_authority: answers for the client or will (3 §). former_unit: its own records, read-only.
COUNTY_PART, PROVIDER = "county_part", "provider"
EMPLOYMENT_AUTHORITY, FORMER_UNIT = "employment_authority", "former_unit"
SCOPES = (COUNTY_PART, PROVIDER, EMPLOYMENT_AUTHORITY, FORMER_UNIT)

EVERYBODY = SCOPES
AUTHORITIES = (COUNTY_PART, EMPLOYMENT_AUTHORITY, FORMER_UNIT)
NO_COUNTY = (EMPLOYMENT_AUTHORITY, FORMER_UNIT)

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
    "clock": AUTHORITIES,
    "event": (FORMER_UNIT,),
    "contact": (FORMER_UNIT,),
}
ASSESSMENT_TABLES: Mapping[str, tuple[str, ...]] = {
    "assessment_measure": AUTHORITIES,
    "told_tick": AUTHORITIES,
    "sensitive_answer": (COUNTY_PART, FORMER_UNIT),
}


def granted(target: str, scopes: tuple[str, ...], *, column: str) -> str:
    """Return the condition that the row's `target` is in a case granted to the duty's organisation with a scope."""
    return f"{column} = ANY ((SELECT app_granted_{target}('{{{','.join(scopes)}}}'))::uuid[])"

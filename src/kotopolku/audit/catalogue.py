"""The walls as they are in the database (rivitason suojauksen tarkistus): every table with its flags and policies.

`read()` asks PostgreSQL's own catalogue through any cursor; `faults()` says what is missing. `kotopolku check walls`
prints it, `kotopolku serve` refuses to start on it, and the tests stand on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Protocol

from kotopolku.audit.open_tables import OPEN, OWN_POLICIES

APP, OWNER = "kotopolku_app", "kotopolku_owner"
#: Columns that make a row one about a client, and so need all three questions (audit/walls.py).
ABOUT_CLIENT = ("person_id", "case_id", "assessment_id", "plan_id")


class Cursor(Protocol):
    """What is used of a cursor, Django's or psycopg's."""

    def execute(self, query: Any, params: Any = ..., /) -> Any:
        """Run a query."""

    def fetchall(self) -> Sequence[Any]:
        """Return its rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One policy: restrictive ones narrow, the others widen."""

    name: str
    restrictive: bool
    command: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, view or materialised view as the catalogue knows it; `rights` are those of the application role."""

    name: str
    kind: str
    owner: str
    enabled: bool
    forced: bool
    rights: frozenset[str]
    columns: frozenset[str]
    policies: tuple[Policy, ...]
    invoker: bool

    @property
    def about_client(self) -> bool:
        return any(column in self.columns for column in ABOUT_CLIENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All of it, with the application role's own attributes and functions that lend the owner's rights."""

    tables: tuple[Table, ...]
    superuser: bool
    bypasses: bool
    is_owner: bool
    current: str
    unsafe_functions: tuple[str, ...]


_TABLES = f"""
SELECT c.relname, c.relkind::text, pg_get_userbyid(c.relowner), c.relrowsecurity, c.relforcerowsecurity,
    ARRAY(SELECT r FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) r
          WHERE has_table_privilege('{APP}', c.oid, r)),
    ARRAY(SELECT a.attname::text FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
    coalesce('security_invoker=true' = ANY (c.reloptions) OR 'security_invoker=on' = ANY (c.reloptions), false)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY c.relname
"""  # noqa: S608
_POLICIES = """
SELECT tablename::text, policyname::text, permissive = 'RESTRICTIVE', cmd, roles::text[]
FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname
"""
_ROLE = f"""
SELECT r.rolsuper, r.rolbypassrls, pg_has_role(r.rolname, '{OWNER}', 'MEMBER'), current_user::text
FROM pg_roles r WHERE r.rolname = '{APP}'
"""  # noqa: S608
# A function with its owner's rights and the caller's search path could be made to read the caller's own tables.
_FUNCTIONS = """
SELECT p.proname::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'public' AND p.prosecdef
    AND NOT EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%') ORDER BY 1
"""


def read(cursor: Cursor) -> Catalogue:
    """Return what the database at the cursor's other end says of its tables."""
    policies: dict[str, list[Policy]] = {}
    for table, name, restrictive, command, roles in _rows(cursor, _POLICIES):
        policies.setdefault(table, []).append(
            Policy(name=name, restrictive=restrictive, command=command, roles=tuple(roles))
        )
    tables = tuple(
        Table(
            name=name,
            kind=kind,
            owner=owner,
            enabled=enabled,
            forced=forced,
            rights=frozenset(rights),
            columns=frozenset(columns),
            policies=tuple(policies.get(name, ())),
            invoker=invoker,
        )
        for name, kind, owner, enabled, forced, rights, columns, invoker in _rows(cursor, _TABLES)
    )
    role = _rows(cursor, _ROLE)
    superuser, bypasses, is_owner, current = role[0] if role else (False, False, False, "")
    functions = tuple(name for (name,) in _rows(cursor, _FUNCTIONS))
    return Catalogue(
        tables=tables,
        superuser=superuser,
        bypasses=bypasses,
        is_owner=is_owner,
        current=current,
        unsafe_functions=functions,
    )


def _rows(cursor: Cursor, query: str) -> Sequence[Any]:
    cursor.execute(query)
    return cursor.fetchall()


def reason_open(table: str, known: Mapping[str, str] = OPEN) -> str:
    """Return why the table is open to every duty, "" when it is not."""
    return next((reason for pattern, reason in known.items() if fnmatchcase(table, pattern)), "")


def faults(found: Catalogue) -> list[str]:
    """Return one line a fault; none when every wall stands."""
    lines = [fault for table in found.tables for fault in _faults_of(table)]
    if found.superuser or found.bypasses:
        lines.append(f"the role {APP} is a superuser or bypasses row-level security")
    if found.is_owner:
        lines.append(f"the role {APP} may become {OWNER}")
    if not found.current:
        lines.append(f"there is no role {APP}")
    lines += [
        f"{name}(): a function with its owner's rights must set search_path"
        for name in found.unsafe_functions
    ]
    return lines


def _faults_of(table: Table) -> Iterable[str]:
    name = table.name
    if table.owner == APP:
        yield f"{name}: owned by {APP}, who could take its wall down"
    if "TRUNCATE" in table.rights:
        yield f"{name}: {APP} may empty it (TRUNCATE asks no policy)"
    if table.kind == "v":
        if not table.invoker:
            yield f"{name}: a view must be made WITH (security_invoker = true), else it shows everything"
        return
    if table.kind in {"m", "f"}:
        yield f"{name}: a materialised view or foreign table has no row-level security"
        return
    if reason_open(name):
        if "controller_id" in table.columns:
            yield f"{name}: stands in the list of open tables (audit/open_tables.py) but has a controller"
        return
    if not (table.enabled and table.forced):
        yield f"{name}: row-level security is not on, or not forced; wall() it or name it in audit/open_tables.py"
    opening = {p.name for p in table.policies if not p.restrictive and APP in p.roles}
    narrowing = {p.name for p in table.policies if p.restrictive and APP in p.roles}
    if not opening:
        yield f"{name}: no policy says who sees it"
    if any("public" in policy.roles for policy in table.policies):
        yield f"{name}: a policy is for every role; name {APP} or {OWNER}"
    if "controller_id" in table.columns and "own_controllers" not in opening:
        yield f"{name}: has a controller but no policy of own controllers"
    if table.about_client and name not in OWN_POLICIES and not {"need_to_know", "not_barred"} <= narrowing:
        yield f"{name}: about a client, but not narrowed; follows_person(), stays_with_case() or stays_with() it"


def listing(found: Catalogue) -> list[str]:
    """Return a line a table: how it is protected, what the application may do there, by which policies."""
    lines = []
    for table in found.tables:
        reason = reason_open(table.name)
        state = "forced" if table.enabled and table.forced else (f"open: {reason}" if reason else "NO WALL")
        rights = "".join(
            right[0] for right in ("SELECT", "INSERT", "UPDATE", "DELETE") if right in table.rights
        )
        policies = " ".join(
            f"{'-' if policy.restrictive else '+'}{policy.name}"
            for policy in table.policies
            if APP in policy.roles
        )
        lines.append(f"{table.name:<24} {table.owner:<16} {rights:<5} {state} {policies}".rstrip())
    return lines

"""Save a programme: from a folder as a whole, or one change made in the browser. Both go the same way.

Every change reads the whole, changes it, checks it as a folder is checked, and writes the rows that differ: what
the browser saves is what `programme export` writes.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from kotopolku.accounts import actions as accounts
from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.advice.actions import set_advice_rules
from kotopolku.audit.acting import acting
from kotopolku.audit.action import NotPermitted, action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.languages.texts import Status, Texts
from kotopolku.programme import models
from kotopolku.programme.access import PARTS, programme_row, whole_programme
from kotopolku.programme.changes import Change, changes
from kotopolku.programme.check import check
from kotopolku.programme.contacts import contact_on
from kotopolku.programme.entries import Programme
from kotopolku.programme.files import render
from kotopolku.programme.problem import Problem
from kotopolku.programme.recipients import keep_recipients
from kotopolku.programme.wording import in_words
from kotopolku.services.access import Row, keep
from kotopolku.services.actions import save_catalogue
from kotopolku.services.entries import Names
from kotopolku.services.records import jsonable, plain

ORGANISATION_KINDS = {
    "municipality": "municipality",
    "employment_authority": "employment_authority",
    "county": "county",
    "education_provider": "provider",
    "company": "provider",
    "association": "association",
    "state_authority": "state_authority",
}
"""Kinds of the programme that become organisations one can work with; units, bodies and networks are only named."""

SETTINGS = {
    "assessment-start": "assessment_start_days",
    "plan-after-assessment": "plan_days",
    "contact-answer": "contact_handling_days",
    "message-answer": "message_answer_days",
    "door-answer": "door_minutes",
    "three-year-warning": "warn_window_days",
    "duty-review": "duty_review_months",
    "plan-end-hand-over": "plan_end_handover_days",
    "guidance-length": "guidance_minutes",
    "assessment-length": "assessment_minutes",
    "plan-length": "plan_minutes",
    "review-length": "review_minutes",
    "jobseeker-plans-delegated": "jobseeker_plans_delegated",
}
"""Own targets that `accounts` keeps for the packages below."""


class Unsound(ValueError):
    """A programme that the check refuses was to be saved; the problems are in `problems`."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(each.english() for each in problems))
        self.problems = problems


@action(Role.OPERATOR, Role.COORDINATOR)
def load_programme(*, programme: Programme, on: date) -> tuple[Change, ...]:
    """Make the area's programme equal to the one given and return what changed; nothing is written twice.

    Raises Unsound when the check finds an error in it.
    """
    area_id = programme.area.id
    _own_area(area_id)
    errors = check(render(programme)).errors
    if errors:
        raise Unsound(errors)
    former = programme_row(area_id, lock=True)
    found = changes(whole_programme(area_id) if former else None, programme)
    _save(programme, version=former.version + bool(found) if former else 1, on=on if found else None)
    return found


@action(Role.COORDINATOR)
def change_text(
    *, area_id: str, text_id: str, language: str, text: str, status: Status, version: int, on: date
) -> None:
    """Write one text of the programme in one language; an empty text takes the language away.

    A changed Finnish text makes its translations outdated. Raises Invalid when the programme would not pass its
    check, Stale when somebody saved it after `version`.
    """

    def write(programme: Programme) -> Programme:
        texts = programme.texts.get(text_id, Texts()).written(language, text, status=status)
        return replace(programme, texts={**programme.texts, text_id: texts})

    _change(area_id, write, version=version, on=on)


@action(Role.COORDINATOR)
def set_own_rule(*, area_id: str, rule: str, value: int | bool | str, version: int, on: date) -> None:
    """Give an own rule or service target a new value, which is thereby confirmed. Raises as `change_text`."""

    def write(programme: Programme) -> Programme:
        if rule not in {each.id for each in programme.own_rules}:
            raise NotFound(rule)
        rules = tuple(replace(each, value=value) if each.id == rule else each for each in programme.own_rules)
        return _confirmed(replace(programme, own_rules=rules), f"own_rules[{rule}].value")

    _change(area_id, write, version=version, on=on)


@action(Role.COORDINATOR)
def record_approval(
    *,
    area_id: str,
    municipality: str,
    state: str,
    body: Names | None,
    decided_on: date | None,
    reference: str | None,
    version: int,
    on: date,
) -> None:
    """Record how far a municipality has come in approving the document (state: entries.Approval).

    Raises as `change_text`; a day after `on` is Invalid.
    """
    if decided_on and decided_on > on:
        raise Invalid(
            field="decided_on", message=gettext_lazy("The day of the decision cannot be in the future.")
        )

    def write(programme: Programme) -> Programme:
        if municipality not in {each.municipality for each in programme.approvals}:
            raise NotFound(municipality)
        approvals = tuple(
            replace(each, state=state, body=body, decided_on=decided_on, reference=reference)
            if each.municipality == municipality
            else each
            for each in programme.approvals
        )
        return _confirmed(replace(programme, approvals=approvals), f"approvals[{municipality}].state")

    _change(area_id, write, version=version, on=on)


@action(Role.COORDINATOR, Role.ADMINISTRATOR)
def change_contact(
    *,
    area_id: str,
    contact: str,
    person: str | None,
    role_email: str | None,
    role_phone: str | None,
    from_day: date,
    version: int,
    on: date,
    ends_duty_id: int | None = None,
    new_holder_id: int | None = None,
) -> None:
    """Change who stands behind a contact (yhteyshenkilö) from a day on: one act for everything that names it.

    Public pages, the recipient under 9 § 2 mom. and its mail, services and documents show the former one until the
    day before and the new one from the day. With it the former one's duty ends (`ends_duty_id`) and the new one's
    begins (`new_holder_id`, a user). Raises as `change_text`, and as `grant_duty` and `end_duty`.
    """
    if from_day < on:
        raise Invalid(field="from_day", message=gettext_lazy("Give today or a later day."))
    organisation = ""

    def write(programme: Programme) -> Programme:
        nonlocal organisation
        present = contact_on(programme.contacts, contact, on=from_day)
        if present is None:
            raise NotFound(contact)
        if present.valid_from == from_day:
            raise Invalid(field="from_day", message=gettext_lazy("A change on that day is there already."))
        organisation = present.organisation
        code = f"{contact}-{from_day:%Y%m%d}"
        new = replace(
            present,
            id=code,
            person=person or None,
            role_email=role_email or None,
            role_phone=role_phone or None,
            valid_from=from_day,
        )
        former = replace(present, valid_until=from_day - timedelta(days=1), successor=code)
        contacts = tuple(former if each is present else each for each in programme.contacts)
        return _confirmed(replace(programme, contacts=(*contacts, new)), f"contacts[{present.id}].valid_from")

    _change(area_id, write, version=version, on=on)
    _move_duty(
        area_id=area_id,
        organisation=organisation,
        from_day=from_day,
        on=on,
        ends_duty_id=ends_duty_id,
        new_holder_id=new_holder_id,
    )


def _move_duty(
    *,
    area_id: str,
    organisation: str,
    from_day: date,
    on: date,
    ends_duty_id: int | None,
    new_holder_id: int | None,
) -> None:
    reason = gettext("the contact person changes")
    if ends_duty_id is not None:
        last = None if from_day == on else from_day - timedelta(days=1)
        accounts.end_duty(duty_id=ends_duty_id, reason=reason, last_day=last)
    if new_holder_id is not None:
        accounts.grant_duty(
            staff_id=new_holder_id,
            organisation=organisation,
            area_id=area_id,
            role=Role.CONTACT_PERSON,
            municipalities=[organisation],
            purpose=gettext("contact person of the municipality"),
            valid_from=from_day,
            reason=reason,
        )


def _change(area_id: str, change: Callable[[Programme], Programme], *, version: int, on: date) -> None:
    _own_area(area_id)
    former = programme_row(area_id, lock=True)
    present = whole_programme(area_id)
    if former is None or present is None:
        raise NotFound(area_id)
    if former.version != version:
        raise Stale
    changed = change(present)
    errors = check(render(changed)).errors
    if errors:
        first = errors[0]
        raise Invalid(field=first.field or first.file, message=" ".join(in_words(first)))
    if changes(present, changed):
        _save(changed, version=version + 1, on=on)


def _own_area(area_id: str) -> None:
    """A coordinator or an administrator changes the programme of the own area only."""
    actor = acting().actor
    if actor.role is not Role.OPERATOR and actor.area_id != area_id:
        raise NotPermitted(area_id)


def _confirmed(programme: Programme, field: str) -> Programme:
    """Take a field off the list of sample content: somebody with the duty has now said what holds."""
    return replace(programme, confirm=tuple(each for each in programme.confirm if each.field != field))


def _save(programme: Programme, *, version: int, on: date | None) -> None:
    """Write the rows that differ. `on` is the day of a change; None repairs rows and leaves the day as it was."""
    area_id = programme.area.id
    _save_organisations(programme)
    _save_area(programme)
    head = {
        "schema_version": programme.schema_version,
        "area_facts": jsonable(plain(programme.area)),
        "document": jsonable(plain(programme.document)),
        "version": version,
    }
    models.Programme.objects.update_or_create(
        area_id=area_id, defaults=head | ({"changed_on": on} if on else {})
    )
    for part in PARTS:
        rows = [
            Row(code=part.code(each), facts=jsonable(plain(each))) for each in getattr(programme, part.name)
        ]
        keep(part.model, area_id=area_id, rows=rows)
    save_catalogue(
        area_id=area_id,
        services=programme.services,
        places=programme.places,
        other_services=programme.other_services,
        texts=programme.texts,
    )
    _save_texts(programme)
    keep_recipients(programme)


def _save_organisations(programme: Programme) -> None:
    for member in programme.municipalities:
        accounts.save_organisation(
            code=member.id,
            kind="municipality",
            names=Texts.of(**member.name),
            municipality_code=member.code,
            business_id=member.business_id,
        )
    workplaces = {each.id: each for each in programme.organisations if each.kind in ORGANISATION_KINDS}

    def followers(key: str | None) -> int:
        """How many come after it; a successor is saved before the one that points to it."""
        seen: list[str] = []
        while key in workplaces and key not in seen:
            seen.append(key)
            key = workplaces[key].successor
        return len(seen)

    for party in sorted(workplaces.values(), key=lambda each: followers(each.id)):
        accounts.save_organisation(
            code=party.id,
            kind=ORGANISATION_KINDS[party.kind],
            names=Texts.of(**party.name),
            municipality_code=party.municipality_code,
            business_id=party.business_id,
            valid_from=party.valid_from,
            valid_to=party.valid_until,
            successor=party.successor if party.successor in workplaces else None,
        )


def _save_area(programme: Programme) -> None:
    area, today = programme.area, acting().on
    accounts.save_area(
        area_id=area.id,
        names=Texts.of(**area.name),
        host=area.host,
        municipalities=[
            each.id
            for each in programme.municipalities
            if each.member_until is None or each.member_until >= today
        ],
        employment_authority=area.employment_authority,
        county=area.counties[0],
        on=today,
    )
    own: dict[str, Any] = {
        SETTINGS[each.id]: each.value for each in programme.own_rules if each.id in SETTINGS
    }
    accounts.set_area_settings(area_id=area.id, settings=AreaSettings(**own))
    set_advice_rules(
        area_id=area.id,
        topics=tuple((each.id, each.name, each.hint) for each in programme.advice_topics),
        icons={each.id: each.icon for each in programme.advice_topics if each.icon},
        keys={each.id: each.advice_key for each in programme.municipalities if each.advice_key},
    )


def _save_texts(programme: Programme) -> None:
    area_id = programme.area.id
    wanted = {
        key: texts for key, texts in programme.texts.items() if not key.startswith(("service-", "other-"))
    }
    rows = models.ProgrammeText.objects.filter(area_id=area_id)
    rows.exclude(code__in=wanted).delete()
    present = {row.code: row for row in rows}
    changed = []
    for code, texts in wanted.items():
        row = present.get(code)
        if row and row.texts != texts:
            row.texts = texts
            changed.append(row)
    models.ProgrammeText.objects.bulk_update(changed, ["texts"])
    models.ProgrammeText.objects.bulk_create(
        [
            models.ProgrammeText(area_id=area_id, code=code, texts=texts)
            for code, texts in wanted.items()
            if code not in present
        ]
    )

"""What a schema cannot see: references, completeness against the law, citations, contacts, samples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kotopolku.programme.citations import ACT, REPEALED, repealed
from kotopolku.programme.entries import Contact, Programme
from kotopolku.programme.files import FACTS
from kotopolku.programme.own_rules import KNOWN, Known
from kotopolku.programme.problem import ERROR, N_, WARNING, Problem

CONTENTS = (1, 2, 3, 4, 5, 6)
ASSESSMENT_GROUNDS = (
    "unemployed_jobseeker",
    "protection_or_family",
    "home_care_allowance",
    "request_or_contact",
    "social_assistance",
    "minor_or_youth",
    "trafficking_victim",
)
"""681/2023 14 § 1 mom. items 1 to 7."""

_SAMPLES = {
    "sample_content": N_("This is sample content."),
    "not_in_document": N_("The area's document does not say this."),
    "estimate": N_("This is an estimate, not a decision of the area."),
}
_CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_TEST_ITEM = 6
_TEST_PROVISIONS = ("681/2023 13.1(6)", "681/2023 26.3")


def content_problems(programme: Programme) -> list[Problem]:
    """Return everything that is wrong or worth a look in facts that already fit the schema."""
    return [
        *_numbers(programme),
        *_contents_of_the_law(programme),
        *_assessment_grounds(programme),
        *_citations(programme),
        *_final_test(programme),
        *_municipalities_served(programme),
        *_contacts(programme),
        *_periods(programme),
        *_openings(programme),
        *_rules(programme),
    ]


def confirm_problems(programme: Programme, fields: Iterable[str]) -> list[Problem]:
    """Return one warning for each field the area has still to confirm, an error where no such field is."""
    known = set(fields)
    found = []
    for each in programme.confirm:
        field = f"confirm[{each.field}]"
        if each.field in known:
            found.append(
                _warn(
                    "to_confirm",
                    each.field,
                    _SAMPLES[each.reason],
                    N_("The area confirms or corrects it, then removes it from the list 'confirm'."),
                )
            )
        else:
            found.append(
                _error(
                    "confirm_unknown",
                    field,
                    N_("There is no field '{name}' to confirm."),
                    N_("Write the field as this check names fields, or remove the entry."),
                    name=each.field,
                )
            )
    return found


def business_id_valid(code: str) -> bool:
    """Tell whether the check digit of a Finnish business id (``0204428-5``) is right."""
    total = sum(weight * int(digit) for weight, digit in zip(_CHECK_WEIGHTS, code[:7], strict=True))
    rest = total % 11
    return rest != 1 and int(code[8]) == (11 - rest if rest else 0)


def _numbers(programme: Programme) -> Iterator[Problem]:
    holders = [("municipalities", each.id, each.business_id) for each in programme.municipalities]
    holders += [
        ("organisations", each.id, each.business_id) for each in programme.organisations if each.business_id
    ]
    for part, key, code in holders:
        if not business_id_valid(code):
            yield _error(
                "business_id",
                f"{part}[{key}].business_id",
                N_("The check digit of {value} is wrong."),
                N_("Compare it with the business register."),
                value=code,
            )
    codes = [each.code for each in programme.municipalities]
    for each in programme.municipalities:
        if codes.count(each.code) > 1:
            yield _error(
                "same_code",
                f"municipalities[{each.id}].code",
                N_("Two municipalities have the code {value}."),
                N_("Each municipality has its own code."),
                value=each.code,
            )


def _contents_of_the_law(programme: Programme) -> Iterator[Problem]:
    """The six contents of 13 § 1 mom.; a content may be missing only as a deviation with its reason."""
    given = {item for service in programme.services for item in service.contents}
    deviated = {provision for each in programme.deviations for provision in each.provisions}
    for item in CONTENTS:
        provision = f"{ACT} 13.1({item})"
        if item in given:
            continue
        if provision in deviated:
            yield _warn(
                "content_deviation",
                "services",
                N_("Content {provision} is not arranged; a reason is recorded."),
                N_("Check that the reason still holds when the programme is approved."),
                provision=provision,
            )
        else:
            yield _error(
                "content_missing",
                "services",
                N_("No service fulfils {provision}."),
                N_("Add the item to the 'contents' of a service, or record a deviation with its reason."),
                provision=provision,
            )


def _assessment_grounds(programme: Programme) -> Iterator[Problem]:
    for service in programme.services:
        if service.kind != "assessment":
            continue
        codes = [ground.code for ground in service.grounds if ground.code in ASSESSMENT_GROUNDS]
        missing = [code for code in ASSESSMENT_GROUNDS if code not in codes]
        field = f"services[{service.id}].grounds"
        if missing:
            yield _error(
                "grounds_missing",
                field,
                N_("Grounds of 681/2023 14 § 1 mom. are missing: {missing}."),
                N_("Add them with 'named = false' if the document does not name them."),
                missing=", ".join(missing),
            )
        elif codes != list(ASSESSMENT_GROUNDS):
            yield _error(
                "grounds_order",
                field,
                N_("The grounds are not in the order of the law."),
                N_("Put them in this order: {order}."),
                order=", ".join(ASSESSMENT_GROUNDS),
            )


def _citations(programme: Programme) -> Iterator[Problem]:
    for service in programme.services:
        for number, basis in enumerate(service.basis):
            yield from _citation(f"services[{service.id}].basis[{number}]", basis.provision, basis.cited)
        for number, ground in enumerate(service.grounds):
            yield from _citation(f"services[{service.id}].grounds[{number}]", ground.provision, ground.cited)
    for each in programme.deviations:
        for number, provision in enumerate(each.provisions):
            yield from _citation(f"deviations[{each.id}].provisions[{number}]", provision, None)


def _citation(field: str, provision: str | None, cited: str | None) -> Iterator[Problem]:
    for name, citation in ((f"{field}.provision", provision), (f"{field}.cited", cited)):
        section = repealed(citation) if citation else None
        if section is None:
            continue
        new = REPEALED[section]
        remedy = (
            N_("The matter is now in {new}; correct the citation when the document is next revised.")
            if new
            else N_("Nothing took its place; leave the citation out when the document is next revised.")
        )
        yield _warn(
            "repealed",
            name,
            N_("{cited} was repealed on 1.1.2025 (1100/2024)."),
            remedy,
            cited=citation or "",
            new=f"{ACT} {new}",
        )


def _final_test(programme: Programme) -> Iterator[Problem]:
    for service in programme.services:
        field = f"services[{service.id}].final_test"
        if service.kind != "integration_training":
            continue
        if service.final_test is None:
            yield _error(
                "test_unsaid",
                field,
                N_("It is not said whether the training ends in the final language test."),
                N_("Write final_test = true or false (681/2023 26 § 3 mom.)."),
            )
        elif service.final_test != (_TEST_ITEM in service.contents):
            yield _error(
                "test_contradiction",
                field,
                N_("'final_test' and item 6 of 'contents' contradict each other."),
                N_("A training with the test has item 6 among its contents, one without has not."),
            )
        elif not service.final_test:
            reasons = [each for each in programme.deviations if each.service == service.id]
            named = {provision for each in reasons for provision in each.provisions}
            if set(_TEST_PROVISIONS) <= named:
                yield _warn(
                    "test_deviation",
                    field,
                    N_("The training has no final language test; a reason is recorded."),
                    N_(
                        "Check that the reason still holds: the test is a content of 13 § 1 mom. and 26 § 3 mom."
                    ),
                )
            else:
                yield _error(
                    "test_missing",
                    field,
                    N_("The training has no final language test and no reason is recorded."),
                    N_("Add a deviation that names 681/2023 13.1(6) and 681/2023 26.3 and gives the reason."),
                )


def _municipalities_served(programme: Programme) -> Iterator[Problem]:
    """Every municipality names who receives 9 § contacts (9 § 2 mom.) and approves the document."""
    receiving = {each.municipality: each for each in programme.recipients}
    approving = {each.municipality for each in programme.approvals}
    for each in programme.municipalities:
        recipient = receiving.get(each.id)
        if recipient is None:
            yield _error(
                "recipient_missing",
                f"recipients[{each.id}]",
                N_("No recipient of authorities' contacts is named."),
                N_("Add one: 681/2023 9 § 2 mom. asks each municipality to name it."),
            )
        elif recipient.stand_in is None:
            yield _warn(
                "stand_in_missing",
                f"recipients[{each.id}].stand_in",
                N_("The recipient has no stand-in."),
                N_("Name who receives the contacts during absences."),
            )
        if each.id not in approving:
            yield _error(
                "approval_missing",
                f"approvals[{each.id}]",
                N_("The approval of this municipality is missing."),
                N_("Add it with its state, 'not_started' if nothing has happened."),
            )
    for approval in programme.approvals:
        if approval.state == "approved" and approval.decided_on is None:
            yield _error(
                "approval_date",
                f"approvals[{approval.municipality}].decided_on",
                N_("An approved document needs the day of the decision."),
                N_("Add the day."),
            )


def _contacts(programme: Programme) -> Iterator[Problem]:
    for each in programme.contacts:
        if not (each.role_email or each.role_phone):
            yield _contact_warning(each)


def _contact_warning(contact: Contact) -> Problem:
    return _warn(
        "no_role_address",
        f"contacts[{contact.id}]",
        N_("The contact has no role address."),
        N_("Add the e-mail or telephone of the role; a person changes, a role stays."),
    )


def _periods(programme: Programme) -> Iterator[Problem]:
    spans: list[tuple[str, date | None, date | None]] = []
    spans += [
        (f"contacts[{each.id}].valid_until", each.valid_from, each.valid_until) for each in programme.contacts
    ]
    spans += [
        (f"organisations[{each.id}].valid_until", each.valid_from, each.valid_until)
        for each in programme.organisations
    ]
    spans += [
        (f"municipalities[{each.id}].member_until", each.member_from, each.member_until)
        for each in programme.municipalities
    ]
    spans += [
        (f"recipients[{each.municipality}].valid_until", each.valid_from, each.valid_until)
        for each in programme.recipients
    ]
    for field, start, end in spans:
        if start and end and end < start:
            yield _error(
                "period",
                field,
                N_("The period ends before it begins."),
                N_("The last day cannot be before {start}."),
                start=start.isoformat(),
            )


def _openings(programme: Programme) -> Iterator[Problem]:
    for place in programme.places:
        for number, opening in enumerate(place.opening):
            if opening.closes <= opening.opens:
                yield _error(
                    "opening",
                    f"places[{place.id}].opening[{number}].closes",
                    N_("The place closes before it opens."),
                    N_("The closing time must be later than {opens}."),
                    opens=opening.opens,
                )


def _rules(programme: Programme) -> Iterator[Problem]:
    for rule in programme.own_rules:
        known = KNOWN.get(rule.id)
        field = f"own_rules[{rule.id}]"
        if known is None:
            from_list = ", ".join(sorted(KNOWN))
            yield _warn(
                "rule_unread",
                field,
                N_("Nothing in the program reads this rule; it is only shown."),
                N_("If you meant one of these, use its id: {known}."),
                known=from_list,
            )
            continue
        if (rule.kind, rule.unit) != (known.kind, known.unit):
            yield _error(
                "rule_form",
                field,
                N_("This rule is a '{kind}' with the unit '{unit}'."),
                N_("Write kind and unit so."),
                kind=known.kind,
                unit=known.unit,
            )
        elif not _value_fits(known, value=rule.value):
            yield _error(
                "rule_value",
                f"{field}.value",
                N_("{value} does not fit the unit '{unit}'."),
                N_("Allowed: {allowed}."),
                value=str(rule.value),
                unit=known.unit,
                allowed=_allowed(known),
            )


def _value_fits(known: Known, *, value: int | bool | str) -> bool:
    if known.unit == "yes_no":
        return isinstance(value, bool)
    return isinstance(value, int) and not isinstance(value, bool) and known.least <= value <= known.most


def _allowed(known: Known) -> str:
    if known.unit == "yes_no":
        return "true, false"
    return f"{known.least} - {known.most}"


def _error(code: str, field: str, message: str, remedy: str, **params: str) -> Problem:
    return Problem(ERROR, code, FACTS, field, message, remedy, params)


def _warn(code: str, field: str, message: str, remedy: str, **params: str) -> Problem:
    return Problem(WARNING, code, FACTS, field, message, remedy, params)

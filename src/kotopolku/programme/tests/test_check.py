"""Every kind of mistake is told with its file, its field and a remedy."""

# ruff: noqa: E501  (a table: one mistake a line reads best)

import unicodedata
from datetime import date

import pytest

from kotopolku.programme.check import check
from kotopolku.programme.files import FACTS, Folder
from kotopolku.programme.tests.samples import entry, raisio, with_facts, with_file


def drop(part, key, name):
    return lambda facts: entry(facts, part, key).pop(name)


def put(part, key, **values):
    return lambda facts: entry(facts, part, key).update(values)


def rename(facts, part, key, old, new):
    found = entry(facts, part, key)
    found[new] = found.pop(old)


MISTAKES = [
    # what goes wrong, code, field, a word of the remedy
    (lambda f: rename(f, "services", "plan", "ladder", "lader"), "unknown_name", "services[plan].lader", "ladder"),
    (lambda f: f.update(colour="blue"), "unknown_name", "colour", "Known names here"),
    (drop("services", "plan", "kind"), "missing_name", "services[plan].kind", "What the service is"),
    (drop("municipalities", "masku", "code"), "missing_name", "municipalities[masku].code", "three digits"),
    (lambda f: f.pop("area"), "missing_name", "area", "cooperation area"),
    (put("services", "plan", kind="plann"), "not_in_list", "services[plan].kind", "'plan'"),
    (put("services", "plan", child_care="perhaps"), "not_in_list", "services[plan].child_care", "arranged"),
    (put("municipalities", "masku", code="48"), "wrong_pattern", "municipalities[masku].code", "zeros are kept"),
    (put("municipalities", "masku", code=481), "wrong_type", "municipalities[masku].code", "string"),
    (put("municipalities", "masku", member_from="1.1.2025"), "wrong_format", "municipalities[masku].member_from", "2025-01-31"),
    (put("services", "plan", number=0), "wrong_minimum", "services[plan].number", "1"),
    (put("services", "plan", ladder=[]), "wrong_minItems", "services[plan].ladder", "at least 1"),
    (put("services", "plan", contents=[2, 2]), "wrong_uniqueItems", "services[plan].contents", "Remove one"),
    (lambda f: f["area"].update(text_languages=["sv"]), "wrong_contains", "area.text_languages", "'fi'"),
    (lambda f: f["document"]["chapters"].append({}), "wrong_minProperties", "document.chapters[16]", "at least 1"),
    (lambda f: f.update(schema_version=2), "not_in_list", "schema_version", "1"),
    (put("municipalities", "masku", business_id="0204064-8"), "business_id", "municipalities[masku].business_id", "register"),
    (put("municipalities", "masku", code="704"), "same_code", "municipalities[masku].code", "own code"),
    (lambda f: f["area"].update(host="raisoi"), "unknown_id", "area.host", "'raisio'"),
    (lambda f: f["area"].update(counties=["xyz"]), "unknown_id", "area.counties[0]", "varha"),
    (put("services", "plan", contact="nobody-here"), "unknown_id", "services[plan].contact", "section-9-desk"),
    (put("services", "plan", places=["martinkatuu"]), "unknown_id", "services[plan].places[0]", "'martinkatu'"),
    (put("recipients", "masku", stand_in="x"), "unknown_id", "recipients[masku].stand_in", "Add it"),
    (put("deviations", "final-test", service="trainingg"), "unknown_id", "deviations[final-test].service", "'training'"),
    (lambda f: f["services"].append(f["services"][0]), "wrong_uniqueItems", "services", "Remove one"),
    (put("services", "plan", id="assessment"), "same_id", "services[assessment]", "its own"),
    (put("services", "plan", number=1), "same_id", "services.number[1]", "its own"),
    (put("services", "orientation", contents=[]), "content_missing", "services", "deviation"),
    (lambda f: f.pop("deviations"), "content_missing", "services", "13.1(6)"),
    (lambda f: f.pop("deviations"), "test_missing", "services[training].final_test", "26.3"),
    (drop("services", "training", "final_test"), "test_unsaid", "services[training].final_test", "true or false"),
    (put("services", "training", final_test=True), "test_contradiction", "services[training].final_test", "item 6"),
    (lambda f: entry(f, "services", "assessment")["grounds"].pop(4), "grounds_missing", "services[assessment].grounds", "named"),
    (lambda f: entry(f, "services", "assessment")["grounds"].reverse(), "grounds_order", "services[assessment].grounds", "social"),
    (lambda f: f["recipients"].pop(), "recipient_missing", "recipients[rusko]", "9 § 2 mom."),
    (lambda f: f["approvals"].pop(), "approval_missing", "approvals[rusko]", "not_started"),
    (put("approvals", "masku", state="approved"), "approval_date", "approvals[masku].decided_on", "day"),
    (put("contacts", "masku-contact", valid_until=date(2024, 1, 1)), "period", "contacts[masku-contact].valid_until", "2025-01-01"),
    (lambda f: entry(f, "places", "martinkatu")["opening"][1].update(closes="08:00"), "opening", "places[martinkatu].opening[1].closes", "09:00"),
    (put("own_rules", "assessment-start", value=0), "rule_value", "own_rules[assessment-start].value", "1 - 90"),
    (put("own_rules", "assessment-start", value=True), "rule_value", "own_rules[assessment-start].value", "1 - 90"),
    (put("own_rules", "self-study-readiness", value=1), "rule_value", "own_rules[self-study-readiness].value", "true, false"),
    (put("own_rules", "assessment-start", unit="months"), "rule_form", "own_rules[assessment-start]", "so"),
    (lambda f: f["confirm"][0].update(field="document.editon"), "confirm_unknown", "confirm[document.editon]", "field"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "code", "field", "word"), MISTAKES, ids=[f"{m[1]}-{m[2]}" for m in MISTAKES]
)
def test_a_mistake_is_told_with_file_field_and_remedy(change, code, field, word):
    found = check(with_facts(change))

    told = [each for each in found.errors if each.code == code and each.field == field]

    assert len(told) == 1, [each.english() for each in found.errors]
    assert told[0].file == FACTS
    assert word in told[0].english()
    assert "{" not in told[0].english()


WARNINGS = [
    (drop("recipients", "masku", "stand_in"), "stand_in_missing", "recipients[masku].stand_in"),
    (put("own_rules", "tip-answer", id="tip-anwser"), "rule_unread", "own_rules[tip-anwser]"),
    (put("deviations", "final-test", provisions=["681/2023 13.1(6)", "681/2023 26.3", "681/2023 48"]), "repealed", "deviations[final-test].provisions[2].provision"),
    (lambda f: entry(f, "services", "plan")["basis"].append({"provision": "681/2023 13.3"}), "repealed", "services[plan].basis[2].provision"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("change", "code", "field"), WARNINGS, ids=[f"{w[1]}-{w[2]}" for w in WARNINGS])
def test_what_is_only_worth_a_look_is_a_warning(change, code, field):
    found = check(with_facts(change))

    assert [each for each in found.warnings if each.code == code and each.field == field]


def test_a_training_with_the_final_test_needs_no_deviation():
    def change(facts):
        entry(facts, "services", "training").update(final_test=True, contents=[4, 6])
        facts.pop("deviations")

    found = check(with_facts(change))

    assert {each.code for each in found.problems} & {
        "content_deviation",
        "test_deviation",
        "test_missing",
    } == set()


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"[area\n", "not_toml", "line 1"),
        (b"\xff\xfe", "not_utf8", "UTF-8"),
        (None, "no_facts", "programme.toml"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(data, code, word):
    found = check(with_file(FACTS, data))

    assert [(each.code, each.file) for each in found.errors] == [(code, FACTS)]
    assert word in found.errors[0].english()
    assert found.programme is None


def test_an_empty_folder_is_told_and_does_not_raise():
    assert [each.code for each in check(Folder({})).errors] == ["no_facts"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"# a comment\n" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data + b"\n",
        lambda data: data.replace(b'reason = "estimate" }', b'reason  = "estimate" }', 1),
        lambda data: data.replace("Mynämäki".encode(), unicodedata.normalize("NFD", "Mynämäki").encode()),
    ],
    ids=["comment", "carriage returns", "blank end", "spacing", "decomposed letter"],
)  # fmt: skip
def test_another_form_of_the_same_facts_is_not_canonical(spoil):
    found = check(with_file(FACTS, spoil(raisio().files[FACTS])))

    assert [(each.code, each.file) for each in found.errors] == [("not_canonical", FACTS)]
    assert "programme format" in found.errors[0].english()


@pytest.mark.slow
def test_a_default_written_out_is_not_canonical():
    found = check(with_facts(put("services", "plan", outreach=False)))

    assert [each.code for each in found.errors] == ["not_canonical"]

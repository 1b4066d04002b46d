"""Säädöskartta: `docs/statute-map.md`, from the register: by which rule, file and question a section is answered."""

from kotopolku.law.provision import KOTOL, Act, Force, Rule
from kotopolku.law.register import Section, acts, questions, sections

_HEAD = """# Statute map

Generated from the register of the law by `kotopolku law map`; do not edit by hand.

Every section of the Integration Act (Laki kotoutumisen edistämisestä 681/2023) is either answered by rules or carries
one line why it is not software. Other acts are listed as far as rules stand in them. A date in the column "in force"
is the first day of the rule; "–" means that no end is known.
"""


def statute_map() -> str:
    """The whole document as text, ending in a newline."""
    asked = _questions_by_rule()
    parts = [_HEAD, "## Where the Act stands", "", *_status_table(), "", "## Rules", ""]
    for act in acts():
        parts += [f"### {act.number} {act.name}", "", *_rule_table(act, asked), ""]
    return "\n".join(parts).rstrip() + "\n"


def _status_table() -> list[str]:
    rows = ["| § | Title | Status |", "|---|---|---|"]
    return rows + [f"| {one.number} | {one.title or '–'} | {_status(one)} |" for one in sections(KOTOL)]


def _status(section: Section) -> str:
    if section.status == "implemented":
        return "implemented: " + ", ".join(rule.id for rule in section.rules)
    return section.reason


def _rule_table(act: Act, asked: dict[str, list[str]]) -> list[str]:
    rows = ["| Place | Rule | In force | What it says | File | Questions |", "|---|---|---|---|---|---|"]
    for section in sections(act):
        rows += [_rule_row(rule, asked.get(rule.id, [])) for rule in section.rules]
    return rows


def _rule_row(rule: Rule, asked: list[str]) -> str:
    file = rule.module.removeprefix("kotopolku.law.").replace(".", "/") + ".py"
    names = ", ".join(f"`{name}`" for name in asked) or "–"
    return (
        f"| {rule.provision} | {rule.id} | {_force(rule.force)} | {rule.title} "
        f"| [{file}](../src/kotopolku/law/{file}) | {names} |"
    )


def _force(force: Force) -> str:
    first = force.from_.isoformat() if force.from_ else "before our records"
    return f"{first} – {force.to.isoformat() if force.to else ''}".rstrip()


def _questions_by_rule() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for question in questions():
        for rule in question.rules:
            found.setdefault(rule.id, []).append(question.name)
    return found

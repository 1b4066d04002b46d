"""A long file or function is found, whatever its language, and a short one is not."""

import pytest

from kotopolku.cli.check.sizes import file_faults


def body(lines: int, indent: str = "    ") -> str:
    return "".join(f"{indent}x = {number}\n" for number in range(lines))


@pytest.mark.parametrize(("lines", "found"), [(59, 0), (60, 1)])
def test_a_function_may_have_60_lines_with_its_head(lines: int, found: int) -> None:
    assert len(file_faults("a.py", "def long():\n" + body(lines))) == found


def test_the_fault_names_file_line_and_function() -> None:
    # given a long method after two lines
    text = "class A:\n    y = 1\n    async def method(self):\n" + body(70, " " * 8)
    # then
    assert file_faults("room/a.py", text) == ["room/a.py:3: method has 71 lines, at most 60"]


@pytest.mark.parametrize(("name", "lines", "found"), [("a.py", 400, 0), ("a.html", 401, 1), ("a.js", 151, 1)])
def test_a_file_may_have_400_lines_and_a_script_150(name: str, lines: int, found: int) -> None:
    assert len(file_faults(name, "x\n" * lines)) == found


@pytest.mark.parametrize("head", ["function f(a) {", "const f = (a) => {", "  async open(event) {"])
def test_a_long_function_in_a_script_is_found(head: str) -> None:
    text = head + "\n" + "  if (a) {\n    b();\n  }\n" * 20 + "}\n"
    assert len(file_faults("a.js", text)) == 1


def test_a_long_loop_in_a_script_is_not_taken_for_a_function() -> None:
    assert file_faults("a.js", "for (const a of b) {\n" + "  c();\n" * 80 + "}\n") == []

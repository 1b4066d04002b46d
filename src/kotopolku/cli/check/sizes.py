"""Size limits: a file of at most 400 lines, a function of at most 60, so that each can be read in one sitting."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from kotopolku.cli.check.files import tracked

FILE_LINES, FUNCTION_LINES, SCRIPT_LINES = 400, 60, 150
KINDS = {".py", ".html", ".css", ".js", ".sql"}
# What others wrote, or a machine did, is not ours to split.
EXCEPTED = re.compile(
    r"(^|/)(migrations|vendor|vendored|node_modules)/|\.min\.(js|css)$|(^|/)static/parts/kotopolku\.css$"
)
STARTS_FUNCTION = re.compile(
    r"\bfunction\b[^;]*\{\s*$|=>\s*\{\s*$|^\s*(?:async\s+|static\s+)*[#\w]+\([^;]*\)\s*\{\s*$"
)
NOT_A_FUNCTION = re.compile(r"^\s*(?:\}\s*)?(?:if|for|while|switch|catch|else)\b")


def faults(root: Path) -> list[str]:
    """Return one line a file or function that is too long."""
    found: list[str] = []
    for path in tracked(root):
        name = path.relative_to(root).as_posix()
        if path.suffix in KINDS and not EXCEPTED.search(name):
            found += file_faults(name, path.read_text(encoding="utf-8"))
    return found


def file_faults(name: str, text: str) -> list[str]:
    """Return what is too long in one file, by its name's kind."""
    lines, limit = text.count("\n"), SCRIPT_LINES if name.endswith(".js") else FILE_LINES
    found = [f"{name}: {lines} lines, at most {limit}"] if lines > limit else []
    spans = _python(text) if name.endswith(".py") else _script(text) if name.endswith(".js") else ()
    found += [
        f"{name}:{line}: {function} has {length} lines, at most {FUNCTION_LINES}"
        for function, line, length in spans
        if length > FUNCTION_LINES
    ]
    return found


def _python(text: str) -> Iterator[tuple[str, int, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1


def _script(text: str) -> Iterator[tuple[str, int, int]]:
    """Find functions by their opening line and their closing brace; our scripts are formatted, so that is enough."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if STARTS_FUNCTION.search(line) and not NOT_A_FUNCTION.match(line):
            depth = 0
            for end in range(number, len(lines)):
                depth += lines[end].count("{") - lines[end].count("}")
                if depth <= 0:
                    yield line.strip()[:40], number + 1, end - number + 1
                    break

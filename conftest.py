"""The law is pure, and so are its tests: a run of nothing else never loads Django; every other run loads the house."""

from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
LAW = HERE / "src" / "kotopolku" / "law"


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Load `tests.house` (Django, databases, cast, browser) before pytest-django looks for settings."""
    chosen = [config.invocation_params.dir / argument.partition("::")[0] for argument in config.args]
    if not all(path.resolve().is_relative_to(LAW) for path in chosen):
        config.pluginmanager.import_plugin("tests.house")

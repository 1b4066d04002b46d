"""The browser of tests and pictures: the system's, else Playwright's, else (Debian, root) the distribution's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SETTING = "KOTOPOLKU_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


class NoBrowser(Exception):
    """No Chromium was found and none could be installed; the message says what was tried."""


def find() -> str | None:
    """Return the path of a Chromium that is there already, or None."""
    named = os.environ.get(SETTING)
    if named:
        return named
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    mac = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    return str(mac) if mac.exists() else _of_playwright()


def find_or_install() -> str:
    """Return the path of a Chromium, installing one where there is none; says what it does. Raises NoBrowser."""
    found = find()
    if found:
        return found
    print("  No Chromium on this machine: asking Playwright for its own …", flush=True)
    fetched = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=600
    )
    found = find() if fetched.returncode == 0 else None
    if found:
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("  That did not work: installing the distribution's package chromium …", flush=True)
        if _apt("update") and _apt("install", "-y", "--no-install-recommends", "chromium"):
            found = find()
            if found:
                return found
    raise NoBrowser(
        "The browser tests need Chromium: none was found, and neither Playwright's download nor the distribution's "
        f"package worked. Install Chromium or Chrome, or set {SETTING} to its path; `--quick` does without."
    )


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _apt(*arguments: str) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return (
        subprocess.run(["apt-get", "-qq", *arguments], env=environment, check=False, timeout=900).returncode
        == 0
    )

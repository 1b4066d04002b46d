"""`kotopolku migrate`: make or renew the tables as the owner role; the program itself never can."""

from django.core.management import call_command


def run(argv: list[str]) -> int:
    """Run Django's `migrate` with the arguments as they are (`--plan`, an app label, `--check`)."""
    call_command("migrate", *argv, interactive=False)
    return 0

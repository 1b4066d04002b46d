"""`kotopolku manage ...`: Django's own commands, for those who know them (`shell`, `dbshell`, `makemigrations`)."""

from django.core.management import execute_from_command_line

from kotopolku.cli.environment import django_ready


def run(argv: list[str]) -> int:
    """Hand the arguments to Django."""
    django_ready()
    execute_from_command_line(["kotopolku manage", *argv])
    return 0

"""The time zone of every day in the program: days are Europe/Helsinki's, instants are kept in UTC."""

from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")

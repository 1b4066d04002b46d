"""Whose acts these are: an adviser may prepare a plan, an officer answers for it."""

from kotopolku.audit.actor import RESPONSIBLE, Role

STAFF = RESPONSIBLE
PREPARERS = (*STAFF, Role.ADVISER)

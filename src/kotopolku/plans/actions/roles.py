"""Whose acts these are: an adviser may prepare a plan, an officer answers for it."""

from kotopolku.audit.actor import Role

STAFF = (Role.OFFICER, Role.COORDINATOR)
PREPARERS = (*STAFF, Role.ADVISER)

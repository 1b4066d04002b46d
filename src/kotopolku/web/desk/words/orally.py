"""Suullisesti tulkattava: what a worker is told where the client's language has no approved words."""

from kotopolku.law.wording import N_

ORALLY = N_("Interpret this orally.")

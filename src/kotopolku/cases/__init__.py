"""Asiat: contacts, responsibility, the assessment, what happened when. A case stays with its controller."""

"""One contact: what was sent, whether section 9 applies, and what becomes of it."""

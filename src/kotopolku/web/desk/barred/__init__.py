"""Who may not see a client (esteellisyys)."""

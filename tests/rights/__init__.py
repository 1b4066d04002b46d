"""Who may do what with which thing: one table, from which `docs/rights.md` is made."""

"""The review of a plan (tarkistus, 22 §) on one page with one save, filled with what is known already."""

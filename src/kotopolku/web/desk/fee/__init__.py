"""The fee for a missed time: one time's page, the list with the file for invoicing, the letter (32 a §)."""

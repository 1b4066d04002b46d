"""Visits of an outreach day logged on a telephone without network: kept there encrypted, sent once."""

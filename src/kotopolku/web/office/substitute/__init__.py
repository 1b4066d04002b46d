"""A substitute for a day: account, duty and codes on one slip of paper."""

"""The log for its auditor: many lookups first, then rows by filter; persons are codes, never names."""

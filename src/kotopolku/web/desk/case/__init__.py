"""A client's case as one page: non-disclosure, path, findings with grounds, timeline, clocks, languages, household."""

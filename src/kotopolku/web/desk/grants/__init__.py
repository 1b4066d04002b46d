"""Who outside the own unit sees a case."""

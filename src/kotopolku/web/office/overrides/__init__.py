"""Emergency openings wait here for the coordinator's decision."""

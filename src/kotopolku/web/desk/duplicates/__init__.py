"""The coordinator's list of identity codes that were tried a second time."""

"""Kuntalaki 410/2015: a task handled for another municipality."""

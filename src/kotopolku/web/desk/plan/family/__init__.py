"""The family's shared plan on one page: the shared part, and each member's own."""

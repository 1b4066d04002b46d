"""Users and rights: who works in the area under which duties."""

"""Days on which advice comes out into the municipalities, and a short form to ask for one."""

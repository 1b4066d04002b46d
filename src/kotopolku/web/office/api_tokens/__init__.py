"""Keys by which other systems read under a duty: issue one, see who uses which, end one."""

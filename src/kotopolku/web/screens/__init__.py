"""Pages of paired devices, under nobody's session: the kiosk that gives numbers and the wall that calls them."""

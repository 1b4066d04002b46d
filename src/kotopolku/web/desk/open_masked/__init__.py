"""Hidden data of a protected client: why it is opened, a second look at the screen, and hiding it again."""

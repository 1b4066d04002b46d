"""The line for visitors: how long one waits now, a number from the web, a call back, a question."""

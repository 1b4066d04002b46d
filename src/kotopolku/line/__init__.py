"""Monineuvon jono (the line): tickets of every door, called by advisers; what kiosk, wall and wait page may show."""

"""The calendar: my week, the day's list, booking, one time, rooms (ajanvaraus)."""

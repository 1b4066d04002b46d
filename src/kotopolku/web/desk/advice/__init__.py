"""The log of advice: a visit in twenty seconds, the day, a month in numbers, and a visit's name by consent."""

"""Date and number forms where Django has none or breaks the house rule: 24-hour clock, no 3/4, own digits."""

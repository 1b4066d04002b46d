"""Ajanvaraus (appointments): who meets whom, when and where; nobody, no room and no interpreter booked twice."""

"""What the first migration of the roster does besides its tables: the wall of requests, which hold who wrote them.

Anybody may send one; only who works with advice in the area reads it.
"""

from kotopolku.audit.walls import left_for_advisers

OPERATIONS = (left_for_advisers("outreach_request", as_left="state = 'waiting' AND answer = ''"),)

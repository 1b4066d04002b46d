"""What the first migration of the line does besides its tables: the wall of wishes.

Anybody may leave a wish; only who works with advice in the area reads it, and nobody else is told that it is there.
"""

from kotopolku.audit.walls import left_for_advisers

OPERATIONS = (left_for_advisers("line_wish", as_left="erase_on IS NULL AND letter_id IS NULL"),)

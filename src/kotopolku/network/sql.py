"""What the first migration of the network does besides its table: the walls. No scope of a grant opens it."""

from kotopolku.audit.walls import stays_with_case, wall

OPERATIONS = (stays_with_case("network_member"), wall("network_member"))

"""The first page of a kiosk or a wall screen: waiting to be paired, or paired."""

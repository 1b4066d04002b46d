"""The client's network (verkosto): who is around the client, how to reach them, and what the client lets them know."""

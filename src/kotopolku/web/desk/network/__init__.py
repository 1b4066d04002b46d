"""The client's network: who is around the client, how to reach them, and what they may be told until when."""

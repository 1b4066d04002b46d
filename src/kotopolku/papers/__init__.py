"""Papers that arrive about a client (saapuneet asiakirjat): registered on arrival, with or without their pictures."""

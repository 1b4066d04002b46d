"""A small read-only interface for other systems (rajapinta): `/api/v1`, described at `/api/v1/openapi.json`."""

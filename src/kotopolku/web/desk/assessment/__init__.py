"""The assessment as one long calm form: nine topics, what must be told, measures, conclusion (decree 869/2024)."""

"""The largest fee in force for a missed time, entered with its source."""

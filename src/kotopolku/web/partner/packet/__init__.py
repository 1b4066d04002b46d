"""One packet that has come to the partner."""

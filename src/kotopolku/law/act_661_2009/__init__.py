"""Laki väestötietojärjestelmästä 661/2009: the non-disclosure order."""
